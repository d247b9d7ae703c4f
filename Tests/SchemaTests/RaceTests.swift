import Application
import Cluster
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

/// Thirty-two at once, let go together: no rule is broken, nobody deadlocks, and every round has a winner.
@Suite(.serialized) struct RaceTests {
    private let rounds = 3

    @Test func `one machine is sold once`() async throws {
        try await races { barrier in
            let device = try await barrier.prepare("SELECT world.stocked(1, 1)")
            let finishes = try await barrier.race { _ in
                "SELECT world.sell('V-2', \(device), 3000)"
            }

            #expect(finishes.count { $0 == .won } == 1)
            #expect(finishes.refusals.isSubset(of: ["device_already_sold", "device_not_on_offer"]))
        }
    }

    @Test func `a family buys no more than its quota`() async throws {
        try await races { barrier in
            let first = try await barrier.prepare(
                "SELECT min(d) FROM (SELECT world.stocked(1, 0) AS d FROM generate_series(1, 32)) AS made"
            )
            let family = "R-\(first)"
            _ = try await barrier.prepare(
                "SELECT 1 FROM world.family('\(family)', '{x\(first),y\(first)}', 2)"
            )
            let finishes = try await barrier.race { number in
                "SELECT world.sell('\(family)', \(first + Int64(number)), 3000)"
            }

            #expect(finishes.count { $0 == .won } == 2)
            #expect(finishes.refusals == ["quota_reached"])
        }
    }

    @Test func `nobody buys after the voucher was revoked`() async throws {
        try await races { barrier in
            let first = try await barrier.prepare(
                "SELECT min(d) FROM (SELECT world.stocked(1, 0) AS d FROM generate_series(1, 32)) AS made"
            )
            let family = "R-\(first)"
            _ = try await barrier.prepare(
                "SELECT 1 FROM world.family('\(family)', '{x\(first)}', 4)"
            )
            async let revoked = barrier.revoke(family)
            let finishes = try await barrier.race { number in
                "SELECT world.sell('\(family)', \(first + Int64(number)), 3000)"
            }

            #expect(try await revoked)
            #expect(finishes.refusals.isSubset(of: ["quota_reached", "voucher_revoked"]))
        }
    }

    @Test func `a drive found late and a sale do not both happen`() async throws {
        try await races { barrier in
            let device = try await barrier.prepare("SELECT world.stocked(1, 1)")
            let finishes = try await barrier.race { number in
                number.isMultiple(of: 2)
                    ? "SELECT world.sell('V-2', \(device), 3000)"
                    : "SELECT world.step(\(device), 'find_drive'), world.count(\(device), 2)"
            }

            #expect(finishes.count { $0 == .won } == 1)
        }
    }

