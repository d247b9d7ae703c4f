import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite(.serialized) struct SocialPageTests {
    @Test func `a family is approved on one page and gets its voucher`() async throws {
        try await WebTown.atTheCounter { town in
            let bea = try await town.signIn("bea")
            let today = try await town.town.today().iso

            let entered = try await town.send(
                "/applications",
                "enter-application",
                [
                    "persons": "3", "children_in_education": "1", "kinds": "laptop",
                    "adults.0.family_name!": "Benali", "adults.0.given_name": "Samia",
                    "adults.0.born_on": "1986-04-02", "adults.1.family_name!": "",
                    "adults.1.given_name": "", "adults.1.born_on": "",
                ],
                as: bea
            )
            let path = String(try #require(entered.location).prefix { $0 != "?" })
            let number = String(path.dropFirst("/applications/".count))
            let seen = try await town.send(
                path,
                "note-proof",
                [
                    "application": number, "proof": "family_funds_certificate",
                    "dated_on": today, "income_year": "",
                ],
                as: bea
            )
            let means = try await town.send(
                path,
                "set-evidence",
                [
                    "application": number, "official.quotient:number!": "640",
                    "official.fund": "caf", "status": "",
                    "fiscal.reference_income_cents:euros!": "",
                    "computed.yearly_cents:euros!": "", "computed.monthly_benefit_cents:euros": "0",
                    "computed.children:number": "0",
                ],
                as: bea
            )
            let decided = try await town.send(
                path,
                "decide-application",
                ["application": number],
                as: bea
            )

            #expect(seen.status == .seeOther)
            #expect(means.status == .seeOther)
            #expect(decided.status == .ok)
            #expect(decided.text.contains("/vouchers/V-"))
            #expect(!decided.text.contains("value=\"640\""))
        }
    }

    private static let family = [
        "persons": "1", "children_in_education": "0", "kinds": "laptop",
        "adults.0.family_name!": "Benali", "adults.0.given_name": "Samia",
        "adults.0.born_on": "1986-04-02", "adults.1.family_name!": "",
        "proofs.0.proof": "family_funds_certificate", "means.official.quotient:number!": "640",
        "means.official.fund": "caf", "means.status": "",
        "means.fiscal.reference_income_cents:euros!": "",
        "means.computed.yearly_cents:euros!": "", "means.computed.children:number": "0",
    ]

    @Test func `a family is entered with its papers, and one press later has its voucher on paper`()
        async throws
    {
        try await WebTown.atTheCounter { town in
            let bea = try await town.signIn("bea")
            let today = try await town.town.today().iso
            let form = Self.family.merging(["proofs.0.dated_on!": today]) { $1 }

            let entered = try await town.send("/applications", "enter-application", form, as: bea)
            let path = String(try #require(entered.location).prefix { $0 != "?" })
            let desk = try await town.get(path, cookie: bea).text
            let decided = try await town.send(
                path,
                "decide-application",
                [
                    "application": path.split(separator: "/").last.map(String.init) ?? "",
                    "paper": "true",
                ],
                as: bea
            )
            let paper = try await town.get(try #require(decided.location), cookie: bea)

            #expect(desk.contains("Approuver et imprimer le bon"))
            #expect(desk.contains("80,00"), "what a laptop of grade B costs in the third bracket")
            #expect(!desk.contains("value=\"640\""), "an income is not shown again")
            #expect(decided.location?.hasPrefix("/documents/BON-") == true)
            #expect(paper.status == .ok)
            #expect(paper.header("content-type") == "application/pdf")
        }
    }

    @Test func `what is missing is said in words, and an old paper enters nothing`() async throws {
        try await WebTown.atTheCounter { town in
            let bea = try await town.signIn("bea")
            let old = try await town.town.today().adding(months: -4).iso
            let late = Self.family.merging(["proofs.0.dated_on!": old]) { $1 }
            let bare = Self.family.filter {
                !$0.key.hasPrefix("proofs") && !$0.key.hasPrefix("means")
            }

            let refused = try await town.send("/applications", "enter-application", late, as: bea)
            let entered = try await town.send("/applications", "enter-application", bare, as: bea)
            let desk = try await town.get(
                String(try #require(entered.location).prefix { $0 != "?" }),
                cookie: bea
            )

            #expect(refused.status == .conflict)
            #expect(refused.text.contains("value=\"640\""), "what was typed is still there")
            #expect(entered.status == .seeOther, "the refused one left no open application")
            #expect(desk.text.contains("class=\"problem\""))
            #expect(!desk.text.contains("Approuver et imprimer le bon"))
        }
    }

    @Test func `a refusal goes home as a letter`() async throws {
        try await WebTown.atTheCounter { town in
            let bea = try await town.signIn("bea")
            let ana = try await town.signIn("ana")
            let number = try await town.town.application()
            _ = try await town.town.decision(on: number, quotient: 1_300)
            let path = "/applications/\(number)"

            let issued = try await town.send(
                path,
                "issue-decision-letter",
                ["application": "\(number)", "language": "en"],
                as: bea
            )
            let letter = try #require(issued.location)

            #expect(letter == path + "/letter?language=en")
            #expect(
                try await town.get(letter, cookie: bea).header("content-type") == "application/pdf"
            )
            #expect(try await town.get(letter, cookie: ana).status == .forbidden)
        }
    }

    @Test func `nobody else sees an application`() async throws {
        try await WebTown.atTheCounter { town in
            let number = try await town.town.application()
            for login in ["ana", "dan"] {
                let cookie = try await town.signIn(login)

                for path in ["/applications", "/applications/\(number)"] {
                    #expect(try await town.get(path, cookie: cookie).status == .forbidden)
                }
            }
        }
    }
}
