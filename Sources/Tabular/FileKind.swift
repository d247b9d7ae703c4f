/// What a file is, told from its first bytes; never from its name or from what a browser says of it.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
    case empty
    case text
    case xlsx
    case xls
    case ods
    case zip
    case gzip
    case pdf
    case rtf
    case json
    case yaml
    case xml
    case html
    case nwipeLog = "nwipe_log"
    case dmidecode
    /// Statements that fill the tables of a database.
    case sql
    /// A page with its pictures in one file, as a browser or an old Excel keeps it.
    case mhtml
    /// An Apple Numbers document.
    case numbers
    /// Columns set apart by spaces under a rule, as a shell prints a table.
    case alignedTable = "aligned_table"
    case image
    case binary

    /// The kind of the file that begins with these bytes; a few kilobytes tell enough.
    public static func recognise(_ bytes: UnsafeRawBufferPointer) -> FileKind {
        guard !bytes.isEmpty else { return .empty }
        if let kind = signatures.first(where: { bytes.starts(with: $0.bytes) })?.kind {
            return kind == .zip ? archive(bytes) : kind
        }
        let charset = Charset.detect(UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 16)))
        let isWide = charset == .utf16LittleEndian || charset == .utf16BigEndian
        guard isWide || !isBinary(bytes) else { return .binary }
        return text(bytes, charset)
    }

    private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
        (Array("PK\u{3}\u{4}".utf8), .zip),
        (Array("PK\u{5}\u{6}".utf8), .zip),
        (Array("%PDF-".utf8), .pdf),
        (Array("{\\rtf".utf8), .rtf),
        ([0x1F, 0x8B], .gzip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .xls),
        ([0x89, 0x50, 0x4E, 0x47], .image),
        ([0xFF, 0xD8, 0xFF], .image),
        (Array("GIF8".utf8), .image),
    ]

    /// Which of the formats that are ZIP archives inside; names of entries stand uncompressed in the archive.
    private static func archive(_ bytes: UnsafeRawBufferPointer) -> FileKind {
        if contains(bytes, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet") { return .ods }
        if contains(bytes, "Index/Document.iwa") { return .numbers }
        if contains(bytes, "[Content_Types].xml") || contains(bytes, "xl/") { return .xlsx }
        return .zip
    }

    private static func text(_ bytes: UnsafeRawBufferPointer, _ charset: Charset) -> FileKind {
        var start: [UInt8] = []
        var decoder = TextDecoder(charset)
        decoder.decode(UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 13)), isLast: true) {
            start.append(contentsOf: $0)
        }
        let first = start.drop { $0 <= 0x20 }
        guard let byte = first.first else { return .text }
        return start.withUnsafeBytes { head in
            if byte == UInt8(ascii: "{") { return .json }
            if byte == UInt8(ascii: "["), opensJSONArray(first) { return .json }
            let word = String(decoding: first.prefix(15), as: UTF8.self).lowercased()
            if word.hasPrefix("<!doctype html") || word.hasPrefix("<html") { return .html }
            if byte == UInt8(ascii: "<"), isTable(start) { return .html }
            if byte == UInt8(ascii: "<"), first.dropFirst().first.map(isNameStart) == true {
                return .xml
            }
            if contains(head, "nwipe: ") || contains(head, "nwipe 0.") { return .nwipeLog }
            if first.starts(with: "# dmidecode".utf8) || contains(head, "\nHandle 0x") {
                return .dmidecode
            }
            if let kind = foreignText(start) { return kind }
            return isYAML(start) ? .yaml : .text
        }
    }

    /// Whether it has a table of a page: one without its frame is good XML too, but its rows are no records.
    private static func isTable(_ text: [UInt8]) -> Bool {
        let small = String(decoding: text, as: UTF8.self).lowercased()
        return small.contains("<table") && (small.contains("<tr>") || small.contains("<tr "))
    }

    /// Whether the first lines are all names with a colon, and at least three of them, or follow the sign of a document.
    private static func isYAML(_ text: [UInt8]) -> Bool {
        let lines = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(
            12
        )
        if lines.first == "---" { return true }
        // The last line of the sample may be cut.
        return lines.count(where: isMember) >= 3 && lines.dropLast().allSatisfy(isMember)
    }

    /// `name: value`, or the name alone above what stands in it; a value with a colon of its own stands in quotation marks, which
    /// tells YAML from a row of several facts such as inxi prints.
    private static func isMember(_ line: Substring) -> Bool {
        let bare = line.drop { $0 == " " || $0 == "-" }
        guard let colon = bare.firstIndex(of: ":"), bare.startIndex < colon else { return false }
        let after = bare.index(after: colon)
        guard bare[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
            return false
        }
        guard after < bare.endIndex else { return true }
        let value = bare[after...].drop { $0 == " " }
        let isQuoted = value.first == "\"" || value.first == "'"
        return bare[after] == " " && (isQuoted || !value.contains(": "))
    }

    /// A log may open with a date in brackets; JSON goes on with a value.
    private static func opensJSONArray(_ text: some Collection<UInt8>) -> Bool {
        guard let next = text.dropFirst().first(where: { $0 > 0x20 }) else { return true }
        return "{[\"]".utf8.contains(next)
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") || (byte | 0x20) >= 0x61
    }

    /// More than one byte in fifty that no text holds.
    private static func isBinary(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let head = bytes.prefix(1 << 13)
        let odd = head.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
        return odd * 50 > head.count
    }

    private static func contains(_ bytes: UnsafeRawBufferPointer, _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return (0...(min(bytes.count, 1 << 16) - wanted.count)).contains { start in
            bytes[start] == first && bytes[start...].starts(with: wanted)
        }
    }
}
