/// Turns a `Codable` value into `JSONNode`s.
struct CanonicalEncoder: Encoder {
    let node: JSONNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.content = .object([:])
        return KeyedEncodingContainer(Members<Key>(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.content = .array([])
        return Elements(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        Scalar(node: node, codingPath: codingPath)
    }

    /// Scalars are written here; anything else encodes itself into `node`.
    static func write(
        _ value: some Encodable,
        into node: JSONNode,
        _ path: [any CodingKey]
    ) throws {
        switch value {
        case let text as String: node.content = .string(text)
        case let flag as Bool: node.content = .bare(flag ? "true" : "false")
        case let number as any FixedWidthInteger: node.content = .bare(number.description)
        case is Double, is Float:
            let context = EncodingError.Context(
                codingPath: path,
                debugDescription: "A frozen content holds whole numbers only."
            )
            throw EncodingError.invalidValue(value, context)
        default: try value.encode(to: CanonicalEncoder(node: node, codingPath: path))
        }
    }

    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let node: JSONNode
        let codingPath: [any CodingKey]

        func encodeNil(forKey key: Key) { node.child(key.stringValue).content = .null }

        func encode(_ value: some Encodable, forKey key: Key) throws {
            try write(value, into: node.child(key.stringValue), codingPath + [key])
        }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
            -> KeyedEncodingContainer<Nested>
        {
            encoder(key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            encoder(key).unkeyedContainer()
        }

        func superEncoder() -> any Encoder {
            CanonicalEncoder(node: node.child("super"), codingPath: codingPath)
        }

        func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

        private func encoder(_ key: Key) -> CanonicalEncoder {
            CanonicalEncoder(node: node.child(key.stringValue), codingPath: codingPath + [key])
        }
    }

    private struct Elements: UnkeyedEncodingContainer {
        let node: JSONNode
        let codingPath: [any CodingKey]
        var count = 0

        mutating func encodeNil() { next().content = .null }

        mutating func encode(_ value: some Encodable) throws {
            try write(value, into: next(), codingPath)
        }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type)
            -> KeyedEncodingContainer<Nested>
        {
            CanonicalEncoder(node: next(), codingPath: codingPath).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            CanonicalEncoder(node: next(), codingPath: codingPath).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder {
            CanonicalEncoder(node: next(), codingPath: codingPath)
        }

        private mutating func next() -> JSONNode {
            count += 1
            return node.element()
        }
    }

    private struct Scalar: SingleValueEncodingContainer {
        let node: JSONNode
        let codingPath: [any CodingKey]

        func encodeNil() { node.content = .null }

        func encode(_ value: some Encodable) throws { try write(value, into: node, codingPath) }
    }
}
