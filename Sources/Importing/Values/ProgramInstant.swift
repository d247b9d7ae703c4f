import Domain

/// An instant as web services of Microsoft write it: `/Date(1552550400000)/`, `/Date(1552550400000+0100)/`.
enum ProgramInstant {
    /// The day of the instant where it was written; nil for anything else.
    static func day(_ bytes: LentBytes) -> Day? {
        let text = String(decoding: bytes.prefix(40), as: UTF8.self)
        guard text.hasPrefix("/Date("), text.hasSuffix(")/") else { return nil }
        let inner = text.dropFirst(6).dropLast(2)
        let zone = inner.dropFirst().firstIndex { $0 == "+" || $0 == "-" } ?? inner.endIndex
        // No calendar needs more than fifteen figures.
        guard inner[..<zone].count <= 15, let milliseconds = Int(inner[..<zone]) else { return nil }
        let seconds = milliseconds / 1000 + offset(inner[zone...])
        return Day(number: (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400)
    }

    /// Seconds east of Greenwich, of "+0100".
    private static func offset(_ zone: Substring) -> Int {
        guard zone.count == 5, let number = Int(zone) else { return 0 }
        return (number / 100 * 60 + number % 100) * 60
    }
}
