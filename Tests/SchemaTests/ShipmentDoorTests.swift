import Testing

/// What a shipment may take is asked by the door, whoever comes to it.
@Suite(.serialized) struct ShipmentDoorTests {
    /// Hands a machine that just arrived over to a shipment under a code.
    private func outcome(_ kind: String, under code: String) async throws -> Siege.Outcome {
        let attack = Attack(
            "\(kind) under \(code)",
            on: [],
            """
            INSERT INTO core.shipment (org_id, shipment_id, route, stream, waste_code, carrier, destination)
            VALUES (1, 901, 'recycler', 'déchets', \(code), 'Vasseur', 'Recyclage du Nord');
            SELECT core.dispose(ARRAY(SELECT core.add_devices(1, '\(kind)', 1, 'receive', NULL, NULL, NULL)), 901)
            """
        )
        return try await Siege.shared.attempt(attack, walls: true)
    }

    @Test(arguments: ["monitor", "crt"], ["NULL", "''", "'16 02 14'"])
    func `a screen leaves under no code that is not hazardous`(
        kind: String,
        code: String
    ) async throws {
        let refused = Siege.Outcome.refused(state: "MO409", constraint: "waste_code_not_for_kind")

        let outcome = try await outcome(kind, under: code)

        #expect(outcome == refused)
    }

    @Test(arguments: [("monitor", "'16 02 13*'"), ("laptop", "'16 02 14'"), ("laptop", "NULL")])
    func `the code keeps nothing else from leaving`(kind: String, code: String) async throws {
        // The next wall is the map: what has just arrived is not set for disposal yet.
        let refused = Siege.Outcome.refused(state: "MO409", constraint: "step_not_on_map")

        let outcome = try await outcome(kind, under: code)

        #expect(outcome == refused)
    }
}
