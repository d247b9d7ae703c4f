import Application
import Domain
import Store
import Testing
import TownSupport

@Suite struct SalePaperTests {
    @Test func `a slip says what was sold, paid and guaranteed, and is issued once`() async throws {
        try await Town.atTheCounter { town in
            let device = try await town.onTheShelf()[0]
            let sale = try await town.application.perform(
                SellDevice(
                    voucher: try await town.voucher(),
                    device: device,
                    expectedCents: 8_000,
                    payments: [
                        Tender(.card, cents: 5_000), Tender(.cash, cents: 3_000, tendered: 5_000),
                    ]
                ),
                as: town.ana
            )

            let slip = try await town.application.perform(
                IssueSaleSlip(sale: sale.sale),
                as: town.ana
            )
            let again = try await town.refusal {
                _ = try await town.application.perform(
                    IssueSaleSlip(sale: sale.sale),
                    as: town.ana
                )
            }
            let invoice = try await town.application.perform(
                ReplaceDocument(document: slip.document, reason: "facture demandée"),
                as: town.ana
            )
            let paper = try text(ofPDF: await town.drawer().pdf(of: slip.document, as: town.ana))
            let listed = try await town.application.ask(
                ListDocuments(device: device),
                as: town.ana
            )

            #expect(slip.kind == .fac && slip.amountCents == 8_000)
            #expect(again?.code == .documentAlreadyIssued)
            #expect(invoice.replaces == slip.document)
            #expect(listed.map(\.document) == [slip.document, invoice.document])
            for words in [
                "Ticket de vente", device.text, "Latitude", "80,00", "50,00",
                "Produit reconditionné",
                "garantie légale de conformité de 2 ans", "article 261-7-1° du CGI",
                "(FR-DEMO-2026)",
            ] {
                #expect(paper.contains(words), "\(words)")
            }
        }
    }

    @Test func `a machine that may not be sold goes with a gift note`() async throws {
        try await Town.atTheCounter { town in
            let device = try await town.onTheShelf(regime: .publicNoResale)[0]
            let sale = try await town.application.perform(
                SellDevice(
                    voucher: try await town.voucher(),
                    device: device,
                    expectedCents: 0,
                    payments: []
                ),
                as: town.ana
            )

            let note = try await town.application.perform(
                IssueSaleSlip(sale: sale.sale),
                as: town.ana
            )
            let paper = try text(ofPDF: await town.drawer().pdf(of: note.document, as: town.ana))

            #expect(note.kind == .bdo && note.amountCents == nil)
            #expect(paper.contains("Bon de don") && paper.contains("à titre gratuit"))
        }
    }

    @Test func `a voucher's paper says what it buys and nothing of incomes`() async throws {
        try await Town.atTheCounter { town in
            let voucher = try await town.voucher()

            let issued = try await town.application.perform(
                IssueVoucherPaper(voucher: voucher.text.lowercased()),
                as: town.bea
            )
            let paper = try text(ofPDF: await town.drawer().pdf(of: issued.document, as: town.bea))

            #expect(issued.kind == .bon)
            for words in ["Zoé D.", voucher.text, "1 × ordinateur portable", "inclus"] {
                #expect(paper.contains(words), "\(words)")
            }
            // As a word: the hash at the foot may hold any digits.
            #expect(!paper.split(separator: " ").contains("640") && !paper.contains("Dupré"))
        }
    }

    @Test func `a voucher's paper that is asked for twice is one paper`() async throws {
        try await Town.atTheCounter { town in
            let voucher = try await town.voucher()
            func issue(_ language: Language) async throws -> String {
                try await town.application.perform(
                    IssueVoucherPaper(voucher: voucher.text, language: language),
                    as: town.bea
                ).document
            }

            let first = try await issue(.fr)
            let english = try await issue(.en)
            let second = try await issue(.fr)

            #expect(second == first)
            #expect(english != first)
        }
    }

    @Test func `a voucher's paper is replaced in the language that is asked for`() async throws {
        try await Town.atTheCounter { town in
            let voucher = try await town.voucher()
            let first = try await town.application.perform(
                IssueVoucherPaper(voucher: voucher.text, language: .en),
                as: town.bea
            )

            let second = try await town.application.perform(
                ReplaceDocument(document: first.document, reason: "creased", language: .en),
                as: town.bea
            )
            let paper = try text(ofPDF: await town.drawer().pdf(of: second.document, as: town.bea))

            #expect(paper.contains("laptop") && !paper.contains("ordinateur"))
        }
    }

    @Test(arguments: ["62x29", "L7160"])
    func `labels are printed for devices by any of their names`(format: String) async throws {
        try await Town.atTheCounter { town in
            let devices = try await town.onTheShelf(2)

            let labels = try await town.drawer().labels(
                of: devices,
                format: format,
                startAt: format == "L7160" ? 20 : 1,
                as: town.ana
            )

            let words = try text(ofPDF: labels)
            for device in devices { #expect(words.contains(device.text)) }
            #expect(words.contains("Dell Latitude"))
        }
    }

    @Test(arguments: ["62x29", "25x54", "24", "L7160", "L7162", "L7163"], ["qr", "data_matrix"])
    func `what a scanner reads on a label leads to its machine`(
        format: String,
        matrix: String
    ) async throws {
        try await Town.atTheCounter { town in
            let device = try await town.onTheShelf()[0]

            let labels = try await town.drawer().labels(
                of: [device],
                format: format,
                matrix: matrix,
                as: town.ana
            )

            let read = try codes(inPDF: labels)
            #expect(read.contains("QR-Code:\(device.text)") == (matrix == "qr"))
            #expect(read.contains("CODE-128:\(device.text)"))
            if matrix == "data_matrix" {
                #expect(try dataMatrices(inPDF: labels) == [device.text])
            }
            let shown = try await town.application.ask(
                ShowDevice(device: DeviceReference(device.text)),
                as: town.ana
            )
            #expect(shown.device == device.text)
        }
    }

    @Test func `a card is printed for each step that a scan can take`() async throws {
        try await Town.with { town in
            let words = try text(ofPDF: await town.drawer().actionCards(in: .fr))

            #expect(words.contains("Cartes d'action"))
            #expect(words.contains("ACTION-TRIAGE"))
            #expect(!words.contains("ACTION-SELL"))
        }
    }
}
