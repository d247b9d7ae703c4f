import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// Whoever holds a paper checks it: without an account, and without learning more than the paper says.
@Suite struct VerifyPageTests {
    @Test func `the code of a paper says that it stands, and names nobody`() async throws {
        try await WebTown.with { town in
            let paper = try await town.town.issuedReceipt()

            let page = try await town.get("/verify/\(paper.verification)")

            #expect(page.status == .ok)
            #expect(page.text.contains(paper.document))
            #expect(page.text.contains(paper.fingerprint))
            #expect(page.text.contains("valable"))
            #expect(!page.text.contains("Ateliers du Val"))
            #expect(!page.text.contains("2\u{202F}400") && !page.text.contains("2400"))
        }
    }

    @Test func `a replaced paper says by which, and programs are told the same`() async throws {
        try await WebTown.with { town in
            let paper = try await town.town.issuedReceipt()
            let next = try await town.town.application.perform(
                ReplaceDocument(document: paper.document, reason: "adresse"),
                as: town.town.ana
            ).document

            let reply = try await town.get("/api/v1/verify/\(paper.verification)")

            let told = JSONValue(bytes: Array(reply.text.utf8))
            #expect(told["state"] == "replaced")
            #expect(told["valid"] == false)
            #expect(told["replaced_by"].text == next)
        }
    }

    @Test func `the fingerprint of the PDF is told once it is drawn`() async throws {
        try await WebTown.with { town in
            let paper = try await town.town.issuedReceipt()
            let before = try await town.get("/api/v1/verify/\(paper.verification)")
            let pdf = try await town.site.drawer.pdf(of: paper.document, as: town.town.ana)

            let after = try await town.get("/api/v1/verify/\(paper.verification)")

            let hash = SignIn.fingerprint(pdf)
            #expect(JSONValue(bytes: Array(before.text.utf8))["pdf_sha256"] == .null)
            #expect(JSONValue(bytes: Array(after.text.utf8))["pdf_sha256"].text == hash)
        }
    }

    @Test func `a mistyped code is told so, an unknown one as well`() async throws {
        try await WebTown.with { town in
            let mistyped = try await town.get("/verify/D-0000-0000-001")
            let unknown = try await town.get("/verify/\(try Self.code(7))")

            #expect(mistyped.status == .badRequest)
            #expect(unknown.status == .notFound)
            #expect(unknown.text.contains("Aucun document"))
        }
    }

    @Test func `who guesses too often waits, and who is right meanwhile waits too`() async throws {
        try await WebTown.with { town in
            let paper = try await town.town.issuedReceipt()
            for symbol in 0..<30 {
                _ = try await town.get("/verify/\(try Self.code(UInt8(symbol)))")
            }

            let page = try await town.get("/verify/\(paper.verification)")

            #expect(page.status == .tooManyRequests)
            #expect(!page.text.contains(paper.document))
        }
    }

    @Test func `the form leads to the page of its code`() async throws {
        try await WebTown.with { town in
            let form = try await town.get("/verify")
            let sent = try await town.get("/verify?code=D-1+2")

            #expect(form.status == .ok)
            #expect(sent.location == "/verify/D-1%202")
        }
    }

    private static func code(_ symbol: UInt8) throws -> String {
        try LabelCode(.document, drawn: [UInt8](repeating: symbol, count: 10)).text
    }
}

extension Town {
    /// A company's receipt for forty laptops.
    func issuedReceipt() async throws -> DocumentAnswer {
        let donation = try await valuedGift()
        let issued = try await application.perform(IssueReceipt(donation: donation), as: ana)
        return try await application.ask(ShowDocument(document: issued.document), as: ana).document
    }
}
