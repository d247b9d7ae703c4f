import Documents
public import Domain
public import Postgres
import Store

/// Issues the official receipt of a gift in kind in Canada (CA_ODR): fair market value less any advantage.
public struct IssueOfficialReceipt: Command {
    public static let name = "issue-official-receipt"
    public static let summary = Phrase(
        fr: "émet le reçu officiel d'un don (Canada)",
        en: "issues the official receipt of a donation (Canada)"
    )
    public static let permission = Permission(.receiptIssuer)

    public let donation: Int64
    /// Name and address of who appraised it; advised from 1,000 CAD.
    public let appraiser: String?
    /// What the donor got in return, in words.
    public let advantage: String?
    public let language: Language?

    public init(
        donation: Int64,
        appraiser: String? = nil,
        advantage: String? = nil,
        language: Language? = nil
    ) {
        self.donation = donation
        self.appraiser = appraiser
        self.advantage = advantage
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
        try issuing.require(.caOdr)
        let goods = try GivenGoods.lock(donation, in: db, issuing.circumstances)
        try goods.requireReconciled()
        try goods.requireSomething()
        let asked = goods.asked
        guard let valuation = asked.valuation else {
            throw .refused(Refusal(.valuationMissing, ["donation": .text(asked.name)]))
        }
        guard asked.address.missing.isEmpty else {
            throw .refused(
                Refusal(
                    .addressIncomplete,
                    ["donor": .text(asked.donorName), "missing": .list(asked.address.missing)]
                )
            )
        }
        let value = issuing.money((valuation.unitValue * asked.acceptedCount).cents)
        let given = issuing.money(goods.gift.counterpartCents)
        guard value.cents > given.cents else {
            throw .refused(Refusal(.zeroValue, ["donation": .text(asked.name)], next: ["adn"]))
        }
        if !given.isZero, (advantage ?? "").isEmpty { throw .needed("advantage") }
        let number = try issuing.charityNumber()
        let signatory = try issuing.signatory()
        let language = language ?? goods.donor.language
        return try issuing.issue(
            .caOdr,
            of: DocumentStore.Subject(donation: donation),
            amount: value - given,
            givenOn: asked.givenOn,
            in: db
        ) {
            OfficialDonationReceipt(
                language: language,
                issue: $0,
                issuer: issuing.issuer,
                charityNumber: number,
                donor: goods.donor.onPaper,
                receivedOn: asked.givenOn,
                goods: goods.goods(language, valued: false),
                appraiser: appraiser,
                fairMarketValue: value,
                advantage: given,
                advantageDescription: advantage,
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }
}
