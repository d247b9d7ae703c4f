import Domain
public import Tabular

/// How the text of a list is written, whatever it is about.
public struct ListWriting: Sendable, Hashable {
    /// Nil for a list that is a text itself.
    public let container: ListContainer?
    public let charset: Charset
    public let dialect: CSVDialect
    /// The rank of the heading's last record; those before it are titles, or the heading itself.
    public let headingNumber: Int
    public let headingLine: Int
    /// The cells of the heading as written, for the file of rejects.
    public let headings: [String]

    /// What a person should know of how the text was written.
    var remarks: [Phrase] {
        guard charset == .utf8Twice else { return [] }
        return [
            Phrase(
                fr:
                    "Ce texte avait été codé deux fois (« sÃ©rie » pour « série ») ; il est lu comme il était écrit au départ.",
                en:
                    "This text had been encoded twice (\"sÃ©rie\" for \"série\"); it is read as it was first written."
            )
        ]
    }
}

/// The beginning of a list, cut into records.
struct ListSample {
    let container: ListContainer?
    let charset: Charset
    let dialect: CSVDialect
    let records: [SampleRecord]

    /// The most that is looked at, in bytes.
    static let size = 1 << 18

    /// - Throws: ``FileRefusal`` for what is no text.
    init<Field>(
        _ sample: UnsafeRawBufferPointer,
        isWhole: Bool,
        of container: ListContainer?,
        _ choices: ListChoices<Field>
    ) throws(FileRefusal) {
        let kind = FileKind.recognise(sample)
        guard kind == .text else { throw FileRefusal.kind(kind) }
        self.container = container
        charset = container == nil ? choices.charset ?? Charset.detect(sample) : .utf8
        let text = Self.text(sample, charset, isWhole: isWhole)
        var dialect = text.withUnsafeBytes { Delimiter.detect($0) }
        if let delimiter = choices.delimiter { dialect.delimiter = delimiter }
        self.dialect = dialect
        records = SampleRecord.read(text, dialect, isWhole: isWhole)
    }

    private static func text(
        _ sample: UnsafeRawBufferPointer,
        _ charset: Charset,
        isWhole: Bool
    ) -> [UInt8] {
        var text: [UInt8] = []
        var decoder = TextDecoder(charset)
        decoder.decode(sample, isLast: isWhole) { text.append(contentsOf: $0) }
        return text
    }

    /// The first records as text, heading included, to show.
    var preview: [[String]] { Array(records.prefix(6).map(\.cells)) }

    func writing<Field>(under heading: ListHeading<Field>) -> ListWriting {
        ListWriting(
            container: container,
            charset: charset,
            dialect: dialect,
            headingNumber: heading.lastNumber,
            headingLine: heading.record.line,
            headings: heading.record.cells
        )
    }
}
