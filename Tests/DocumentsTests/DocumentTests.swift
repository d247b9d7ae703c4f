import Domain
import Testing

@testable import Documents

/// What holds for every document, whatever it says.
@Suite struct DocumentTests {
    let press: Press

    init() throws { press = try Press() }

    static let documents: [Specimen] =
        [
            Specimen("company-receipt-1", Samples.companyReceipt(laptops: 1)),
            Specimen("company-receipt-40", Samples.companyReceipt()),
            Specimen("company-receipt-400", Samples.companyReceipt(laptops: 400)),
            Specimen(
                "company-receipt-long-names",
                Samples.companyReceipt(
                    laptops: 3,
                    donor: Samples.longCompany,
                    replaces: Replacement(number: "RFE-2026-000000", day: day(2026, 10, 1)),
                    amountInWords: "cent quatre-vingts euros"
                )
            ),
            Specimen("individual-receipt", Samples.individualReceipt()),
            Specimen("attestation-fr", Samples.attestation(.fr)),
            Specimen("attestation-en-60", Samples.attestation(.en, lines: 60)),
            Specimen(
                "company-receipt-duplicate",
                Samples.companyReceipt(),
                imprint: Samples.imprint(reprintedOn: day(2027, 3, 12))
            ),
            Specimen("sale-slip-fr", Samples.saleSlip(.fr)),
            Specimen(
                "invoice-en-40",
                Samples.saleSlip(.en, items: 40, buyer: Samples.donor, regime: .normal)
            ),
            Specimen("sale-slip-margin", Samples.saleSlip(.fr, items: 1, regime: .marginScheme)),
            Specimen("credit-note-fr", Samples.creditNote(.fr)),
            Specimen("gift-note-en", Samples.giftNote(.en)),
            Specimen("voucher-fr", Samples.voucher(.fr)),
            Specimen("voucher-en", Samples.voucher(.en)),
            Specimen("certificate-fr-1", Samples.certificate(.fr, devices: 1)),
            Specimen("certificate-en-40", Samples.certificate(.en, devices: 40)),
            Specimen("deed-1", Samples.deed(items: 1)),
            Specimen("deed-60", Samples.deed(items: 60)),
        ] + outlined

    private static let outlined: [Specimen] = [
        Specimen("commitment", Samples.commitment),
        Specimen("reuse-statement-6", Samples.reuseStatement(items: 6)),
        Specimen("reuse-statement-60", Samples.reuseStatement(items: 60)),
        Specimen("vat-certificate", Samples.vatCertificate),
        Specimen("year-statement", Samples.yearStatement),
        Specimen("declared-gifts", Samples.declaredGifts),
        Specimen("us-acknowledgement", Samples.acknowledgement),
        Specimen("ca-receipt-en", Samples.officialReceipt(.en)),
        Specimen("ca-receipt-fr", Samples.officialReceipt(.fr)),
        Specimen("uk-letter-sale", Samples.giftAidLetter(.sale)),
        Specimen("uk-letter-year", Samples.giftAidLetter(.yearEnd)),
        Specimen("destruction-30", Samples.destruction(media: 30)),
        Specimen("closing-day", Samples.closing),
        Specimen("register-50", Samples.register(lines: 50)),
        Specimen("manifest-12", Samples.manifest(items: 12)),
        Specimen("placement", Samples.placement(returned: false)),
        Specimen("placement-return", Samples.placement(returned: true)),
        Specimen("donor-report-fr", Samples.report(.fr)),
        Specimen("donor-report-en", Samples.report(.en)),
        Specimen("decision-refused", Samples.refusal),
        Specimen("held-data", Samples.heldData),
    ]

    @Test(arguments: documents)
    func `every mandatory mention is in the text layer`(_ specimen: Specimen) throws {
        let paper = try Paper(specimen.print(press), name: specimen.name)

        let text = try paper.text() + paper.flow()

        let missing = specimen.mentions.filter { !text.contains(squeezed($0)) }
        #expect(missing == [])
    }

    @Test(arguments: documents)
    func `the file is a sound, tagged PDF with its fonts inside`(_ specimen: Specimen) throws {
        let paper = try Paper(specimen.print(press), name: specimen.name)

        let information = try paper.information()

        #expect(try paper.check().contains("No syntax or stream encoding errors found"))
        #expect(information["Tagged"] == "yes")
        #expect(information["CreationDate"] == "2026-10-07T10:03:22Z")
        // The columns end in: emb sub uni object-number generation.
        let fonts = try paper.fonts()
        #expect(!fonts.isEmpty)
        #expect(fonts.filter { $0[$0.count - 5] != "yes" } == [])
    }

    @Test(arguments: documents)
    func `the same value gives the same bytes on another press`(_ specimen: Specimen) throws {
        let once = try specimen.print(press)

        let again = try specimen.print(Press())

        #expect(once == again)
    }

    @Test(arguments: documents)
    func `the code on the paper leads to its proof`(_ specimen: Specimen) throws {
        let paper = try Paper(specimen.print(press), name: specimen.name)

        let verification = try #require(Samples.imprint.verification)
        #expect(try paper.codes().contains(verification.url))
    }

    @Test(arguments: documents)
    func `every page says which of how many`(_ specimen: Specimen) throws {
        let paper = try Paper(specimen.print(press), name: specimen.name)

        let text = try paper.text()
        let count = try #require(Int(paper.information()["Pages"] ?? ""))

        let missing = (1...count).map { "\($0)/\(count)" }.filter { !text.contains($0) }
        #expect(missing == [])
    }
}

/// A document of any type, with its name for the test report.
struct Specimen: Sendable, CustomTestStringConvertible {
    let name: String
    let mentions: [String]
    let json: [UInt8]
    private let draw: @Sendable (Press) throws(DrawingError) -> [UInt8]

    init(_ name: String, _ content: some DocumentContent, imprint: Imprint = Samples.imprint) {
        self.name = name
        mentions =
            content.mandatoryMentions
            + [imprint.verification?.code ?? "-", imprint.contentHash, content.issue.number]
        json = canonicalJSON(content)
        draw = { (press) throws(DrawingError) in try press.pdf(of: content, imprint: imprint) }
    }

    func print(_ press: Press) throws(DrawingError) -> [UInt8] { try draw(press) }

    var testDescription: String { name }
}
