public import Domain
import Importing
public import Postgres

/// Keeps how a source writes its lists, for the next list that it sends.
public struct SaveImportMapping: Command {
    public static let name = "save-import-mapping"
    public static let summary = Phrase(
        fr: "retient comment une source écrit ses listes",
        en: "keeps how a source writes its lists"
    )
    public static let permission = Permission(.intake)

    public let mapping: String
    public let columns: [String: String]?
    public let heading: [String]?
    public let charset: String?
    public let dates: String?
    /// The kind of list, such as `donors`; devices when absent.
    public let list: String?

    /// `name` is what people call the source; a mapping of that name is replaced.
    public init(name: String, _ mapping: ListMapping, list: String? = nil) {
        self.mapping = name
        self.list = list
        columns = mapping.columns.isEmpty ? nil : mapping.columns
        heading = mapping.heading
        charset = mapping.charset
        dates = mapping.dates
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let mapping: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let kept = ListMapping(
            columns: columns ?? [:],
            heading: heading,
            charset: charset,
            dates: dates
        )
        let subject = try MappedLists.subject(list)
        guard !mapping.isEmpty, MappedLists.knows(kept, of: subject) else {
            throw .unreadable(wordsExpected(of: subject))
        }
        try KeptMapping(list: subject).keep(kept, as: mapping, circumstances.speaker, in: db)
        return Outcome(mapping: mapping)
    }

    private func wordsExpected(of list: ListSubject) -> Unreadable {
        let words = MappedLists.words(of: list)
        return Unreadable(
            mapping,
            expected: Phrase(
                fr: "un nom, et pour chaque colonne un de : \(words) ; codage : "
                    + "\(DeviceImport.charsets) ; dates : \(DeviceImport.dateOrders)",
                en: "a name, and for each column one of: \(words); charset: "
                    + "\(DeviceImport.charsets); dates: \(DeviceImport.dateOrders)"
            )
        )
    }
}
