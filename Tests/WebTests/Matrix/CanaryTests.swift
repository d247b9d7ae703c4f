import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// Values that stand out wherever they come through.
enum Canary {
    /// A family quotient.
    static let quotient = 1_137
    static let familyName = "Dupré-Legrand"

    static func sings(in text: String) -> Bool {
        text.contains(familyName) || text.split { !$0.isNumber && !$0.isLetter }.contains("1137")
    }
}

@Suite struct CanaryTests {
    /// T6, T28: field by field, in every form in which something leaves the house.
    @Test func `an income entered by social services appears for nobody else`() async throws {
        try await WebTown.withCast { town, cast, own, _ in
            let social: Set<Role> = [.socialAgent, .socialApprover]
            let asks = Matrix(things: own).asks
            var answered = 0
            for asker in cast.askers where asker.roles.isDisjoint(with: social) {
                for ask in asks {
                    let reply = try await town.ask(ask, as: asker)
                    if reply.status == .ok { answered += 1 }
                    #expect(!Canary.sings(in: reply.text), "\(asker.name) \(ask.path)")
                    #expect(
                        !reply.head.headerFields.contains { Canary.sings(in: $0.value) },
                        "\(asker.name) \(ask.path)"
                    )
                }
                for ask in exports(own) {
                    let reply = try await town.ask(ask, as: asker)
                    #expect(!Canary.sings(in: reply.text), "\(asker.name) \(ask.path)")
                }
            }
            #expect(answered > 200)
            #expect(!Canary.sings(in: town.site.figures.exposition))
        }
    }

    /// The test above can fail: the value is there for whom it is for.
    @Test func `social services see the income that they entered`() async throws {
        try await WebTown.withCast { town, cast, own, _ in
            let agent = try #require(cast.askers.first { $0.roles == [.socialAgent] })
            let ask = Ask(
                method: .post,
                path: "/api/v1/commands/view-income",
                body: #"{"application":\#(own.application),"reason":"entretien"}"#,
                access: .staff
            )

            let reply = try await town.ask(ask, as: agent)

            #expect(Canary.sings(in: reply.text))
        }
    }

    /// Lists as files, which go through another writer than pages.
    private func exports(_ own: Things) -> [Ask] {
        Catalogue.questions.flatMap { entry in
            let named = entry.fields.compactMap { field in
                own[field.name].map { "&\(field.name)=\($0.addingPercentEncoding)" }
            }.joined()
            return ["csv", "json", "xlsx"].map { format in
                Ask(
                    method: .get,
                    path: "/list/\(entry.name)?format=\(format)\(named)",
                    access: .holders(entry.permission)
                )
            }
        }
    }
}
