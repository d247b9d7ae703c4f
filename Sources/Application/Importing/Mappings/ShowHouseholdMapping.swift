public import Domain
import Importing
public import Postgres

/// How a source writes its lists of households, as the social services kept it: headings and fields, nothing that a cell says.
public struct ShowHouseholdMapping: Question {
    public static let name = "show-household-mapping"
    public static let summary = Phrase(
        fr: "montre comment une source écrit ses listes de foyers",
        en: "shows how a source writes its lists of households"
    )
    public static let side = Side.social
    public static let permission = HouseholdList.permission

    public let mapping: String

    public init(mapping: String) {
        self.mapping = mapping
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ListMapping {
        try KeptMapping(list: .households, on: .social)
            .read(mapping, circumstances.speaker, in: db)
    }
}
