import Testing

/// Every door that takes a place asks whether somebody still looks there, and whether it is locked.
@Suite(.serialized) struct PlaceDoorTests {
    /// A living place 901 and a retired one, 902, that was locked; drive 901 is not clean.
    private static let places = """
        INSERT INTO core.site (org_id, site_id, name) VALUES (1, 901, 'Moulin');
        INSERT INTO core.place (org_id, place_id, site_id, parent_id, name, is_locked_zone, retired_on) VALUES
            (1, 901, 901, NULL, 'Atelier', false, NULL), (1, 902, 901, NULL, 'Cage', true, current_date);
        INSERT INTO core.drive (org_id, drive_id, media_kind) VALUES (1, 901, 'ssd');
        """

    private func outcome(_ door: String) async throws -> Siege.Outcome {
        let attack = Attack(door, on: [], Self.places + "SELECT \(door)")
        return try await Siege.shared.attempt(attack, walls: true)
    }

    @Test(arguments: [
        "core.add_devices(1, 'laptop', 2, 'receive', NULL, NULL, 902)",
        "core.describe_device(1, '{\"place\": 902}', NULL)",
        "core.note_drive_custody(901, 'sealed', 902, NULL, NULL)",
        "core.count_custody(902, '{}', NULL)",
        "core.add_place('Bac', NULL, 902, false)",
        "core.change_place(902, 'Cave', NULL, NULL, NULL)",
        "core.change_place(901, NULL, NULL, 902, NULL)",
        "core.retire_place(902)",
    ])
    func `nothing is done with a place that was retired`(door: String) async throws {
        #expect(try await outcome(door) == .refused(state: "MO409", constraint: "place_retired"))
    }

    @Test(arguments: [
        "core.note_drive_custody(901, 'sealed', 901, NULL, NULL)",
        "core.count_custody(901, '{901}', 'found')",
        "core.count_custody(904, '{}', NULL)",
    ])
    func `a drive that is not clean rests in locked zones only`(door: String) async throws {
        #expect(
            try await outcome(door) == .refused(state: "MO409", constraint: "place_not_locked")
        )
    }

    @Test(arguments: [
        "core.add_devices(1, 'laptop', 2, 'receive', NULL, NULL, 901)",
        "core.describe_device(1, '{\"place\": 901}', NULL)",
        "core.note_drive_custody(901, 'moved', NULL, NULL, NULL)",
        "core.add_place('Bac', NULL, 901, false)",
        "core.change_place(901, NULL, NULL, NULL, true)",
        "core.retire_place(901)",
    ])
    func `a living place takes what may be in it`(door: String) async throws {
        #expect(try await outcome(door) == .done)
    }
}
