import Application
import Domain
import Postgres
import Store
import Testing
import TownSupport

@Suite(.serialized) struct RaceTests {
    static let crowd = 32

    /// All at once, each on a connection of its own; what each got.
    private func race<R: Sendable>(
        _ body: @escaping @Sendable (Int) async throws(Failure) -> R
    ) async -> [Result<R, Failure>] {
        await withTaskGroup(of: Result<R, Failure>.self) { group in
            for number in 0..<Self.crowd {
                group.addTask {
                    do throws(Failure) {
                        return .success(try await body(number))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func refusals<R>(_ results: [Result<R, Failure>]) -> Set<Refusal.Code?> {
        var codes: Set<Refusal.Code?> = []
        for result in results {
            if case .failure(let failure) = result { codes.insert(failure.refusal?.code) }
        }
        return codes
    }

    @Test func `of thirty-two families one buys the laptop`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            var vouchers: [VoucherReference] = []
            for number in 0..<Self.crowd {
                let adult = EnterApplication.Adult(
                    familyName: "Famille \(number)",
                    givenName: "Ada",
                    bornOn: Day(number: 5_000)
                )
                vouchers.append(try await town.voucher(adults: [adult]))
            }
            let crowd = try town.crowded(Self.crowd)

            let results = await race { [vouchers] number throws(Failure) in
                try await crowd.perform(
                    SellDevice(
                        voucher: vouchers[number],
                        device: laptop,
                        expectedCents: 80_00,
                        payments: [Tender(.card, cents: 80_00)]
                    ),
                    as: town.ana
                )
            }

            #expect(results.count { (try? $0.get()) != nil } == 1)
            #expect(refusals(results) == [.deviceAlreadySold])
        }
    }

    @Test func `two adults with two vouchers share one quota`() async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(Self.crowd)
            let first = try await town.voucher(persons: 2, adults: [.zoe, .max])
            let second = try await town.voucher(persons: 2, adults: [.max])
            let crowd = try town.crowded(Self.crowd)

            let results = await race { number throws(Failure) in
                try await crowd.perform(
                    SellDevice(
                        voucher: number.isMultiple(of: 2) ? first : second,
                        device: laptops[number],
                        expectedCents: 80_00,
                        payments: [Tender(.card, cents: 80_00)]
                    ),
                    as: town.ana
                )
            }

            #expect(results.count { (try? $0.get()) != nil } == 1)
            #expect(refusals(results) == [.quotaReached])
        }
    }

    @Test func `a quota of two sells two, never three and never one`() async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(Self.crowd)
            let voucher = try await town.voucher(persons: 4, children: 2, adults: [.zoe, .max])
            let crowd = try town.crowded(Self.crowd)

            let results = await race { number throws(Failure) in
                try await crowd.perform(
                    SellDevice(
                        voucher: voucher,
                        device: laptops[number],
                        expectedCents: 80_00,
                        payments: [Tender(.card, cents: 80_00)]
                    ),
                    as: town.ana
                )
            }

            #expect(results.count { (try? $0.get()) != nil } == 2)
            #expect(refusals(results) == [.quotaReached])
        }
    }

    @Test func `two who buy at once for one large household both get theirs`() async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(Self.crowd)
            var vouchers: [VoucherReference] = []
            for number in 0..<Self.crowd / 2 {
                let adult = EnterApplication.Adult(
                    familyName: "Grande famille \(number)",
                    givenName: "Ada",
                    bornOn: Day(number: 5_000)
                )
                vouchers.append(try await town.voucher(persons: 4, children: 2, adults: [adult]))
            }
            let crowd = try town.crowded(Self.crowd)
            _ = await race { _ throws(Failure) in try await crowd.ask(ShowGrid(), as: town.ana) }

            let results = await race { [vouchers] number throws(Failure) in
                try await crowd.perform(
                    SellDevice(
                        voucher: vouchers[number / 2],
                        device: laptops[number],
                        expectedCents: 80_00,
                        payments: [Tender(.card, cents: 80_00)]
                    ),
                    as: town.ana
                )
            }

            #expect(results.count { (try? $0.get()) != nil } == Self.crowd)
            #expect(refusals(results) == [])
        }
    }

    @Test func `a sale comes before the revocation or not at all`() async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(Self.crowd)
            let voucher = try await town.voucher(persons: 4, children: 2, adults: [.zoe, .max])
            let crowd = try town.crowded(Self.crowd)

            let results = await race { number throws(Failure) -> Bool in
                if number == 5 {
                    let revoking = RevokeVoucher(voucher: voucher, reason: "double demande")
                    _ = try await crowd.perform(revoking, as: town.bea)
                    return false
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
                return true
            }

            let done = results.compactMap { try? $0.get() }
            #expect(done.contains(false), "the revocation always wins in the end")
            #expect(done.count { $0 } <= 2)
            #expect(refusals(results).isSubset(of: [.voucherRevoked, .quotaReached]))
            let after = await #expect(throws: Failure.self) {
                try await town.sell(laptops[5], on: voucher, cents: 80_00)
            }
            #expect(after?.refusal?.code == .voucherRevoked)
        }
    }

    @Test func `one key asked thirty-two times sells once and answers the same`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let voucher = try await town.voucher()
            let crowd = try town.crowded(Self.crowd)

            let results = await race { _ throws(Failure) in
                try await crowd.perform(
                    SellDevice(
                        voucher: voucher,
                        device: laptop,
                        expectedCents: 80_00,
                        payments: [Tender(.card, cents: 80_00)]
                    ),
                    as: town.ana,
                    key: "caisse-1-0001"
                )
            }

            let outcomes = results.compactMap { try? $0.get() }
            #expect(outcomes.count == Self.crowd)
            #expect(Set(outcomes).count == 1)
            let sales = try await town.application.ask(ListSales(), as: town.ana)
            #expect(sales.rows.count == 1)
        }
    }
}
