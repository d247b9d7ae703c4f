public import Domain
public import Postgres
import Store

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

    /// `name` is what people call the source; a mapping of that name is replaced.
    public init(name: String, _ mapping: ListMapping) {
        self.mapping = name
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
        guard !mapping.isEmpty, kept.choices != nil else { throw .unreadable(wordsExpected) }
        try Failure.running { () throws(PostgresError) in
            try ImportMappingStore.save(kept, as: mapping, for: circumstances.speaker, in: db)
        }
        return Outcome(mapping: mapping)
    }

    private var wordsExpected: Unreadable {
        Unreadable(
            mapping,
            expected: Phrase(
                fr: "un nom, et pour chaque colonne un de : \(ListMapping.roles) ; codage : "
                    + "\(DeviceImport.charsets) ; dates : \(DeviceImport.dateOrders)",
                en: "a name, and for each column one of: \(ListMapping.roles); charset: "
                    + "\(DeviceImport.charsets); dates: \(DeviceImport.dateOrders)"
            )
        )
    }
}
