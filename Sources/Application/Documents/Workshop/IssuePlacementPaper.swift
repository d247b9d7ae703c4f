import Documents
public import Domain
public import Postgres
import Store

/// Issues the agreement of a placement, or once it ended the record of its return (CMD).
public struct IssuePlacementPaper: Command {
    public static let name = "issue-placement-paper"
    public static let summary = Phrase(
        fr: "émet la convention d'un appareil confié, ou le papier de son retour",
        en: "issues the agreement of a placed device, or the record of its return"
    )
    public static let permission = Permission(.shop)

    public let placement: Int64
    public let language: Language?

    public init(placement: Int64, language: Language? = nil) {
        self.placement = placement
        self.language = language
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedDocument {
        try issue(try DocumentIssuing.open(in: db, circumstances), in: db)
    }

    func issue(
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> IssuedDocument {
        let found = try Failure.running { () throws(PostgresError) in
            try PlacementStore.find(placement, issuing.circumstances.speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownPlacement, ["placement": .text(String(placement))]))
        }
        let signatory = try issuing.signatory()
        let tongue = language ?? .fr
        return try issuing.issue(
            .cmd,
            of: DocumentStore.Subject(device: found.placement.device, placement: placement),
            in: db
        ) {
            PlacementPaper(
                language: tongue,
                issue: $0,
                issuer: issuing.issuer,
                taker: found.placement.taker,
                isLoan: found.placement.kind == "loan",
                agreement: found.placement.agreement,
                item: SoldItem(
                    code: DeviceReference(number: found.placement.device).text,
                    nature: DeviceType(rawValue: found.placement.deviceKind)?.label(in: tongue)
                        ?? "",
                    brand: found.maker ?? "",
                    model: found.model ?? "",
                    serial: found.serial ?? "–",
                    label: .used,
                    grade: found.grade ?? "–",
                    defects: found.defects,
                    system: found.os
                ),
                placedOn: found.placement.since,
                until: found.placement.until,
                returnedOn: found.placement.endedOn,
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }
}
