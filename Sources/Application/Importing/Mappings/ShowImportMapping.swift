public import Domain
import Importing
public import Postgres

/// How a source writes its lists, as it was kept.
public struct ShowImportMapping: Question {
    public static let name = "show-import-mapping"
    public static let summary = Phrase(
        fr: "montre comment une source écrit ses listes",
        en: "shows how a source writes its lists"
    )
    public static let permission = Permission(.intake)

    public let mapping: String
    /// The kind of list, such as `donors`; devices when absent.
    public let list: String?

    public init(mapping: String, list: String? = nil) {
        self.mapping = mapping
        self.list = list
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ListMapping {
        let subject = try MappedLists.subject(list)
        return try KeptMapping(list: subject).read(mapping, circumstances.speaker, in: db)
    }
}
