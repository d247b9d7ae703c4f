/// A decoder that answers every question with a sample, and notes what was asked.
struct SampleDecoder: Decoder {
    let notes: ShapeNotes
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        notes.becomeKeyed()
        return KeyedDecodingContainer(SampleMembers<Key>(notes: notes))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer { SampleElements(notes: notes) }

    func singleValueContainer() -> any SingleValueDecodingContainer { SampleValue(notes: notes) }
}

private struct SampleMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let notes: ShapeNotes
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try decode(type, key, required: true)
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        try decode(type, key, required: false)
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decode(type, key) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try decode(type, key) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decode(type, key) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try decode(type, key) }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try decode(type, key, required: false)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try decode(type, key, required: false)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try decode(type, key, required: false)
    }
    func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? {
        try decode(type, key, required: false)
    }
    func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? {
        try decode(type, key, required: false)
    }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        try decode(type, key, required: false)
    }

    private func decode<T: Decodable>(
        _ type: T.Type,
        _ key: Key,
        required: Bool = true
    ) throws -> T {
        do {
            let (value, shape) = try ShapeReading.sample(type)
            let isNarrow = T.self == Int.self || T.self == [Int].self || T.self == Int32.self
            notes.note(key.stringValue, shape, required: required, narrow: isNarrow)
            return value
        } catch {
            notes.note(key.stringValue, .text, required: required)
            throw error
        }
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) -> KeyedDecodingContainer<NestedKey> {
        SampleDecoder(notes: ShapeNotes()).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer {
        SampleDecoder(notes: ShapeNotes()).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { SampleDecoder(notes: ShapeNotes()) }
    func superDecoder(forKey key: Key) -> any Decoder { superDecoder() }
}

/// A list with one element.
private struct SampleElements: UnkeyedDecodingContainer {
    let notes: ShapeNotes
    var codingPath: [any CodingKey] { [] }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 }
    private(set) var currentIndex = 0

    init(notes: ShapeNotes) { self.notes = notes }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        currentIndex += 1
        let (value, shape) = try ShapeReading.sample(type)
        notes.note(element: shape)
        return value
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) -> KeyedDecodingContainer<NestedKey> {
        currentIndex += 1
        return SampleDecoder(notes: ShapeNotes()).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer {
        currentIndex += 1
        return SampleElements(notes: ShapeNotes())
    }

    mutating func superDecoder() -> any Decoder { SampleDecoder(notes: ShapeNotes()) }
}

/// One value that is neither an object nor a list, or that decides for itself.
private struct SampleValue: SingleValueDecodingContainer {
    let notes: ShapeNotes
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }

    func decode(_ type: Bool.Type) -> Bool {
        notes.note(single: .truth)
        return false
    }

    func decode(_ type: String.Type) -> String {
        notes.note(single: .text)
        return ""
    }

    func decode(_ type: Double.Type) -> Double { Double(number()) }
    func decode(_ type: Float.Type) -> Float { Float(number()) }
    func decode(_ type: Int.Type) -> Int { number() }
    func decode(_ type: Int8.Type) -> Int8 { Int8(number()) }
    func decode(_ type: Int16.Type) -> Int16 { Int16(number()) }
    func decode(_ type: Int32.Type) -> Int32 { Int32(number()) }
    func decode(_ type: Int64.Type) -> Int64 { Int64(number()) }
    func decode(_ type: UInt.Type) -> UInt { UInt(number()) }
    func decode(_ type: UInt8.Type) -> UInt8 { UInt8(number()) }
    func decode(_ type: UInt16.Type) -> UInt16 { UInt16(number()) }
    func decode(_ type: UInt32.Type) -> UInt32 { UInt32(number()) }
    func decode(_ type: UInt64.Type) -> UInt64 { UInt64(number()) }

    private func number() -> Int {
        notes.note(single: .number)
        return 1
    }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let (value, shape) = try ShapeReading.sample(type)
        notes.note(single: shape)
        return value
    }
}
