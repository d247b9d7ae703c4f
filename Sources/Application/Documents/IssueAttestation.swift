import Documents
public import Domain
public import Postgres
import Store

/// Issues the attestation of a gift without tax effect (ADN): for an association, or where a receipt is not possible.
public struct IssueAttestation: Command {
    public static let name = "issue-attestation"
    public static let summary = Phrase(
        fr: "émet l'attestation non fiscale d'un don",
        en: "issues the attestation of a donation, without tax effect"
    )
    public static let permission = Permission(.receiptIssuer, .intake)

    public let donation: Int64

    public init(donation: Int64) {
        self.donation = donation
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
        let goods = try GivenGoods.lock(donation, in: db, issuing.circumstances)
        guard goods.gift.donorKind != .publicBody else {
            throw PaperForDonor.refusal(.adn, goods.gift.donorKind)
        }
        try goods.requireReconciled()
        try goods.requireSomething()
        try goods.gift.requireNoPaper(in: db, issuing.circumstances)
        let signatory = try issuing.signatory()
        let language = goods.donor.language
        let givenOn = goods.gift.receivedOn ?? issuing.circumstances.today
        return try issuing.issue(
            .adn,
            of: DocumentStore.Subject(donation: donation),
            givenOn: givenOn,
            in: db
        ) { issue in
            DonationAttestation(
                language: language,
                issue: issue,
                beneficiary: issuing.issuer,
                donor: Documents.Person(
                    name: goods.donor.name,
                    address: PaperAddress.address(goods.donor.address)
                ),
                goods: goods.goods(language, valued: false),
                serials: goods.serials(language),
                givenOn: givenOn,
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }
}

/// Which paper is for whom.
enum PaperForDonor {
    static func refusal(_ document: DocumentType, _ kind: DonorKind) -> Failure {
        .refused(
            Refusal(
                .documentNotForDonor,
                [
                    "document": .word(document), "donor_kind": .word(kind),
                    "instead": .list(kind.documents),
                ],
                next: kind.documents.map(\.rawValue)
            )
        )
    }
}
