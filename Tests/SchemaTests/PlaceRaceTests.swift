import Testing

/// Of those who fill a place and those who take it away, at once, one side yields.
@Suite(.serialized) struct PlaceRaceTests {
    /// A new place of a site of its own, by its number.
    private func place(_ barrier: Barrier, isLocked: Bool) async throws -> Int64 {
        try await barrier.prepare(
            """
            WITH added AS (INSERT INTO core.site (org_id, name) VALUES (1, 'Site ' || gen_random_uuid()) RETURNING site_id)
            INSERT INTO core.place (org_id, site_id, name, is_locked_zone) SELECT 1, site_id, 'Cage', \(isLocked) FROM added
            RETURNING place_id
            """
        )
    }

    @Test func `a zone is unlocked or takes drives that are not clean, never both`() async throws {
        try await Barrier.races { barrier in
            let place = try await self.place(barrier, isLocked: true)
            let drive = try await barrier.prepare(
                "SELECT min(d) FROM (SELECT world.drive() AS d FROM generate_series(1, 32)) AS made"
            )
            let finishes = try await barrier.race { number in
                let own = drive + Int64(number)
                return switch number % 4 {
                case 0: "SELECT core.note_drive_custody(\(own), 'sealed', \(place), NULL, NULL)"
                case 1: "SELECT core.count_custody(\(place), '{\(own)}', 'found')"
                default: "SELECT core.change_place(\(place), NULL, NULL, NULL, false)"
                }
            }
            let exposed = try await barrier.prepare(
                """
                SELECT count(*) FROM core.place AS p, core.drives_kept_at(1, p.place_id)
                 WHERE p.place_id = \(place) AND NOT p.is_locked_zone
                """
            )

            #expect(exposed == 0)
            #expect(finishes.contains(.won))
            #expect(finishes.refusals.isSubset(of: ["place_not_locked", "place_not_empty"]))
        }
    }

    @Test func `a place is retired or takes machines that arrive, never both`() async throws {
        try await Barrier.races { barrier in
            let place = try await self.place(barrier, isLocked: false)
            let finishes = try await barrier.race { number in
                number.isMultiple(of: 2)
                    ? "SELECT core.add_devices(1, 'laptop', 1, 'receive', NULL, NULL, \(place))"
                    : "SELECT core.retire_place(\(place))"
            }
            let lost = try await barrier.prepare(
                """
                SELECT count(*) FROM core.device JOIN core.place USING (org_id, place_id)
                 WHERE place_id = \(place) AND retired_on IS NOT NULL
                """
            )

            #expect(lost == 0)
            #expect(finishes.contains(.won))
            #expect(finishes.refusals.isSubset(of: ["place_retired", "place_not_empty"]))
        }
    }
}
