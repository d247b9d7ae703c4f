import Tabular

/// The lines below a heading that are no device; those with words are told to the person who imports.
public struct SkippedLines: Sendable, Hashable {
    /// A line that was left out although something stands in it.
    public struct Line: Sendable, Hashable {
        public let number: Int
        /// What it begins with.
        public let text: String
    }

    public private(set) var count = 0
    /// The first of them, at most ``limit``.
    public private(set) var lines: [Line] = []

    /// More than a person reads.
    public static let limit = 50

    public init() {}

    mutating func take(_ record: CSVRecord, isBlank: Bool, isHidden: Bool = false) {
        count += 1
        guard !isBlank, lines.count < Self.limit else { return }
        guard !isHidden else {
            lines.append(Line(number: record.line, text: "…"))
            return
        }
        let cells = record.texts.map { $0.trimmingWhiteSpace }.filter { !$0.isEmpty }
        let text = cells.prefix(3).joined(separator: " | ")
        lines.append(Line(number: record.line, text: String(text.prefix(80))))
    }
}
