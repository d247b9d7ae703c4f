public import Domain

/// What an import did or, in a dry run, would do; the same value from the same code.
public struct ImportReport: Sendable, Hashable {
    /// Rows by what becomes of them.
    public struct Counts: Sendable, Hashable {
        public var create = 0
        public var update = 0
        public var same = 0
        /// Machines that had left the house and are listed as given once more: their sale or placement ends.
        public var again = 0
        /// Rows for a person to decide.
        public var doubtful = 0
        public var error = 0
        /// Blank rows and lines of totals.
        public var skipped = 0

        public init() {}
    }

    /// How the list was understood.
    public let outline: ListOutline
    public var counts = Counts()
    /// The first errors, in the order of the file; ``errorTotal`` counts all of them.
    public private(set) var errors: [RowError] = []
    public private(set) var errorTotal = 0

    /// The most errors that are kept: more than a person reads, less than memory feels.
    public static let errorLimit = 1000

    public init(_ outline: ListOutline) {
        self.outline = outline
    }

    /// What a person should know of rows that were taken, in the order of the file.
    public private(set) var notes: [RowNote] = []

    /// Tells of a row that was taken.
    public mutating func note(_ note: RowNote) {
        guard notes.count < Self.errorLimit else { return }
        notes.append(note)
    }

    /// Lines with words that are no row, told so that none is lost unseen.
    public private(set) var leftOut: [SkippedLines.Line] = []

    /// Counts what is no row.
    public mutating func take(_ skipped: SkippedLines) {
        counts.skipped += skipped.count
        leftOut += skipped.lines
    }

    /// Counts one row that is not taken, for one or more reasons.
    public mutating func reject(_ reasons: [RowError]) {
        counts.error += 1
        errorTotal += reasons.count
        errors.append(contentsOf: reasons.prefix(Self.errorLimit - errors.count))
    }
}

/// Something to know of a row that was taken all the same.
public struct RowNote: Sendable, Hashable {
    public let line: Int
    /// Without a final stop.
    public let text: Phrase
    /// How many rows further down it is true of as well.
    public internal(set) var further = 0

    public init(line: Int, text: Phrase) {
        self.line = line
        self.text = text
    }

    public func sentence(in language: Language) -> String {
        let number = further.grouped(in: language)
        return switch (language, further) {
        case (.fr, 0): "Ligne \(line) : \(text.fr)."
        case (.en, 0): "Line \(line): \(text.en)."
        case (.fr, 1): "Ligne \(line) et une autre : \(text.fr)."
        case (.fr, _): "Ligne \(line) et \(number) autres : \(text.fr)."
        case (.en, _): "Line \(line) and \(number) more: \(text.en)."
        }
    }
}
