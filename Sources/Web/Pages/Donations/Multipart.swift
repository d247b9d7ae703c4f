/// A form with files in it, as `multipart/form-data` (RFC 7578) sends it.
///
/// The whole body is here already, bounded by the door; parts are looked up, not copied, until they are asked for.
struct Multipart: Sendable {
    struct File: Sendable, Hashable {
        let name: String
        let bytes: [UInt8]
    }

    private(set) var fields: [String: String] = [:]
    private(set) var files: [String: File] = [:]

    /// How many parts are read; no form of ours has more.
    static let partLimit = 100

    /// Nil when the type names no boundary, or the body does not keep to it.
    init?(_ body: [UInt8], type: String) {
        guard let boundary = Self.parameter("boundary", of: type),
            (1...70).contains(boundary.utf8.count)
        else { return nil }
        let mark = Array("--\(boundary)".utf8)
        guard body.starts(with: mark) else { return nil }
        var rest = body[mark.count...]
        for _ in 0..<Self.partLimit {
            if rest.starts(with: [0x2D, 0x2D]) { return }
            guard rest.starts(with: [0x0D, 0x0A]),
                let end = Self.find([0x0D, 0x0A] + mark, in: rest.dropFirst(2))
            else { return nil }
            read(rest[(rest.startIndex + 2)..<end])
            rest = rest[(end + 2 + mark.count)...]
        }
        return nil
    }

    /// A part without a name says nothing, and is left out.
    private mutating func read(_ part: ArraySlice<UInt8>) {
        guard let gap = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: part) else { return }
        let content = part[(gap + 4)...]
        let lines = String(decoding: part[..<gap], as: UTF8.self).split(whereSeparator: \.isNewline)
        let line = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = Self.parameter("name", of: String(line)) else { return }
        if let file = Self.parameter("filename", of: String(line)) {
            files[name] = File(name: file, bytes: Array(content))
        } else {
            fields[name] = String(decoding: content, as: UTF8.self)
        }
    }

    /// The value of `name=…` or `name="…"` after a semicolon.
    private static func parameter(_ name: String, of header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, halves[0].filter({ !$0.isWhitespace }).lowercased() == name
            else {
                continue
            }
            var value = halves[1].drop(while: \.isWhitespace)
            while value.last?.isWhitespace == true { value.removeLast() }
            if value.count >= 2, value.first == "\"", value.last == "\"" {
                value = value.dropFirst().dropLast()
            }
            return String(value)
        }
        return nil
    }

    /// Where `needle` begins; nil when it is not there.
    ///
    /// The first byte is looked for, and only then the rest.
    private static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        var place = bytes.startIndex
        while let found = bytes[place...].firstIndex(of: first) {
            guard found + needle.count <= bytes.endIndex else { return nil }
            if bytes[found..<(found + needle.count)].elementsEqual(needle) { return found }
            place = found + 1
        }
        return nil
    }
}
