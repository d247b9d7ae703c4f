import Documents
public import Domain
public import Postgres
import Store

/// Issues the certificate of a company's gifts for value added tax (ATV), if the organisation is of public benefit.
public struct IssueVATCertificate: Command {
    public static let name = "issue-vat-certificate"
    public static let summary = Phrase(
        fr: "émet l'attestation de TVA des dons d'une entreprise",
        en: "issues the VAT certificate of a company's gifts"
    )
    public static let permission = Permission(.receiptIssuer)

    public let donor: Int64
    /// The calendar year of the gifts; absent: the one that runs.
    public let year: Int?

    public init(donor: Int64, year: Int? = nil) {
        self.donor = donor
        self.year = year
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
        guard let decree = issuing.organisation.decree else {
            throw .refused(
                Refusal(
                    .notOfPublicBenefit,
                    ["issuer": .text(issuing.organisation.name)],
                    next: [DescribeOrganisation.name]
                )
            )
        }
        let giver = try Donor.require(donor, in: db, issuing.circumstances)
        let company = try Self.company(giver)
        let days = try DocumentStore.Subject.Days.year(year ?? issuing.circumstances.today.year)
        let lines = try inventory(of: giver.number, days, issuing, in: db)
        let signatory = try issuing.signatory()
        return try issuing.issue(
            .atv,
            of: DocumentStore.Subject(donor: giver.number, covers: days),
            in: db
        ) {
            VATCertificate(
                issue: $0,
                issuer: issuing.issuer,
                decree: decree.number,
                decreedOn: decree.on,
                donor: company,
                from: days.from,
                to: days.to,
                lines: lines,
                signatory: signatory,
                replaces: issuing.replacement
            )
        }
    }

    private static func company(_ giver: Donor) throws(Failure) -> Company {
        guard giver.kind == .company else { throw PaperForDonor.refusal(.atv, giver.kind) }
        guard let siren = giver.siren, let form = giver.legalForm else {
            throw .refused(
                Refusal(
                    .identityIncomplete,
                    [
                        "donor": .text(giver.name),
                        "missing": .list([
                            (
                                "siren",
                                Phrase(fr: "le SIREN et la forme", en: "SIREN and legal form")
                            )
                        ]),
                    ],
                    next: [ChangeDonor.name]
                )
            )
        }
        return Company(
            name: giver.name,
            legalForm: form,
            registration: siren,
            address: PaperAddress.address(giver.address)
        )
    }

    private func inventory(
        of donor: Int64,
        _ days: DocumentStore.Subject.Days,
        _ issuing: DocumentIssuing,
        in db: isolated Connection
    ) throws(Failure) -> [VATCertificate.Line] {
        let goods = try Failure.running { () throws(PostgresError) in
            try DonationStore.goods(
                ofDonor: donor,
                from: days.from,
                to: days.to,
                issuing.circumstances.speaker,
                in: db
            )
        }
        guard !goods.isEmpty else {
            throw .refused(Refusal(.nothingToState, ["subject": .text("\(days.from.year)")]))
        }
        return goods.map {
            VATCertificate.Line(
                givenOn: $0.givenOn,
                nature: $0.nature(in: .fr),
                quantity: Int($0.quantity)
            )
        }
    }
}
