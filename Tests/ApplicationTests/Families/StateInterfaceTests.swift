import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct StateInterfaceTests {
    private func person(_ name: String) -> StateIdentity {
        StateIdentity(
            familyName: name,
            givenNames: ["Zoé", "Anne Marie"],
            bornOn: Day(1989, 3, 2) ?? Day(number: 0),
            birthCommune: "92040",
            sex: .female
        )
    }

    private func interface(
        _ state: FakeState,
        token: String = FakeState.token
    ) throws -> ParticulierInterface {
        try #require(
            ParticulierInterface(relay: state.address, token: token, recipient: FakeState.siret)
        )
    }

    @Test func `the quotient alone is asked for, with the token in a header and nowhere else`()
        async throws
    {
        let state = FakeState()
        defer { state.stop() }

        let found = try await interface(state).quotient(of: person("DUPRÉ-LEGRAND"))

        #expect(found == StateQuotient(value: 640, fund: .caf, year: 2026, month: 10))
        let request = try #require(state.asked.first)
        let line = try #require(request.split(separator: "\r\n").first)
        #expect(line.hasPrefix("GET /v3/dss/quotient_familial/identite?recipient="))
        #expect(line.contains("&prenoms%5B%5D=Zo%C3%A9&prenoms%5B%5D=Anne%20Marie&"))
        #expect(!line.contains(FakeState.token))
    }

    @Test func `a family without a quotient is not a family with none`() async throws {
        let state = FakeState()
        defer { state.stop() }

        let found = try await interface(state).quotient(of: person("SANS-QUOTIENT"))

        #expect(found.value == nil)
    }

    @Test(arguments: [
        ("INCONNU", StateInterfaceFailure.unknownFamily), ("ILLISIBLE", .unreadable),
        ("PRESSÉ", .limited(seconds: 30)), ("PANNE", .unavailable), ("LENT", .unavailable),
    ])
    func `each of its errors has a word`(name: String, failure: StateInterfaceFailure) async throws
    {
        let state = FakeState()
        defer { state.stop() }

        let thrown = await #expect(throws: StateInterfaceFailure.self) {
            try await interface(state).quotient(of: person(name))
        }

        #expect(thrown == failure)
    }

    @Test func `another token is refused, and nobody at home is told as such`() async throws {
        let state = FakeState()
        let other = try interface(state, token: "autre")

        let refused = await #expect(throws: StateInterfaceFailure.self) {
            try await other.quotient(of: person("DUPRÉ-LEGRAND"))
        }
        state.stop()
        let alone = await #expect(throws: StateInterfaceFailure.self) {
            try await other.quotient(of: person("DUPRÉ-LEGRAND"))
        }

        #expect(refused == .notAllowed)
        #expect(alone == .unavailable)
    }

    @Test func `after too many questions nothing is asked until the pause is over`() async throws {
        let state = FakeState()
        defer { state.stop() }
        let asking = try interface(state)

        for name in ["PRESSÉ", "DUPRÉ-LEGRAND", "DUPRÉ-LEGRAND"] {
            let failure = await #expect(throws: StateInterfaceFailure.self) {
                try await asking.quotient(of: person(name))
            }
            guard case .limited(let seconds) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect((1...30).contains(seconds))
        }

        #expect(state.asked.count == 1)
    }

    @Test(arguments: [
        "https://particulier.api.gouv.fr", "http://192.168.0.1:80", "http://127.0.0.1:0", "",
    ])
    func `the token never leaves the machine bare`(address: String) {
        #expect(
            ParticulierInterface(relay: address, token: "x", recipient: FakeState.siret) == nil
        )
    }

    @Test func `nothing configured is nothing asked`() async throws {
        #expect(ParticulierInterface.configured(by: [:]) == nil)
        #expect(
            ParticulierInterface.configured(by: ["MOULIN_STATE_RELAY": "http://127.0.0.1:1"])
                == nil
        )
        try await Town.atTheCounter { town in
            let number = try await town.application()

            let failure = await #expect(throws: Failure.self) {
                try await town.application.fetchQuotient(
                    for: number,
                    of: person("DUPRÉ-LEGRAND"),
                    from: nil,
                    as: town.bea
                )
            }

            #expect(failure?.refusal?.code == .stateQuotientMissing)
            #expect(failure?.refusal?.facts["reason"] == "off")
        }
    }

    @Test func `what the State says decides, and nothing of it is kept but the figure`()
        async throws
    {
        let state = FakeState()
        defer { state.stop() }
        let asking = try interface(state)
        try await Town.atTheCounter { town in
            let number = try await town.application()

            let workshop = await #expect(throws: Failure.self) {
                try await town.application.fetchQuotient(
                    for: number,
                    of: person("DUPRÉ-LEGRAND"),
                    from: asking,
                    as: town.ana
                )
            }
            let askedBefore = state.asked.count
            let set = try await town.application.fetchQuotient(
                for: number,
                of: person("DUPRÉ-LEGRAND"),
                from: asking,
                as: town.bea
            )
            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.bea
            )

            #expect(workshop != nil)
            #expect(askedBefore == 0)
            #expect(set.quotient == 640)
            #expect(decided.bracket == "Q3")
            let kept = try await town.column("SELECT details::text FROM social.evidence")
            #expect(
                kept == [
                    #"{"official": {"fund": "caf", "year": 2026, "month": 10, "quotient": 640}}"#
                ]
            )
            #expect(!kept.joined().contains("CANARI"))
        }
    }
}
