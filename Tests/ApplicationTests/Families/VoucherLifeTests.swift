import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct VoucherLifeTests {
    @Test func `a sale redeems the application, and a return within its days undoes that`()
        async throws
    {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let (number, voucher) = try await town.approved()

            _ = try await town.sell(laptop, on: voucher, cents: 80_00)
            let sold = try await town.status(of: number)
            _ = try await town.application.perform(
                TakeBackDevice(device: laptop, cause: .withdrawal, refundCents: 80_00),
                as: town.ana
            )

            #expect(sold == .redeemed)
            #expect(try await town.status(of: number) == .approved)
        }
    }

    @Test(arguments: [TakeBackDevice.Cause.withdrawal, .warranty])
    func `what comes back in its days or under the guarantee does not count against the quota`(
        cause: TakeBackDevice.Cause
    ) async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(2)
            let (number, voucher) = try await town.approved()
            let household = try await town.household(of: number)
            let room = { @Sendable () async throws -> Bool? in
                try await town.application.ask(ShowHousehold(household: household), as: town.bea)
                    .hasRoom[.mainDevice]
            }

            let before = try await room()
            _ = try await town.sell(laptops[0], on: voucher, cents: 80_00)
            let full = try await room()
            let second = await #expect(throws: Failure.self) {
                try await town.sell(laptops[1], on: voucher, cents: 80_00)
            }
            _ = try await town.application.perform(
                TakeBackDevice(device: laptops[0], cause: cause),
                as: town.ana
            )
            _ = try await town.sell(laptops[1], on: voucher, cents: 80_00)

            #expect(before == true)
            #expect(full == false)
            #expect(second?.refusal?.code == .quotaReached)
        }
    }

    @Test func `an application whose voucher ran out is filed, once`() async throws {
        try await Town.atTheCounter { town in
            let (late, _) = try await town.approved()
            let (running, _) = try await town.approved(adults: [.max])
            try await town.makeTimePass(
                """
                UPDATE core.voucher_term AS m SET during = tstzrange(lower(m.during) - interval '100 days', now() - interval '1 day')
                  FROM core.voucher AS v JOIN social.approval AS a USING (approval_id)
                 WHERE v.voucher_id = m.voucher_id AND a.application_id = \(late)
                """
            )

            let first = try await town.application.perform(ExpireVouchers(), as: town.bea)
            let second = try await town.application.perform(ExpireVouchers(), as: town.bea)

            #expect(first.expired == 1)
            #expect(second.expired == 0)
            #expect(try await town.status(of: late) == .expired)
            #expect(try await town.status(of: running) == .approved)
        }
    }

    @Test func `an expired application serves again once its voucher is renewed`() async throws {
        try await Town.atTheCounter { town in
            let (number, voucher) = try await town.approved()
            try await town.makeTimePass(
                "UPDATE core.voucher_term SET during = tstzrange(lower(during) - interval '100 days', now() - interval '1 day')"
            )
            _ = try await town.application.perform(ExpireVouchers(), as: town.bea)

            _ = try await town.application.perform(RenewVoucher(voucher: voucher), as: town.bea)

            #expect(try await town.status(of: number) == .approved)
        }
    }
}
