extension Field {
    /// The elements of a one-dimensional array, each read by `decode`.
    ///
    /// Nil when the field is null or not an array, has several dimensions, or when one element does not decode.
    func elements<Element>(_ decode: (Field) -> Element?) -> [Element]? {
        guard let bytes, var parser = ArrayText(bytes) else {
            return nil
        }
        let type = type.element
        var elements: [Element] = []
        while !parser.isAtEnd {
            guard
                let element = parser.next({ decode(Field(type: type, bytes: $0)) }),
                let element
            else {
                return nil
            }
            elements.append(element)
        }
        return elements
    }
}

/// Reads PostgreSQL's text form of an array: `{1,NULL,"a \"b\""}`.
private struct ArrayText {
    private let bytes: UnsafeRawBufferPointer
    private var position: Int
    private var unescaped: [UInt8] = []

    /// Nil when `bytes` is not the text of an array.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}"), bytes.count >= 2
        else {
            return nil
        }
        self.bytes = bytes
        position = 1
    }

    /// True once the closing brace is reached.
    ///
    /// It is the last byte, whatever the elements hold.
    var isAtEnd: Bool { position >= bytes.count - 1 }

    /// Lends the next element to `body`, nil for `NULL`; nil when the text breaks the form.
    mutating func next<Answer>(_ body: (UnsafeRawBufferPointer?) -> Answer) -> Answer? {
        switch bytes[position] {
        case UInt8(ascii: "{"): return nil
        case UInt8(ascii: "\""): return quoted(body)
        default: return bare(body)
        }
    }

    private mutating func bare<Answer>(_ body: (UnsafeRawBufferPointer?) -> Answer) -> Answer {
        let start = position
        while position < bytes.count - 1, bytes[position] != UInt8(ascii: ",") {
            position += 1
        }
        let element = UnsafeRawBufferPointer(rebasing: bytes[start..<position])
        position += 1
        return body(element.elementsEqual("NULL".utf8) ? nil : element)
    }

    private mutating func quoted<Answer>(
        _ body: (UnsafeRawBufferPointer?) -> Answer
    ) -> Answer? {
        unescaped.removeAll(keepingCapacity: true)
        position += 1
        while position < bytes.count - 1, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\") {
                position += 1
            }
            unescaped.append(bytes[position])
            position += 1
        }
        guard bytes[position] == UInt8(ascii: "\"") else {
            return nil
        }
        position += 2
        return unescaped.withUnsafeBytes(body)
    }
}
