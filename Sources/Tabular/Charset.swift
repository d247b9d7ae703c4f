/// The charsets in which lists arrive: a closed set, so that each can be told from the others.
public enum Charset: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    /// UTF-8 that was taken for Windows-1252, and written as UTF-8 once more: "sÃ©rie".
    case utf8Twice = "utf-8-twice"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    /// Stands for ISO-8859-1 too, of which it is a superset.
    case windows1252 = "windows-1252"
    case latin9 = "iso-8859-15"
    case macRoman = "macintosh"
    case dos850 = "cp850"

    /// The charset that a person names, in any of its usual spellings; nil for an unknown one.
    public init?(named name: String) {
        let word = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch word {
        case "utf8": self = .utf8
        case "utf8twice": self = .utf8Twice
        case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "windows1252", "cp1252", "ansi", "latin1", "iso88591": self = .windows1252
        case "latin9", "iso885915": self = .latin9
        case "macintosh", "macroman", "mac": self = .macRoman
        case "cp850", "dos", "oem850", "ibm850": self = .dos850
        default: return nil
        }
    }

    /// The meaning of bytes 0x80–0xFF; nil for the Unicode forms.
    var table: [Unicode.Scalar]? {
        switch self {
        case .utf8, .utf8Twice, .utf16LittleEndian, .utf16BigEndian: nil
        case .windows1252: CharsetTables.windows1252
        case .latin9: CharsetTables.latin9
        case .macRoman: CharsetTables.macRoman
        case .dos850: CharsetTables.dos850
        }
    }

    /// The mark that may open a text in this charset; empty for those without one.
    var byteOrderMark: [UInt8] {
        switch self {
        case .utf8, .utf8Twice: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .windows1252, .latin9, .macRoman, .dos850: []
        }
    }
}
