import Cluster
import Postgres
import TestSupport
import Testing

/// Thirty-two at once, let go together: no rule is broken, nobody deadlocks, and every round has a winner.
@Suite(.serialized) struct RaceTests {
    @Test func `one machine is sold once`() async throws {
        try await Barrier.races { barrier in
            let device = try await barrier.prepare("SELECT world.stocked(1, 1)")
            let finishes = try await barrier.race { _ in
                "SELECT world.sell('V-2', \(device), 3000)"
            }

            #expect(finishes.count { $0 == .won } == 1)
            #expect(finishes.refusals.isSubset(of: ["device_already_sold", "device_not_on_offer"]))
        }
    }

    @Test func `a family buys no more than its quota`() async throws {
        try await Barrier.races { barrier in
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
        try await Barrier.races { barrier in
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
        try await Barrier.races { barrier in
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
        try await Barrier.races { barrier in
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
        try await Barrier.races { barrier in
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
        try await Barrier.races { barrier in
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
        try await Barrier.races { barrier in
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

    @Test func `a proposal is approved once, and never by who proposed it`() async throws {
        try await Barrier.races { barrier in
            func propose(_ person: Int) async throws -> Int64 {
                try await barrier.prepare(
                    """
                    INSERT INTO core.proposal (org_id, command, content, content_sha256, reason, proposed_by, until)
                    VALUES (1, 'erase-person', '{}', sha256('x'), 'why', \(person), clock_timestamp() + interval '1 day')
                    RETURNING proposal_id
                    """
                )
            }
            let (others, own) = (try await propose(2), try await propose(1))
            let approvals = try await barrier.race { _ in
                "SELECT core.begin_act('erase-person', sha256('x'), \(others))"
            }
            let selfApprovals = try await barrier.race { _ in
                "SELECT core.begin_act('erase-person', sha256('x'), \(own))"
            }

            #expect(approvals.count { $0 == .won } == 1)
            #expect(approvals.refusals == ["proposal_decided"])
            #expect(selfApprovals.refusals == ["proposer_approves_nothing"])
            #expect(!selfApprovals.contains(.won))
        }
    }

    @Test func `a code of a telephone counts once`() async throws {
        try await Barrier.races { barrier in
            let step = try await barrier.prepare(
                """
                INSERT INTO core.second_factor AS f (org_id, person_id, sealed_secret) VALUES (1, 1, decode(repeat('00', 60), 'hex'))
                ON CONFLICT ON CONSTRAINT second_factor_key DO UPDATE SET is_required = false RETURNING f.last_step + 1
                """
            )
            let finishes = try await barrier.race { _ in
                "SELECT core.renew_recovery(\(step), ARRAY[sha256('x')])"
            }

            #expect(finishes.count { $0 == .won } == 1)
            #expect(finishes.refusals == ["code_wrong"])
        }
    }

    @Test func `five wrong PINs lock however fast they come`() async throws {
        try await Barrier.races { barrier in
            let station = "bench \(UInt32.random(in: .min ... .max))"
            _ = try await barrier.prepare(
                """
                INSERT INTO core.session (org_id, token_sha256, person_id, until, workstation)
                VALUES (1, sha256('\(station)'), 1, clock_timestamp() + interval '1 day', 'Bench') RETURNING 1
                """
            )
            let finishes = try await barrier.race { _ in
                "SELECT core.begin_pin(sha256('\(station)'), 'ana')"
            }

            #expect(finishes.count { $0 == .won } == 5)
            #expect(finishes.refusals == ["pin_locked"])
        }
    }

    @Test func `ten wrong tries close an account however fast they come`() async throws {
        try await Barrier.races { barrier in
            let account = "guessed.\(UInt32.random(in: .min ... .max))"
            let finishes = try await barrier.race { number in
                "SELECT core.begin_sign_in('\(account)', '\(account).\(number)')"
            }

            #expect(finishes.count { $0 == .won } == 10)
            #expect(finishes.refusals == ["too_many_attempts"])
        }
    }

    @Test func `a link for a password is used once`() async throws {
        try await Barrier.races { barrier in
            let link = "link \(UInt32.random(in: .min ... .max))"
            _ = try await barrier.prepare("SELECT 1 FROM core.invite(2, sha256('\(link)'))")
            let finishes = try await barrier.race { number in
                "SELECT core.choose_password(sha256('\(link)'), 'hash \(number)')"
            }

            #expect(finishes.count { $0 == .won } == 1)
            #expect(finishes.refusals == ["invitation_spent"])
        }
    }

    @Test func `numbers have no gap though one in ten is undone`() async throws {
        try await Barrier.races { barrier in
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
        try await Barrier.races { barrier in
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
}

extension Barrier {
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
