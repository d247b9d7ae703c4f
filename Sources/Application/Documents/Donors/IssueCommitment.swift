import Documents
public import Domain
public import Postgres
import Store

/// Issues the commitment to reuse what a public body offers (ENR), before its deed; the deed then names it.
public struct IssueCommitment: Command {
    public static let name = "issue-commitment"
    public static let summary = Phrase(
        fr: "émet l'engagement de réemploi envers un organisme public",
        en: "issues the commitment to reuse towards a public body"
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
        let goods = try GivenGoods.lock(donation, in: db, issuing.circumstances)
        guard goods.gift.donorKind == .publicBody else {
            throw PaperForDonor.refusal(.enr, goods.gift.donorKind)
        }
        let giver = try goods.publicBody()
        let lines = try Failure.running { () throws(PostgresError) in
            try DonationStore.lines(of: donation, issuing.circumstances.speaker, in: db)
        }
        let signatory = try issuing.signatory()
        return try issuing.issue(.enr, of: DocumentStore.Subject(donation: donation), in: db) {
            ReuseCommitment(
                issue: $0,
                issuer: issuing.issuer,
                giver: giver,
                goods: lines.map(Self.offered),
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }

    private static func offered(_ line: DonationLine) -> GoodsLine {
        GoodsLine(
            quantity: Int(max(line.quantity, line.received)),
            nature: (line.kind ?? .peripheral).label(in: .fr),
            brand: line.maker ?? "",
            model: line.model ?? ""
        )
    }
}

extension GivenGoods {
    /// The giving body as its papers name it.
    ///
    /// - Throws: `identity_incomplete` without SIRET or full address.
    func publicBody() throws(Failure) -> Company {
        var missing: [(String, Phrase)] = asked.address.missing
        if donor.siret == nil { missing.append(("siret", Phrase(fr: "le SIRET", en: "SIRET"))) }
        guard missing.isEmpty, let siret = donor.siret else {
            throw .refused(
                Refusal(
                    .identityIncomplete,
                    ["donor": .text(donor.name), "missing": .list(missing)],
                    next: [ChangeDonor.name]
                )
            )
        }
        return Company(
            name: donor.name,
            legalForm: donor.legalForm ?? DonorKind.publicBody.label.fr,
            registration: siret,
            address: PaperAddress.address(donor.address)
        )
    }
}
