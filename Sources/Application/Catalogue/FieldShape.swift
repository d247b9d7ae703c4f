public import Domain

/// What a field of a command or question takes, as its Swift type says it: what a form needs to draw a box for it.
///
/// A `FieldDescription` says what a field means; its shape says which values there are.
public indirect enum FieldShape: Sendable, Hashable {
    case text
    case number
    case truth
    case day
    /// One of a closed list of words.
    case word([Word])
    case list(of: FieldShape)
    /// An object, member by member in the order in which it is read.
    case members([Member])

    /// A word of a closed list.
    public struct Word: Sendable, Hashable {
        public let word: String
        /// What people call it; nil for a word that has no label of its own.
        public let label: Phrase?
    }

    /// A member of an object.
    public struct Member: Sendable, Hashable {
        public let name: String
        public let isRequired: Bool
        public let shape: FieldShape
        /// True for numbers of which the columns have 32 bits, which Swift reads as `Int`.
        let isNarrow: Bool

        init(name: String, isRequired: Bool, shape: FieldShape, isNarrow: Bool = false) {
            self.name = name
            self.isRequired = isRequired
            self.shape = shape
            self.isNarrow = isNarrow
        }
    }
}

extension CommandEntry {
    /// The shapes of its fields, by name; a field whose type decides for itself is missing.
    public var shapes: [String: FieldShape] { shaped() }

    /// The shape of its outcome.
    public var outcomeShape: FieldShape { answered() }
}

extension QuestionEntry {
    /// The shapes of its fields, by name.
    public var shapes: [String: FieldShape] { shaped() }

    /// The shape of its answer; a text for one that only writes itself.
    public var answerShape: FieldShape { answered() }
}
