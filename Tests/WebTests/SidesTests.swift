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
