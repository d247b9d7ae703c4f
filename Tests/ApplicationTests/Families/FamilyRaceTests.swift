import Application
import Cluster
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

/// Thirty-two at once, where a family's rights change under them; every round has a winner.
@Suite(.serialized) struct FamilyRaceTests {
    private enum Act: Hashable, Sendable {
        case sold, ended, refused(Refusal.Code?)
    }

    private static let crowd = 32
    private static let rounds = 4

    /// All at once, each on a connection of its own.
    private func race(
        _ body: @escaping @Sendable (Int) async throws(Failure) -> Act
    ) async -> [Act] {
        await withTaskGroup(of: Act.self) { group in
            for number in 0..<Self.crowd {
                group.addTask {
                    do throws(Failure) {
                        return try await body(number)
                    } catch {
                        return .refused(error.refusal?.code)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func codes(_ acts: [Act]) -> Set<Refusal.Code?> {
        Set(
            acts.compactMap { act in
                if case .refused(let code) = act { .some(code) } else { nil }
            }
        )
    }

    @Test func `a voucher runs out while thirty-one buy on it`() async throws {
        try await Town.atTheCounter { town in
            let crowd = try town.crowded(Self.crowd)
            for round in 0..<Self.rounds {
                let laptops = try await town.onTheShelf(Self.crowd)
                let adult = EnterApplication.Adult(
                    familyName: "Manche \(round)",
                    givenName: "Ada",
                    bornOn: Day(number: 5_000)
                )
                let voucher = try await town.voucher(adults: [adult])

                let acts = await race { number throws(Failure) in
                    if number == round * 7 {
                        return await Self.runOut(voucher, town) ? .ended : .refused(nil)
                    }
                    _ = try await crowd.perform(
                        SellDevice(
                            voucher: voucher,
                            device: laptops[number],
                            expectedCents: 80_00,
                            payments: [Tender(.card, cents: 80_00)]
                        ),
                        as: town.ana
                    )
                    return .sold
                }

                let sold = acts.count { $0 == .sold }
                let ended = acts.contains(.ended)
                // A term that a sale relied on cannot be cut short; one that ended sells nothing.
                #expect(ended ? sold == 0 : sold == 1, "round \(round)")
                #expect(
                    codes(acts).isSubset(of: [.voucherExpired, .quotaReached, nil]),
                    "\(codes(acts))"
                )
            }
        }
    }

    /// Cuts the term of a voucher short; false when a sale relies on it.
    private static func runOut(_ voucher: VoucherReference, _ town: Town) async -> Bool {
        do {
            let db = try await town.database.connect(as: .superuser)
            defer { Task { await db.close() } }
            _ = try await db.script(
                """
                UPDATE core.voucher_term AS m SET during = tstzrange(lower(m.during), clock_timestamp())
                  FROM core.voucher AS v WHERE v.org_id = m.org_id AND v.voucher_id = m.voucher_id AND v.code = '\(voucher.text)'
                """
            )
            return true
        } catch {
            return false
        }
    }

    @Test func `an adult moves in while both households buy`() async throws {
        try await Town.atTheCounter { town in
            let crowd = try town.crowded(Self.crowd)
            let laptops = try await town.onTheShelf(Self.crowd)
            let (first, zoes) = try await town.approved()
            let (_, maxs) = try await town.approved(adults: [.max])
            let home = try await town.household(of: first)

            let acts = await race { number throws(Failure) in
                if number == 11 {
                    _ = try await crowd.perform(
                        AddAdult(household: home, adult: .max),
                        as: town.bea
                    )
                    return .ended
                }
                _ = try await crowd.perform(
                    SellDevice(
                        voucher: number.isMultiple(of: 2) ? zoes : maxs,
                        device: laptops[number],
                        expectedCents: 80_00,
                        payments: [Tender(.card, cents: 80_00)]
                    ),
                    as: town.ana
                )
                return .sold
            }

            let sold = acts.count { $0 == .sold }
            #expect(acts.contains(.ended))
            // Two only if both were sold to before they were one household.
            #expect((1...2).contains(sold))
            #expect(codes(acts).isSubset(of: [.quotaReached]), "\(codes(acts))")
            #expect(try await town.quotaFaults() == [])
        }
    }

    @Test func `of thirty-two decisions on one application one counts`() async throws {
        try await Town.atTheCounter { town in
            let crowd = try town.crowded(Self.crowd)
            let number = try await town.application()
            let proof = NoteProof(
                application: number,
                proof: .familyFundsCertificate,
                datedOn: try await town.today()
            )
            _ = try await town.application.perform(proof, as: town.bea)
            let evidence = SetEvidence(application: number, official: .init(quotient: 640))
            _ = try await town.application.perform(evidence, as: town.bea)

            let acts = await race { client throws(Failure) in
                let speaker = client.isMultiple(of: 2) ? town.bea : town.cid
                _ = try await crowd.perform(DecideApplication(application: number), as: speaker)
                return .sold
            }

            #expect(acts.count { $0 == .sold } == 1)
            #expect(codes(acts) == [.applicationClosed])
            #expect(try await town.column("SELECT count(*)::text FROM core.voucher") == ["1"])
        }
    }

    @Test func `of thirty-two erasures of one household one counts`() async throws {
        try await Town.atTheCounter { town in
            let crowd = try town.crowded(Self.crowd)
            let number = try await town.application()
            let home = try await town.household(of: number)
            _ = try await town.application.perform(
                WithdrawApplication(application: number),
                as: town.bea
            )

            let acts = await race { _ throws(Failure) in
                _ = try await crowd.perform(EraseHousehold(household: home), as: town.dan)
                return .ended
            }

            #expect(acts.count { $0 == .ended } == 1)
            #expect(codes(acts) == [.unknownHousehold])
        }
    }
}
