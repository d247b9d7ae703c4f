import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// A donor's own page: behind its link everything of the donor's, and nothing of anybody else's.
@Suite struct DonorLinkPageTests {
    @Test func `the link shows papers, what came and what became of it`() async throws {
        try await WebTown.with { town in
            let paper = try await town.town.issuedReceipt()
            let link = try await town.link(to: try await town.giver(of: paper))

            let page = try await town.get("/gifts/\(link)")
            let pdf = try await town.get("/gifts/\(link)/papers/\(paper.document)")

            #expect(page.status == .ok)
            #expect(page.text.contains(paper.document))
            #expect(page.header("cache-control") == "no-store")
            #expect(page.header("referrer-policy") == "strict-origin")
            #expect(page.header("x-robots-tag")?.contains("noindex") == true)
            #expect(pdf.status == .ok)
            #expect(pdf.header("content-type") == "application/pdf")
        }
    }

    @Test func `what the link draws is the paper that the house keeps later`() async throws {
        try await WebTown.with { town in
            let paper = try await town.town.issuedReceipt()
            let link = try await town.link(to: try await town.giver(of: paper))

            let drawn = try await town.site.desk.paper(paper.document, behind: link, from: "here")
            let undrawn = try await town.town.application.ask(
                ShowDocument(document: paper.document),
                as: town.town.ana
            )
            let kept = try await town.site.drawer.pdf(of: paper.document, as: town.town.ana)
            let again = try await town.site.desk.paper(paper.document, behind: link, from: "here")

            #expect(!undrawn.document.isDrawn)
            #expect(drawn == kept)
            #expect(again == kept)
        }
    }

    @Test func `a paper of another donor is not there`() async throws {
        try await WebTown.with { town in
            let paper = try await town.town.issuedReceipt()
            let other = try await town.town.donor(.individual, name: "Ida Renard")
            let link = try await town.link(to: other)

            let page = try await town.get("/gifts/\(link)")
            let pdf = try await town.get("/gifts/\(link)/papers/\(paper.document)")

            #expect(page.status == .ok)
            #expect(!page.text.contains(paper.document))
            #expect(pdf.status == .notFound)
        }
    }

    @Test func `a revoked link leads nowhere at the next request`() async throws {
        try await WebTown.with { town in
            let donor = try await town.town.donor(.company)
            let link = try await town.link(to: donor)
            let before = try await town.get("/gifts/\(link)")

            let ended = try await town.town.application.perform(
                RevokeDonorLinks(donor: donor),
                as: town.town.ana
            )
            let after = try await town.get("/gifts/\(link)")
            let invented = try await town.get("/gifts/\(String(repeating: "7", count: 64))")

            #expect(before.status == .ok)
            #expect(ended.ended == 1)
            #expect(after.status == .notFound)
            #expect(invented.status == .notFound)
        }
    }

    @Test func `looking changes nothing, saying yes does, once`() async throws {
        try await WebTown.with { town in
            let donor = try await town.town.donor(.company)
            let link = try await town.link(to: donor)
            for path in ["/gifts/\(link)", "/gifts/\(link)?purpose=papers&given=true"] {
                _ = try await town.get(path)
            }
            let before = try await town.consents(of: donor)

            for _ in 0..<2 {
                _ = try await town.post("/gifts/\(link)", "purpose=papers&given=true")
            }
            let foreign = try await town.post(
                "/gifts/\(link)",
                "purpose=mail&given=false",
                headers: ["sec-fetch-site": "cross-site"]
            )

            let after = try await town.consents(of: donor)
            #expect(before.isEmpty)
            #expect(after.map(\.purpose) == ["papers"])
            #expect(after.map(\.given) == [true])
            #expect(foreign.status == .forbidden)
        }
    }

    @Test func `staff make the link with a button and see it once`() async throws {
        try await WebTown.with { town in
            let donor = try await town.town.donor(.company)
            let cookie = try await town.signIn("ana")

            let made = try await town.send(
                "/donors/\(donor)",
                "make-donor-link",
                ["donor": "\(donor)"],
                as: cookie
            )
            let later = try await town.get("/donors/\(donor)", cookie: cookie)

            let address = /http:\/\/localhost:8080(\/gifts\/[0-9a-f]{64})/
            let path = try #require(made.text.firstMatch(of: address)).1
            #expect(try await town.get(String(path)).status == .ok)
            #expect(later.text.firstMatch(of: address) == nil)
            #expect(later.text.contains("revoke-donor-links"))
        }
    }
}

extension WebTown {
    /// The secret part of a new link to a donor's page.
    func link(to donor: Int64) async throws -> String {
        try await town.application.perform(MakeDonorLink(donor: donor), as: town.ana).secret
    }

    /// Who gave what a paper is of.
    func giver(of paper: DocumentAnswer) async throws -> Int64 {
        let donation = try await town.application.ask(
            ShowDonation(donation: paper.donation ?? 0),
            as: town.ana
        )
        return donation.donation.donor
    }

    func consents(of donor: Int64) async throws -> [ShowDonor.Consent] {
        try await town.application.ask(ShowDonor(donor: donor), as: town.ana).consents
    }
}
