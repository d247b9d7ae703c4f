import Documents
public import Domain
public import Postgres
import Store

/// Issues the tax receipt of a gift: RFE for a company, RFP for a person (rulebook 1.1 to 1.4).
public struct IssueReceipt: Command {
    public static let name = "issue-receipt"
    public static let summary = Phrase(
        fr: "émet le reçu fiscal d'un don",
        en: "issues the tax receipt of a donation"
    )
    public static let permission = Permission(.receiptIssuer)

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
        try issuing.require(.rfe)
        let goods = try GivenGoods.lock(donation, in: db, issuing.circumstances)
        let draft = try draft(goods, issuing)
        try requireIssuer(issuing)
        try goods.gift.requireNoPaper(in: db, issuing.circumstances)
        let signatory = try issuing.signatory()
        let content = ReceiptContent(
            goods: goods,
            draft: draft,
            issuing: issuing,
            signatory: signatory
        )
        return draft.document == .rfe
            ? try freeze(draft, issuing, in: db) { content.company($0) }
            : try freeze(draft, issuing, in: db) { content.individual($0) }
    }

    private func freeze(
        _ draft: TaxReceiptDraft,
        _ issuing: DocumentIssuing,
        in db: isolated Connection,
        _ content: (Issue) -> some DocumentContent
    ) throws(Failure) -> IssuedDocument {
        try issuing.issue(
            draft.document,
            of: DocumentStore.Subject(donation: donation),
            amount: draft.amount,
            givenOn: draft.givenOn,
            information: draft.information,
            in: db,
            content
        )
    }

    func draft(
        _ goods: GivenGoods,
        _ issuing: DocumentIssuing
    ) throws(Failure) -> TaxReceiptDraft {
        if goods.gift.donorKind.taxArticle != nil { try goods.requireReconciled() }
        return try Failure.judging { () throws(Refusal) in
            try TaxReceiptRules.draft(
                for: goods.asked,
                issuer: ReceiptIssuer(
                    name: issuing.organisation.name,
                    authorisation: issuing.organisation.authorisation
                )
            )
        }
    }

    /// What the tax form asks of the beneficiary.
    func requireIssuer(_ issuing: DocumentIssuing) throws(Failure) {
        let organisation = issuing.organisation
        var missing: [(String, Phrase)] = []
        if organisation.siren == nil, organisation.rna == nil {
            missing.append(("siren", Phrase(fr: "le SIREN ou le RNA", en: "SIREN or RNA")))
        }
        if organisation.object == nil {
            missing.append(("object", Phrase(fr: "l'objet", en: "the object")))
        }
        if organisation.receiptCategory == nil {
            missing.append(
                ("receipt_category", Phrase(fr: "la catégorie fiscale", en: "the tax category"))
            )
        }
        guard missing.isEmpty else { throw issuing.incomplete(missing) }
    }
}

/// The content of a receipt, of either form.
struct ReceiptContent {
    let goods: GivenGoods
    let draft: TaxReceiptDraft
    let issuing: DocumentIssuing
    let signatory: Signatory

    func company(_ issue: Issue) -> CompanyReceipt {
        CompanyReceipt(
            issue: issue,
            beneficiary: issuing.issuer,
            donor: Company(
                name: goods.donor.name,
                legalForm: goods.donor.legalForm ?? "",
                registration: goods.donor.siren ?? "",
                address: PaperAddress.address(goods.donor.address)
            ),
            goods: goods.goods(.fr, valued: true),
            serials: goods.serials(.fr),
            amount: draft.amount,
            amountInWords: draft.amount.inWords(in: .fr),
            valuationBasis: draft.basis,
            givenOn: draft.givenOn,
            signatory: signatory,
            replaces: issuing.replacement
        )
    }

    func individual(_ issue: Issue) -> IndividualReceipt {
        IndividualReceipt(
            issue: issue,
            beneficiary: issuing.issuer,
            donor: Documents.Person(
                name: goods.donor.name,
                address: PaperAddress.address(goods.donor.address)
            ),
            goods: goods.goods(.fr, valued: true),
            serials: goods.serials(.fr),
            amount: draft.amount,
            amountInWords: draft.amount.inWords(in: .fr),
            givenOn: draft.givenOn,
            signatory: signatory,
            replaces: issuing.replacement
        )
    }
}
