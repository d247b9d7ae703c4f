public import Domain
public import Postgres
import Store

/// Writes down a Retail Gift Aid declaration and agency agreement of a person in the United Kingdom.
public struct DeclareGiftAid: Command {
    public static let name = "declare-gift-aid"
    public static let summary = Phrase(
        fr: "note une déclaration Retail Gift Aid",
        en: "writes down a Retail Gift Aid declaration"
    )
    public static let permission = Permission(.receiptIssuer, .intake)

    public let donor: Int64
    public let method: GiftAidRules.Method
    /// Our commission in tenths of a per cent.
    public let commissionPermille: Int
    /// Absent: today.
    public let declaredOn: Day?

    enum CodingKeys: String, CodingKey {
        case donor, method
        case commissionPermille = "commission_permille"
        case declaredOn = "declared_on"
    }

    public init(
        donor: Int64,
        method: GiftAidRules.Method,
        commissionPermille: Int = 0,
        declaredOn: Day? = nil
    ) {
        self.donor = donor
        self.method = method
        self.commissionPermille = commissionPermille
        self.declaredOn = declaredOn
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donor: Int64
        /// By which the donor is known in letters and claims.
        public let donorNumber: String
        public let method: GiftAidRules.Method

        enum CodingKeys: String, CodingKey {
            case donor, method
            case donorNumber = "donor_number"
        }
    }

    /// - Throws: `gift_aid_missing` for a company: individuals only.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let giver = try Donor.require(donor, in: db, circumstances)
        guard giver.kind == .individual else {
            throw .refused(Refusal(.giftAidMissing, ["donor": .text(giver.name)]))
        }
        _ = try Failure.running { () throws(PostgresError) in
            try GiftAidStore.declare(
                giver.number,
                on: declaredOn ?? circumstances.today,
                method: method,
                commissionPermille: commissionPermille,
                of: circumstances.speaker,
                in: db
            )
        }
        return Outcome(
            donor: giver.number,
            donorNumber: GiftAidLetters.number(of: giver.number),
            method: method
        )
    }
}

/// The claim schedule of a tax year: who gave which proceeds, and what may be claimed on them.
public struct GiftAidClaim: Question {
    public static let name = "gift-aid-claim"
    public static let summary = Phrase(
        fr: "prépare la réclamation Gift Aid d'une année",
        en: "prepares the Gift Aid claim of a tax year"
    )
    public static let permission = Permission(.receiptIssuer, .accountant, .auditor)

    /// Any day of the tax year; absent: today.
    public let day: Day?

    public init(day: Day? = nil) {
        self.day = day
    }

    public struct Line: Codable, Sendable, Hashable {
        public let donor: Int64
        public let donorNumber: String
        public let name: String
        public let sales: Int
        public let proceedsCents: Int64
        /// After our commission: what was given.
        public let netCents: Int64
        public let claimCents: Int64
        public let lastSoldOn: Day

        enum CodingKeys: String, CodingKey {
            case donor, name, sales
            case donorNumber = "donor_number"
            case proceedsCents = "proceeds_cents"
            case netCents = "net_cents"
            case claimCents = "claim_cents"
            case lastSoldOn = "last_sold_on"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Line] {
        guard let year = GiftAidRules.taxYear(of: day ?? circumstances.today) else { return [] }
        let sold = try Failure.running { () throws(PostgresError) in
            try GiftAidStore.sales(
                of: nil,
                from: year.first,
                to: year.last,
                circumstances.speaker,
                in: db
            )
        }
        let byDonor = Dictionary(grouping: sold, by: \.donor)
        return byDonor.keys.sorted().compactMap { donor in
            byDonor[donor].flatMap(Self.line)
        }
    }

    private static func line(_ sales: [GiftAidStore.Sale]) -> Line? {
        guard let first = sales.first, let last = sales.map(\.soldOn).max() else { return nil }
        let net = sales.reduce(0) {
            $0 + GiftAidRules.net(ofPence: $1.cents, commissionPermille: $1.commissionPermille)
        }
        return Line(
            donor: first.donor,
            donorNumber: GiftAidLetters.number(of: first.donor),
            name: first.donorName,
            sales: sales.count,
            proceedsCents: sales.reduce(0) { $0 + $1.cents },
            netCents: net,
            claimCents: GiftAidRules.claim(onPence: net),
            lastSoldOn: last
        )
    }
}
