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