    @Test func `an import is undone or its machine moves on, never both`() async throws {
        try await races { barrier in
            let device = try await barrier.prepare("SELECT world.imported()")
            let finishes = try await barrier.race { number in
                number.isMultiple(of: 2)
                    ? "SELECT core.undo_import(\(device), 'wrong donor')"
                    : "SELECT world.step(\(device), 'triage')"
            }

            // Whoever undoes again is told that it is done.
            let won = finishes.count { $0 == .won }
            #expect(won == 1 || won == 16)
            #expect(
                finishes.refusals.isSubset(of: won == 1 ? triaged : ["step_not_on_map"])
            )
        }
    }

    private var triaged: Set<String> { ["import_moved_on", "step_not_on_map"] }

    @Test func `two records go into one another in one direction only`() async throws {
        try await races { barrier in
            let first = try await barrier.prepare(
                "SELECT min(d) FROM (SELECT world.received(1) AS d FROM generate_series(1, 2)) AS made"
            )
            let finishes = try await barrier.race { number in
                number.isMultiple(of: 2)
                    ? "SELECT core.merge_devices(\(first), \(first + 1), 'twins')"
                    : "SELECT core.merge_devices(\(first + 1), \(first), 'twins')"
            }

            #expect(finishes.count { $0 == .won } == 1)
            #expect(finishes.refusals == ["already_merged"])
        }
    }

    @Test func `a record is split once, and not while it is merged`() async throws {
        try await races { barrier in
            let first = try await barrier.prepare(
                "SELECT min(d) FROM (SELECT world.received(1) AS d FROM generate_series(1, 2)) AS made"
            )
            _ = try await barrier.prepare(
                "SELECT core.merge_devices(\(first), \(first + 1), 'twins')"
            )
            let finishes = try await barrier.race { number in
                number.isMultiple(of: 2)
                    ? "SELECT core.split_device(\(first), 'two after all')"
                    : "SELECT world.step(\(first), 'triage')"
            }

            #expect(finishes.count { $0 == .won } >= 1)
            #expect(finishes.refusals.isSubset(of: ["not_merged", "step_not_on_map"]))
        }
    }

    @Test func `the same key acts once`() async throws {
        try await races { barrier in
            let key = "k\(UInt32.random(in: .min ... .max))"
            let finishes = try await barrier.race { _ in
                """
                INSERT INTO core.idempotency (org_id, key, command, content_sha256, person_id)
                VALUES (1, '\(key)', 'announce', sha256('a'), 1); SELECT world.received(1)
                """
            }

            #expect(finishes.count { $0 == .won } == 1)
            #expect(finishes.refusals == ["idempotency_key"])
        }
    }

    @Test func `numbers have no gap though one in ten is undone`() async throws {
        try await races { barrier in
            let finishes = try await barrier.race { number in
                "SELECT world.issue('acc')\(number.isMultiple(of: 10) ? "; ROLLBACK" : "")"
            }
            let numbers = try await barrier.prepare(
                "SELECT last_no::bigint - (SELECT count(*) FROM core.document WHERE kind = 'acc') FROM core.document_series WHERE kind = 'acc'"
            )

            #expect(finishes.allSatisfy { $0 == .won })
            #expect(numbers == 0)
        }
    }

    @Test func `counting anew and clearing do not let a drive slip through`() async throws {
        try await races { barrier in
            let device = try await barrier.prepare("SELECT world.triaged(1, 1)")
            _ = try await barrier.prepare("SELECT 1 FROM world.step(\(device), 'send_to_wipe')")
            let finishes = try await barrier.race { number in
                switch number % 3 {
                case 0: "SELECT world.count(\(device), 2)"
                case 1: "SELECT world.wipe(\(device), 1, true)"
                default: "SELECT world.step(\(device), 'record_wiped')"
                }
            }

            #expect(finishes.contains(.won))
        }
    }

    /// Runs rounds on one world, and recounts everything after them.
    private func races(_ round: (Barrier) async throws -> Void) async throws {
        try await World.with { database in
            try await Barrier.with(32, on: database) { barrier in
                for _ in 0..<rounds { try await round(barrier) }
            }
            let outcome = try await World.application(database)
                .perform(Audit(Town.schema()), as: World.dan)

            #expect(outcome.findings == [])
        }
    }
}

extension [Barrier.Finish] {
    /// The names under which racers were refused; a deadlock would be 40P01.
    fileprivate var refusals: Set<String> {
        Set(
            compactMap { finish in
                if case .refused(let name) = finish { name } else { nil }
            }
        )
    }
}

extension Barrier {
    /// Sets a stage, as the owner, and answers the one number of the last statement.
    fileprivate func prepare(_ sql: String) async throws -> Int64 {
        let owner = try await database.connect(as: .owner)
        let claims = try World.claims()
        let number = try await owner.number(sql, claims: claims)
        await owner.close()
        return number
    }

    fileprivate func revoke(_ code: String) async throws -> Bool {
        let social = try await database.connect(as: .social)
        let claims = try World.claims()
        try await social.script(
            "BEGIN; \(claims); SELECT social.revoke_voucher('\(code)', 'moved away'); COMMIT"
        )
        await social.close()
        return true
    }
}

extension Connection {
    fileprivate func number(_ sql: String, claims: String) throws -> Int64 {
        try script("BEGIN; \(claims)")
        let rows = try script(sql)
        let number = try rows.first?.decode(at: 0, as: String?.self) ?? "0"
        try script("COMMIT")
        return Int64(number) ?? 0
    }
}
