public import Domain
import FoundationEssentials
public import Postgres
import Store

/// How a source writes its lists, as it was kept.
public struct ShowImportMapping: Question {
    public static let name = "show-import-mapping"
    public static let summary = Phrase(
        fr: "montre comment une source écrit ses listes",
        en: "shows how a source writes its lists"
    )
    public static let permission = Permission(.intake)

    public let mapping: String

    public init(mapping: String) {
        self.mapping = mapping
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ListMapping {
        let (speaker, name) = (circumstances.speaker, mapping)
        let json = try Failure.running { () throws(PostgresError) in
            try ImportMappingStore.mapping(name, speaker, in: db)
        }
        if let json, let kept = try? JSONDecoder().decode(ListMapping.self, from: Data(json.utf8)) {
            return kept
        }
        let known = try Failure.running { () throws(PostgresError) in
            try ImportMappingStore.mappings(after: nil, limit: 50, speaker, in: db)
        }
        let names = known.map(\.name).joined(separator: ", ")
        throw .unreadable(
            Unreadable(
                mapping,
                expected: Phrase(
                    fr: known.isEmpty ? "un nom retenu par --save-mapping" : "un de : \(names)",
                    en: known.isEmpty ? "a name kept by --save-mapping" : "one of: \(names)"
                )
            )
        )
    }
}
