public import Domain
public import Postgres
import Store

/// Erases the file of a household that asks for it; nothing may be open.
public struct EraseHousehold: Command {
    public static let name = "erase-household"
    public static let summary = Phrase(
        fr: "efface le dossier d'un foyer à sa demande",
        en: "erases the file of a household that asks for it"
    )
    public static let side = Side.social
    public static let permission = Permission(.dpo)

    public let household: Int64

    public init(household: Int64) {
        self.household = household
    }

    /// - Throws: `unknown_household`, `held_by_law` with what is open.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ErasedSubject {
        let erased: RetentionStore.Erased
        do throws(Failure) {
            erased = try Failure.running { () throws(PostgresError) in
                try RetentionStore.erase(household: household, in: db)
            }
        } catch .refused(let refusal) where refusal.code == .heldByLaw {
            throw .refused(explained(refusal))
        }
        return ErasedSubject(
            subject: household,
            gone: ["applications": erased.applications, "vouchers": erased.vouchers],
            kept: [.init(erased.quotaKeys, .quota)]
        )
    }

    private func explained(_ refusal: Refusal) -> Refusal {
        let words = (refusal.facts["holds"] ?? "").split(separator: ",").map {
            $0.filter { $0 != " " }
        }
        let subject = Phrase(fr: "Le foyer \(household)", en: "Household \(household)")
        return Refusal(
            .heldByLaw,
            [
                "subject": .word(String(household), subject),
                "holds": .list(words.compactMap { LegalHold(rawValue: $0) }),
            ],
            next: ["withdraw-application", "revoke-voucher"]
        )
    }
}
