import Application
import Domain
import Store
import Testing
import TownSupport

@Suite struct DocumentLifeTests {
    private func receipt(of town: Town) async throws -> IssuedDocument {
        try await town.valuationGrid(laptopCents: 9_000)
        let gift = try await town.laptopOfAnIndividual(
            from: try await town.donor(.individual, name: "Rose Delorme")
        )
        return try await town.application.perform(IssueReceipt(donation: gift), as: town.ana)
    }

    @Test func `a replacement takes the next number and says which it stands for`() async throws {
        try await Town.with { town in
            let first = try await receipt(of: town)

            let second = try await town.application.perform(
                ReplaceDocument(document: first.document, reason: "nom mal écrit"),
                as: town.ana
            )
            let papers = try await town.application.ask(ListDocuments(kind: .rfp), as: town.ana)
            let paper = try text(ofPDF: await town.drawer().pdf(of: second.document, as: town.ana))
            let again = try await town.refusal {
                _ = try await town.application.perform(
                    CancelDocument(document: first.document, reason: "encore"),
                    as: town.ana
                )
            }

            #expect(second.replaces == first.document)
            #expect(papers.map(\.isCancelled) == [true, false])
            #expect(papers.map(\.replacedBy) == [second.document, nil])
            #expect(paper.contains("Annule et remplace le reçu n° \(first.document)"))
            #expect(again?.code == .documentCancelled)
        }
    }

    @Test func `while a receipt stands its gift does not change`() async throws {
        try await Town.with { town in
            let first = try await receipt(of: town)
            let listed = try await town.application.ask(ListDocuments(), as: town.ana)
            let gift = try #require(listed.first?.donation)

            let refusal = try await town.refusal {
                _ = try await town.application.perform(
                    ReconcileDonation(donation: gift),
                    as: town.ana
                )
            }

            #expect(refusal?.code == .documentAlreadyIssued)
            #expect(refusal?.facts["document"] == first.document)
        }
    }

    @Test func `the paper is drawn once and is the same for ever, and a duplicate is marked`()
        async throws
    {
        try await Town.with { town in
            let first = try await receipt(of: town)
            let frozen = try await town.application.ask(
                ShowDocument(document: first.document),
                as: town.ana
            )

            let drawn = try await town.drawer().drawMissing(as: town.ana)
            let paper = try await town.drawer().pdf(of: first.document, as: town.ana)
            let again = try await town.drawer().pdf(of: first.document, as: town.dan)
            let reprint = try await town.application.perform(
                ReprintDocument(document: first.document),
                as: town.ana
            )
            let duplicate = try await town.drawer().duplicate(
                of: first.document,
                reprintedOn: reprint.reprintedOn,
                as: town.ana
            )
            let shown = try await town.application.ask(
                ShowDocument(document: first.document),
                as: town.ana
            )

            #expect(drawn.drawn == 1 && drawn.undrawable.isEmpty)
            #expect(paper == again)
            #expect(!(try text(ofPDF: paper)).contains("DUPLICATA"))
            #expect(try text(ofPDF: duplicate).contains("DUPLICATA"))
            #expect(shown.document.duplicates == 1 && shown.document.isDrawn)
            #expect(shown.content == frozen.content)
        }
    }

    @Test func `anyone may verify a paper, and learns nothing of the donor`() async throws {
        try await Town.with { town in
            let first = try await receipt(of: town)
            let code = first.verification.lowercased().filter { $0 != "-" }

            let valid = try await town.application.ask(VerifyDocument(code: code), as: town.bea)
            _ = try await town.application.perform(
                CancelDocument(document: first.document, reason: "don repris"),
                as: town.ana
            )
            let cancelled = try await town.application.ask(VerifyDocument(code: code), as: town.bea)

            #expect(valid.document == first.document)
            #expect(valid.isValid && !cancelled.isValid)
            #expect(valid.fingerprint == cancelled.fingerprint)
        }
    }

    @Test func `who may not read a document is told so`() async throws {
        try await Town.with { town in
            let first = try await receipt(of: town)

            await #expect(throws: Failure.self) {
                try await town.application.ask(
                    ShowDocument(document: first.document),
                    as: town.bea
                )
            }
            let seen = try await town.application.ask(ListDocuments(), as: town.bea)
            #expect(seen == [])
        }
    }
}
