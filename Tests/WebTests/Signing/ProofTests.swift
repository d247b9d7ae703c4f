import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

@Suite struct ProofTests {
    private let grant = ["login": "bea", "role": "auditor"]

    @Test func `a grave act right after signing in asks nothing more`() async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("dan")

            let reply = try await town.send("/staff", "grant-role", grant, as: cookie)

            #expect(reply.status == .seeOther)
        }
    }

    @Test func `with an old proof it asks for the password, and goes on with the same form`()
        async throws
    {
        try await WebTown.with { town in
            let cookie = try await town.signIn("dan")
            try await town.ageProofs()

            let asked = try await town.send("/staff", "grant-role", grant, as: cookie)
            let wrong = try await town.send(
                "/staff",
                "grant-role",
                grant.merging(["confirm_proof": "wrong horse"]) { $1 },
                as: cookie
            )
            let right = try await town.send(
                "/staff",
                "grant-role",
                grant.merging(["confirm_proof": "right horse battery"]) { $1 },
                as: cookie
            )

            #expect(asked.status == .forbidden)
            #expect(asked.text.contains("name=\"confirm_proof\""))
            #expect(asked.text.contains("name=\"role\" value=\"auditor\""))
            #expect(wrong.status == .forbidden)
            #expect(!wrong.text.contains("wrong horse"))
            #expect(right.status == .seeOther)
        }
    }

    @Test func `a code of the telephone is a proof as well, once`() async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("dan")
            let telephone = try await town.addTelephone(cookie)
            let form = grant.merging(["confirm_proof": telephone.nextCode]) { $1 }
            try await town.ageProofs()
            let first = try await town.send("/staff", "grant-role", form, as: cookie)
            try await town.ageProofs()
            let second = try await town.send("/staff", "end-role", form, as: cookie)

            #expect(first.status == .seeOther)
            #expect(second.status == .forbidden)
        }
    }

    @Test func `an act that is not grave asks for no proof however old it is`() async throws {
        try await WebTown.with { town in
            let cookie = try await town.signIn("dan")
            try await town.ageProofs()

            let reply = try await town.send("/places", "add-site", ["site": "Dépôt"], as: cookie)

            #expect(reply.status == .seeOther)
        }
    }

    @Test(arguments: [([], HTTPResponse.Status.forbidden), (["grant-role"], .ok)])
    func `a program's key does what is grave only where it names it`(
        scopes: [String],
        status: HTTPResponse.Status
    ) async throws {
        try await WebTown.with { town in
            let key = try await town.town.application.perform(
                MakeToken(login: "dan", purpose: "test", scopes: scopes),
                as: town.town.dan
            ).key

            let reply = try await town.send(
                .post,
                "/api/v1/commands/grant-role",
                #"{"login":"bea","role":"auditor"}"#,
                headers: ["authorization": "Bearer \(key)", "content-type": "application/json"]
            )

            #expect(reply.status == status)
            #expect(status == .ok || reply.text.contains("proof_needed"))
        }
    }

    @Test func `every grave act of the list is a command, or a case of one`() {
        let cases: Set<String> = ["cancel-fiscal-receipt"]
        let commands = Set(Catalogue.commands.map(\.name))

        let unknown = GuardedAct.all.map(\.name).filter {
            !commands.contains($0) && !cases.contains($0)
        }

        #expect(unknown == [])
    }
}
