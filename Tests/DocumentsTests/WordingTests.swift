import Domain
import Testing

@testable import Documents

/// What particular documents must say, and must not.
@Suite struct WordingTests {
    let press: Press

    init() throws { press = try Press() }

    private func paper(
        _ content: some DocumentContent,
        _ imprint: Imprint = Samples.imprint,
        name: String
    ) throws -> Paper {
        try Paper(press.pdf(of: content, imprint: imprint), name: name)
    }

    @Test func `forty laptops at 60 euros make a receipt of 2 400 under article 238 bis`() throws {
        let text = try paper(Samples.companyReceipt(), name: "w02").text()

        #expect(text.contains("***2400,00***"))
        #expect(text.contains("article238bisduCGI"))
        #expect(text.contains("5CG94UVB"))
        #expect(!text.contains("75%"))
        #expect(!text.contains("200duCGI"))
    }

    @Test func `an individual's laptop makes a receipt of 90 under article 200`() throws {
        let text = try paper(Samples.individualReceipt(), name: "w07").text()

        #expect(text.contains("***90,00***"))
        #expect(text.contains("article200duCGI"))
        #expect(text.contains("☒Autres(donennature)"))
        #expect(!text.contains("75%"))
        #expect(!text.contains("238bis"))
    }

    @Test func `a duplicate has the pages of its original, and says when it was printed`() throws {
        let original = try paper(Samples.companyReceipt(), name: "original")
        let duplicate = try paper(
            Samples.companyReceipt(),
            Samples.imprint(reprintedOn: day(2027, 3, 12)),
            name: "duplicate"
        )

        #expect(try original.information()["Pages"] == duplicate.information()["Pages"])
        #expect(try duplicate.flow().contains("DUPLICATA"))
        #expect(try duplicate.text().contains("DUPLICATAréimpriméle12mars2027"))
        #expect(try !original.text().contains("DUPLICATA"))
    }

    @Test func `a voucher says no income and no bracket`() throws {
        let text = try paper(Samples.voucher(.fr), name: "voucher-silent").text().lowercased()

        for word in ["revenu", "quotient", "qf", "tranche", "rsa"] {
            #expect(!text.contains(word), "the voucher says \(word)")
        }
    }

    @Test func `the address is whole in the window of an envelope`() throws {
        let paper = try paper(
            Samples.companyReceipt(laptops: 1, donor: Samples.longCompany),
            name: "window"
        )

        let seen = try paper.text(in: Area(x: 100, y: 53, width: 90, height: 32))

        #expect(seen == squeezed(Samples.longCompany.envelope.joined()))
    }

    @Test(arguments: [
        "Γεωργία Παπαδοπούλου", "Nguyễn Thị Ngọc Ánh", "Łukasz Żółć", "Çağrı Şahin",
        "Наталія Ґонта", "Œdipe Ÿvonne", "王小明", "田中さくら", "김민수",
    ])
    func `a name in any of these scripts is readable in the text layer`(_ name: String) throws {
        let donor = Person(name: name, address: Samples.donor.address)

        let text = try paper(Samples.individualReceipt(donor: donor), name: "script").text()

        #expect(text.contains(squeezed(name)))
    }

    /// Shaped and ordered for the eye; what readers copy out differs, so the letters are counted.
    @Test(
        arguments: zip(
            ["فاطمة الزهراء", "נועה כהן", "अनीता शर्मा", "สมชาย ใจดี"],
            [0x600...0x6FF, 0x590...0x5FF, 0x900...0x97F, 0xE00...0xE7F]
        )
    )
    func `a name in a shaped script is drawn`(_ name: String, _ letters: ClosedRange<UInt32>) throws
    {
        let donor = Person(name: name, address: Samples.donor.address)

        let text = try paper(Samples.individualReceipt(donor: donor), name: "shaped").flow()

        #expect(text.unicodeScalars.contains { letters.contains($0.value) })
    }

    @Test func `a character that no font has stops the document`() throws {
        let donor = Person(name: "\u{E0FF}", address: Samples.donor.address)

        let error = #expect(throws: DrawingError.self) {
            try press.pdf(of: Samples.individualReceipt(donor: donor), imprint: Samples.imprint)
        }

        guard case .unprintable = error else {
            Testing.Issue.record("expected unprintable, got \(String(describing: error))")
            return
        }
    }

    @Test func `a table has its headings on every page that it is on`() throws {
        let paper = try paper(Samples.register(lines: 200), name: "register-200")

        let pages = try #require(Int(paper.information()["Pages"] ?? ""))
        let headings = try paper.text().split(separator: "NumérosdesérieProvenance").count - 1

        // The last page may have the signature alone.
        #expect(pages > 10 && (pages - 1...pages).contains(headings))
    }

    @Test func `two hands have room under the longest of names`() throws {
        let name = String(repeating: "Marie-Antoinette Razafindrakotomanana ", count: 4)
        let long = Signatory(name: name, role: name, place: name)
        let short = Signatory(name: "Ana", role: "Chef", place: "Lille")
        let paper = Composition(try Typeface())

        paper.hands([("Pour l'effacement", long), ("Pour la vérification", short)], .fr)

        let feet = paper.pages.joined().compactMap { mark in
            if case .text(let block, _, let y) = mark { y + block.height } else { nil }
        }
        let rules = paper.pages.joined().compactMap { mark in
            if case .rule(_, let y, _, _, _) = mark { y } else { nil }
        }
        let foot = try #require(feet.max())
        #expect(rules.count == 2)
        #expect(rules.allSatisfy { $0 >= foot + mm(9) && $0 <= paper.y })
    }

    @Test func `a row taller than a page is refused, not cut`() throws {
        let long = String(repeating: "coque fendue sur toute la longueur, ", count: 400)
        let item = SoldItem(
            code: "M-1",
            nature: "ordinateur portable",
            brand: "Dell",
            model: "XPS",
            serial: "A",
            label: .used,
            grade: "C",
            defects: [long]
        )
        let note = GiftNote(
            issue: Samples.issue("BDO-2026-000001"),
            giver: Samples.workshop,
            items: [item],
            deliveredOn: day(2026, 10, 7)
        )

        let error = #expect(throws: DrawingError.self) {
            try press.pdf(of: note, imprint: Samples.imprint)
        }

        #expect(error == .rowTallerThanPage(row: 0))
    }

    @Test func `an instant before 1970 or on a leap day is written right`() {
        #expect(Printed.instant(0) == "1970-01-01T00:00:00Z")
        #expect(Printed.instant(-1) == "1969-12-31T23:59:59Z")
        #expect(Printed.instant(1_709_210_096) == "2024-02-29T12:34:56Z")
    }
}
