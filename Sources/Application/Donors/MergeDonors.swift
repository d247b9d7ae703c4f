public import Domain
public import Postgres
import Store

/// Lets two entries that are one donor be one: gifts and papers stay as they were written.
public struct MergeDonors: Command {
    public static let name = "merge-donors"
    public static let summary = Phrase(
        fr: "fusionne deux fiches d'un même donateur",
        en: "merges two entries of one donor"
    )
    public static let permission = AddDonor.permission

    /// The entry that is found no longer.
    public let donor: Int64
    public let into: Int64

    public init(donor: Int64, into: Int64) {
        self.donor = donor
        self.into = into
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donor: Int64
        /// Gifts now listed under it.
        public let donations: Int64
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let other = try Donor.require(donor, in: db, circumstances)
        let kept = try Donor.require(into, in: db, circumstances)
        guard other.kind == kept.kind else {
            throw .refused(
                Refusal(.donorKindsDiffer, ["donor": .text(other.name), "into": .text(kept.name)])
            )
        }
        if other.number != kept.number {
            try Failure.running { () throws(PostgresError) in
                try DonorStore.merge(
                    other.number,
                    into: kept.number,
                    of: circumstances.speaker,
                    in: db
                )
            }
        }
        let now = try Donor.require(kept.number, in: db, circumstances)
        return Outcome(donor: now.number, donations: now.donations)
    }
}
