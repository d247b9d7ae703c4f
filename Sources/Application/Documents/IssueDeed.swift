import Documents
public import Domain
public import Postgres
import Store

/// Issues the deed by which a public body gives machines away (ACG; CG3P L.3212-2, rulebook 1.6).
public struct IssueDeed: Command {
    public static let name = "issue-deed"
    public static let summary = Phrase(
        fr: "émet l'acte de cession gratuite d'un organisme public",
        en: "issues the deed of a public body's gift"
    )
    public static let permission = Permission(.receiptIssuer)

    public let donation: Int64
    /// Who signs for the body, as what, and where.
    public let giverSigner: String
    public let giverTitle: String
    /// The reference of the commitment to reuse; absent: the one issued, or the deed itself.
    public let commitment: String?

    enum CodingKeys: String, CodingKey {
        case donation, commitment
        case giverSigner = "giver_signer"
        case giverTitle = "giver_title"
    }

    public init(
        donation: Int64,
        giverSigner: String,
        giverTitle: String,
        commitment: String? = nil
    ) {
        self.donation = donation
        self.giverSigner = giverSigner
        self.giverTitle = giverTitle
        self.commitment = commitment
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
        guard goods.gift.donorKind == .publicBody else {
            throw PaperForDonor.refusal(.acg, goods.gift.donorKind)
        }
        try goods.requireReconciled()
        try goods.requireSomething()
        try goods.gift.requireNoPaper(in: db, issuing.circumstances)
        let (decision, decidedOn, siret) = try decision(of: goods)
        let signatory = try issuing.signatory()
        let items = DeedItems(goods: goods).items
        let promised = try Failure.running { () throws(PostgresError) in
            try DocumentStore.standing(.enr, of: donation, issuing.circumstances.speaker, in: db)
        }
        return try issuing.issue(
            .acg,
            of: DocumentStore.Subject(donation: donation),
            givenOn: goods.gift.receivedOn,
            in: db
        ) { issue in
            TransferDeed(
                issue: issue,
                taker: issuing.issuer,
                giver: Company(
                    name: goods.donor.name,
                    legalForm: goods.donor.legalForm ?? DonorKind.publicBody.label.fr,
                    registration: siret,
                    address: PaperAddress.address(goods.donor.address)
                ),
                decision: decision,
                decidedOn: decidedOn,
                giverSignatory: Signatory(
                    name: giverSigner,
                    role: giverTitle,
                    place: EnvelopeAddress.parts(goods.donor.address).town
                ),
                items: items,
                regime: goods.gift.regime == .publicNoResale ? .noResale : .resale,
                commitment: commitment ?? promised?.number
                    ?? "pris par le présent acte, n° \(issue.number)",
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }

    private func decision(of goods: GivenGoods) throws(Failure) -> (String, Day, String) {
        var missing: [(String, Phrase)] = goods.asked.address.missing
        if goods.gift.deedReference == nil || goods.gift.deedDate == nil {
            missing.append(
                ("deed_reference", Phrase(fr: "la décision et sa date", en: "the decision's date"))
            )
        }
        if goods.donor.siret == nil {
            missing.append(("siret", Phrase(fr: "le SIRET", en: "SIRET")))
        }
        guard missing.isEmpty, let reference = goods.gift.deedReference,
            let date = goods.gift.deedDate, let siret = goods.donor.siret
        else {
            throw .refused(
                Refusal(
                    .identityIncomplete,
                    ["donor": .text(goods.donor.name), "missing": .list(missing)],
                    next: [CorrectDonation.name, ChangeDonor.name]
                )
            )
        }
        return (reference, date, siret)
    }
}

/// The machines of a deed: those known by themselves with their serial numbers, the others one by one without.
struct DeedItems {
    let goods: GivenGoods

    var items: [TransferDeed.Item] {
        var known = Dictionary(grouping: goods.devices, by: \.kind)
        var items: [TransferDeed.Item] = []
        for line in goods.lines {
            let kind = line.kind ?? .peripheral
            for _ in 0..<line.goods {
                let device = known[kind]?.isEmpty == false ? known[kind]?.removeFirst() : nil
                items.append(item(line, kind, device))
            }
        }
        return items
    }

    private func item(
        _ line: DonationLine,
        _ kind: DeviceType,
        _ device: GivenDevice?
    ) -> TransferDeed.Item {
        let named = [device?.maker ?? line.maker, device?.model ?? line.model].compactMap { $0 }
        return TransferDeed.Item(
            serial: device?.serial ?? "–",
            nature: kind.label.fr,
            model: named.isEmpty ? line.description : named.joined(separator: " "),
            purchaseYear: line.madeIn.map { Int($0) },
            declaredValue: Money(cents: line.declaredUnitCents ?? 0)
        )
    }
}
