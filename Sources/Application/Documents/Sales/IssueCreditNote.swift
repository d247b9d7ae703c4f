import Documents
public import Domain
public import Postgres
import Store

/// Issues the credit note of a refund (AVO): it names the slip that it undoes, which stays as it is.
public struct IssueCreditNote: Command {
    public static let name = "issue-credit-note"
    public static let summary = Phrase(
        fr: "émet l'avoir d'un remboursement",
        en: "issues the credit note of a refund"
    )
    public static let permission = Permission(.shop, .accountant)

    /// The number of the return, as `take-back-device` answered it.
    public let taking: Int64
    public let language: Language?

    enum CodingKeys: String, CodingKey {
        case language
        case taking = "return"
    }

    public init(return taking: Int64, language: Language? = nil) {
        self.taking = taking
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
        let speaker = issuing.circumstances.speaker
        let back = try refund(speaker, in: db)
        let (sale, slip) = try Failure.running { () throws(PostgresError) in
            (
                try SoldPaperStore.sale(back.sale, of: speaker, in: db),
                try DocumentStore.standingSlip(of: back.sale, speaker, in: db)
            )
        }
        guard let sale, let slip else {
            throw .refused(
                Refusal(
                    .invoiceMissing,
                    ["sale": .text(String(back.sale))],
                    next: [IssueSaleSlip.name]
                )
            )
        }
        try issuing.requireSeller()
        let tongue = language ?? .fr
        let old = try content(of: slip, speaker, in: db)
        let regime = issuing.vatRegime
        let cents = back.refunds.reduce(0) { $0 + $1.cents }
        return try issuing.issue(
            .avo,
            of: DocumentStore.Subject(device: sale.device, sale: sale.number, taking: taking),
            amount: issuing.money(cents),
            in: db
        ) {
            CreditNote(
                language: tongue,
                issue: $0,
                seller: issuing.issuer,
                buyer: old?.buyer,
                original: Replacement(number: slip.number, day: slip.issuedOn),
                reason: TakeBackDevice.Cause(rawValue: back.cause)?.label(in: tongue) ?? back.cause,
                items: [sale.item(in: tongue, price: issuing.money(cents))],
                total: issuing.money(cents),
                refunds: back.refunds.map {
                    PaymentLine(method: $0.method, amount: issuing.money($0.cents))
                },
                vatRegime: regime,
                vatLines: regime == .normal ? [IssueSaleSlip.tax(within: cents)] : []
            )
        }
    }

    private func refund(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(Failure) -> SoldPaperStore.Refund {
        let number = Domain.Fact.text(String(taking))
        let found = try Failure.running { () throws(PostgresError) in
            try SoldPaperStore.refund(of: taking, speaker, in: db)
        }
        guard let found else { throw .refused(Refusal(.unknownReturn, ["return": number])) }
        guard !found.refunds.isEmpty else {
            throw .refused(Refusal(.nothingRefunded, ["return": number]))
        }
        return found
    }

    private func content(
        of slip: IssuedPaper,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(Failure) -> SaleSlip? {
        let text = try Failure.running { () throws(PostgresError) in
            try DocumentStore.content(of: slip, speaker, in: db)
        }
        return text.flatMap { FrozenContent.read(SaleSlip.self, $0) }
    }
}

extension DocumentIssuing {
    var vatRegime: VATRegime {
        VATRegime(rawValue: organisation.vatRegime.uppercased()) ?? .exemptNonprofit
    }

    /// What the law asks of a seller on a slip: without it none is issued (rulebook 4.4).
    ///
    /// - Throws: `identity_incomplete`.
    func requireSeller() throws(Failure) {
        var missing: [(String, Phrase)] = []
        if organisation.legalForm == nil {
            missing.append(("legal_form", Phrase(fr: "la forme juridique", en: "legal form")))
        }
        if organisation.siren == nil, organisation.rna == nil {
            missing.append(("siren", Phrase(fr: "le SIREN ou le RNA", en: "SIREN or RNA")))
        }
        missing += EnvelopeAddress.postal(organisation.address).missing
        if vatRegime == .normal, organisation.vatNumber == nil {
            missing.append(("vat_number", Phrase(fr: "le numéro de TVA", en: "VAT number")))
        }
        guard missing.isEmpty else {
            let refusal = Refusal(
                .identityIncomplete,
                ["donor": .text(organisation.name), "missing": .list(missing)],
                next: [DescribeOrganisation.name]
            )
            throw .refused(refusal)
        }
    }
}

extension SoldPaperStore.Sale {
    /// The machine as a paper of the counter names it.
    func item(in language: Language, price: Money?) -> SoldItem {
        SoldItem(
            code: DeviceReference(number: device).text,
            nature: kind.label(in: language),
            brand: maker ?? "",
            model: model ?? "",
            serial: serial ?? "–",
            label: label,
            grade: grade,
            defects: defects,
            system: os,
            price: price
        )
    }
}
