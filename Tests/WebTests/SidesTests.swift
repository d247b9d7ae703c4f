import Application
import Cluster
import Domain
import HTTPTypes
import Postgres
import TestSupport
import Testing
import TownSupport

@testable import Web

/// Two processes, each with one login of the database.
@Suite struct SidesTests {
    private func connections(of login: Login, _ town: WebTown) async throws -> Int64 {
        let db = try await town.town.database.connect(as: .superuser)
        let row = try await db.row(
            """
            SELECT count(*) AS n FROM pg_stat_activity
             WHERE datname = current_database() AND usename = \(login.role)
            """
        )
        let count: Int64 = try row.decode("n")
        await db.close()
        return count
    }

    @Test
    func `the workshop's process has no login of the social services, and none of their pages`()
        async throws
    {
        try await WebTown.with { town in
            _ = try await town.town.application.perform(
                GrantRole(login: "bea", role: .technician),
                as: town.town.dan
            )
            let house = try await town.only(.main)
            let cookie = try await house.signIn("bea")

            let bench = try await house.get("/bench", cookie: cookie)
            let form = try await house.send(
                "/do/enter-application",
                "enter-application",
                as: cookie
            )
            for path in [
                "/applications", "/applications/1", "/do/decide-application",
                "/list/list-applications",
            ] {
                let reply = try await house.get(path, cookie: cookie)
                #expect(reply.location == "https://other.example" + path, "\(path)")
            }
            let question = try await house.get(
                "/api/v1/questions/list-applications",
                cookie: cookie
            )

            #expect(bench.status == .ok)
            #expect(!bench.text.contains("/applications"))
            #expect(form.status == .notFound)
            #expect(question.status == .notFound)
            #expect(try await connections(of: .social, town) == 0)
        }
    }

    /// What the social desk prints is read through its own login: never through the workshop's, and no other paper with it.
    @Test func `each process shows the papers of its own side and no other`() async throws {
        try await WebTown.atTheCounter { town in
            let house = town.town.application
            let voucher = try await town.town.voucher()
            let bond = try await house.perform(
                IssueVoucherPaper(voucher: voucher.text),
                as: town.town.bea
            ).document
            let device = try await town.town.onTheShelf()[0]
            let sale = try await house.perform(
                SellDevice(
                    voucher: voucher,
                    device: device,
                    expectedCents: 80_00,
                    payments: [Tender(.card, cents: 80_00)]
                ),
                as: town.town.ana
            ).sale
            let slip = try await house.perform(IssueSaleSlip(sale: sale), as: town.town.ana)
                .document
            _ = try await house.perform(
                GrantRole(login: "bea", role: .accountant),
                as: town.town.dan
            )
            let social = try await town.only(.social)
            let workshop = try await town.only(.main)
            let desk = try await social.signIn("bea")
            // One session serves both processes: it is a row of the database.
            let shop = desk

            func look(_ path: String, at house: WebTown, _ cookie: String) async throws
                -> WebTown.Answer
            {
                try await house.get(path, cookie: cookie)
            }
            let page = try await look("/documents/\(bond)", at: social, desk)
            let paper = try await look("/documents/\(bond)/pdf", at: social, desk)
            let list = try await look("/list/list-social-papers", at: social, desk)
            let foreign = try await look("/documents/\(slip)/pdf", at: social, desk)
            let elsewhere = try await look("/documents/\(bond)/pdf", at: workshop, shop)
            let own = try await look("/documents/\(slip)/pdf", at: workshop, shop)
            let asked = try await look(
                "/api/v1/questions/show-social-paper?document=\(slip)",
                at: social,
                desk
            )

            #expect(page.status == .ok)
            #expect(paper.header("content-type") == "application/pdf")
            #expect(list.text.contains(bond))
            #expect(!list.text.contains(slip))
            #expect(foreign.location == "https://other.example/documents/\(slip)/pdf")
            #expect(elsewhere.location == "https://other.example/documents/\(bond)/pdf")
            #expect(own.header("content-type") == "application/pdf")
            #expect(asked.status == .notFound)
        }
    }

    /// Who may read what, in a house of one process: every role against a paper of each side.
    @Test func `a family's paper is for the social services alone, whoever asks`() async throws {
        try await WebTown.withCast { town, cast, own, _ in
            for asker in cast.known {
                let isReader = !asker.roles.isDisjoint(with: [.socialAgent, .socialApprover])
                for path in [
                    "/documents/\(own.document)/pdf",
                    "/api/v1/questions/show-social-paper?document=\(own.document)",
                ] {
                    let reply = try await town.get(path, headers: asker.headers)
                    #expect(reply.status == (isReader ? .ok : .forbidden), "\(asker.name) \(path)")
                }
                let row = try await town.get(
                    "/api/v1/questions/show-document?document=\(own.document)",
                    headers: asker.headers
                )
                #expect(!row.text.contains("\"content\""), "\(asker.name)")
            }
        }
    }

    @Test func `a question of the social services is not asked, whatever page forgets to look`()
        async throws
    {
        try await WebTown.with { town in
            let house = try town.town.only(.main)

            await #expect(throws: Failure.self) {
                try await house.ask(ListApplications(), as: town.town.bea)
            }
        }
    }

    @Test
    func `the social services' process lets its people in, and serves nothing of the workshop`()
        async throws
    {
        try await WebTown.with { town in
            try await town.choosePassword("right horse battery", for: "bea")
            let before = try await connections(of: .main, town)
            let social = try await town.only(.social)

            let entered = try await social.post(
                "/sign-in",
                "login=bea&password=right+horse+battery"
            )
            let cookie = try #require(entered.cookie)
            let page = try await social.get("/applications", cookie: cookie)
            let first = try await social.get("/", cookie: cookie)
            for path in ["/bench", "/counter", "/staff", "/list/list-devices", "/do/add-donor"] {
                let reply = try await social.get(path, cookie: cookie)
                #expect(reply.location == "https://other.example" + path, "\(path)")
            }

            #expect(page.status == .ok)
            #expect(first.location == "/applications")
            #expect(try await connections(of: .social, town) >= 1)
            #expect(try await connections(of: .main, town) == before)
        }
    }
}
