import Documents
public import Domain
public import Postgres
import Store

/// Issues the written acknowledgement of a gift in kind in the United States (US_ACK), which states no value.
public struct IssueAcknowledgement: Command {
    public static let name = "issue-acknowledgement"
    public static let summary = Phrase(
        fr: "émet la reconnaissance écrite d'un don (États-Unis)",
        en: "issues the written acknowledgement of a donation (United States)"
    )
    public static let permission = Permission(.receiptIssuer)

    public let donation: Int64
    /// What the donor got in return, in words; needed where the gift has a counterpart.
    public let returned: String?

    public init(donation: Int64, returned: String? = nil) {
        self.donation = donation
        self.returned = returned
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
        try issuing.require(.usAck)
        let goods = try GivenGoods.lock(donation, in: db, issuing.circumstances)
        try goods.requireReconciled()
        try goods.requireSomething()
        let number = try issuing.charityNumber()
        let signatory = try issuing.signatory()
        let counterpart = goods.gift.counterpartCents
        if counterpart > 0, (returned ?? "").isEmpty { throw .needed("returned") }
        let givenOn = goods.gift.receivedOn ?? issuing.circumstances.today
        return try issuing.issue(
            .usAck,
            of: DocumentStore.Subject(donation: donation),
            givenOn: givenOn,
            information: Form8283Rules.information(for: goods.donor.kind),
            in: db
        ) {
            WrittenAcknowledgement(
                issue: $0,
                issuer: issuing.issuer,
                charityNumber: number,
                donor: goods.donor.onPaper,
                givenOn: givenOn,
                givenAt: issuing.organisation.address.joined(separator: ", "),
                goods: goods.goods(.en, valued: false),
                serials: goods.serials(.en),
                returned: counterpart > 0 ? returned : nil,
                returnedValue: counterpart > 0 ? issuing.money(counterpart) : nil,
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }
}

extension Failure {
    /// A field that this command needs in this case.
    static func needed(_ field: String) -> Failure {
        .unreadable(
            Unreadable(field, expected: Phrase(fr: "un texte", en: "a text"))
        )
    }
}
