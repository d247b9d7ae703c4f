public import Domain
public import Postgres
import Store

/// Takes a donor's name and ways to reach them away; gifts, receipts and register stay by law.
public struct EraseDonor: Command {
    public static let name = "erase-donor"
    public static let summary = Phrase(
        fr: "efface un donateur qui le demande",
        en: "erases a donor who asks for it"
    )
    public static let permission = Permission(.dpo)

    public let donor: Int64

    public init(donor: Int64) {
        self.donor = donor
    }

    /// - Throws: `unknown_donor`, `already_erased`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ErasedSubject {
        let kept = try Failure.running { () throws(PostgresError) in
            try RetentionStore.erase(donor: donor, in: db)
        }
        return ErasedSubject(
            subject: donor,
            gone: ["donors": 1],
            kept: [.init(kept.papers, .receipts), .init(kept.registerLines, .register)]
        )
    }
}
