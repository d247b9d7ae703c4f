import Application
import Domain
import Testing
import TownSupport

@testable import Web

/// Somebody who asks, with what they show.
struct Asker: Sendable {
    let name: String
    let roles: Set<Role>
    /// False for strangers and for whoever's time here has ended.
    let isKnown: Bool
    /// A program's key; nil for a stranger.
    let key: String?

    var headers: [String: String] { key.map { ["authorization": "Bearer \($0)"] } ?? [:] }
}

/// One person for each role, and those who hold none: the rows of the matrix.
struct Cast {
    let askers: [Asker]

    var known: [Asker] { askers.filter(\.isKnown) }

    init(_ town: Town, neighbour: Makers) async throws {
        var askers = [Asker(name: "stranger", roles: [], isKnown: false, key: nil)]
        for role in Role.allCases {
            let login = "one." + role.rawValue.replacing("_", with: "-")
            askers.append(
                Asker(
                    name: role.rawValue,
                    roles: [role],
                    isKnown: true,
                    key: try await Self.key(login, [role], town)
                )
            )
        }
        askers.append(
            Asker(
                name: "no role",
                roles: [],
                isKnown: true,
                key: try await Self.key("one.without", [], town)
            )
        )
        let dismissed = try await Self.key("one.dismissed", [.admin], town)
        _ = try await town.application.perform(
            EndSessions(login: "one.dismissed"),
            as: town.dan
        )
        askers.append(Asker(name: "dismissed", roles: [], isKnown: false, key: dismissed))
        let foreign = try await town.application.perform(
            MakeToken(login: "nora", purpose: "matrix"),
            as: neighbour.administrator
        ).key
        askers.append(Asker(name: "neighbour", roles: [], isKnown: false, key: foreign))
        self.askers = askers
    }

    private static func key(
        _ login: String,
        _ roles: [Role],
        _ town: Town
    ) async throws -> String {
        _ = try await town.application.perform(
            AddPerson(login: login, fullName: login),
            as: town.dan
        )
        for role in roles {
            _ = try await town.application.perform(
                GrantRole(login: login, role: role),
                as: town.dan
            )
        }
        return try await town.application.perform(
            // Named one by one: a key that names an act may do it without a further proof.
            MakeToken(
                login: login,
                purpose: "matrix",
                scopes: Catalogue.commands.map(\.name) + Catalogue.questions.map(\.name)
            ),
            as: town.dan
        ).key
    }
}

extension WebTown {
    /// A town with rules, one of everything, a neighbour's house with one of everything, and the cast.
    static func withCast<R>(
        _ body: (WebTown, Cast, _ own: Things, _ foreign: Things) async throws -> R
    ) async throws -> R {
        try await with { town in
            let neighbour = try await town.town.neighbour()
            for administrator in [town.town.dan, neighbour.administrator] {
                try await DemonstrationRules.publish(
                    by: administrator,
                    from: try #require(Day(2020, 1, 1)),
                    with: town.town.application
                )
            }
            // Twice: the second numbers of the neighbour's papers are nobody's here.
            _ = try await town.town.things(by: neighbour, adult: .max, quotient: 640)
            let foreign = try await town.town.things(by: neighbour, adult: .ida, quotient: 640)
            let own = try await town.town.things(
                by: town.town.makers,
                adult: .zoe,
                quotient: Canary.quotient
            )
            let cast = try await Cast(town.town, neighbour: neighbour)
            return try await body(town, cast, own, foreign)
        }
    }
}

extension EnterApplication.Adult {
    static let ida = EnterApplication.Adult(
        familyName: "Voisin-Martel",
        givenName: "Ida",
        bornOn: Day(number: 6_000)
    )
}
