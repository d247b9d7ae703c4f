import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct HouseholdChangeTests {
    @Test func `an adult who moves in brings what they had`() async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(2)
            let (first, zoesVoucher) = try await town.approved()
            let (_, maxsVoucher) = try await town.approved(adults: [.max])
            _ = try await town.sell(laptops[0], on: maxsVoucher, cents: 80_00)
            let home = try await town.household(of: first)

            let joined = try await town.application.perform(
                AddAdult(household: home, adult: .max),
                as: town.bea
            )
            let failure = await #expect(throws: Failure.self) {
                try await town.sell(laptops[1], on: zoesVoucher, cents: 80_00)
            }

            #expect(joined.household == home)
            #expect(joined.persons == 2)
            #expect(joined.adults == 2)
            #expect(failure?.refusal?.code == .quotaReached)
        }
    }

    @Test func `an adult who leaves takes what they had along`() async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(2)
            let (number, voucher) = try await town.approved(persons: 2, adults: [.zoe, .max])
            _ = try await town.sell(laptops[0], on: voucher, cents: 80_00)
            let home = try await town.household(of: number)
            _ = try await town.application.perform(
                RemoveAdult(household: home, adult: .max),
                as: town.bea
            )

            let alone = try await town.voucher(adults: [.max])
            let failure = await #expect(throws: Failure.self) {
                try await town.sell(laptops[1], on: alone, cents: 80_00)
            }

            #expect(failure?.refusal?.code == .quotaReached)
            #expect(try await town.quotaFaults() == [])
        }
    }

    @Test func `who leaves and comes back is still found on the day of the sale`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let (number, voucher) = try await town.approved(persons: 2, adults: [.zoe, .max])
            let home = try await town.household(of: number)
            _ = try await town.sell(laptop, on: voucher, cents: 80_00)

            _ = try await town.application.perform(
                RemoveAdult(household: home, adult: .max),
                as: town.bea
            )
            let back = try await town.application.perform(
                AddAdult(household: home, adult: .max),
                as: town.bea
            )

            #expect(back.adults == 2)
            #expect(
                try await town.column(
                    "SELECT count(*)::text FROM social.adult WHERE household_id = \(home)"
                ) == ["3"]
            )
        }
    }

    @Test func `the household that an adult moves out of keeps the event`() async throws {
        try await Town.atTheCounter { town in
            let first = try await town.application(persons: 2, adults: [.zoe, .max])
            let left = try await town.household(of: first)
            let other = EnterApplication.Adult(
                familyName: "Noir",
                givenName: "Ada",
                bornOn: try Day(reading: "1990-03-04")
            )
            let entered = try await town.household(of: try await town.application(adults: [other]))

            _ = try await town.application.perform(
                AddAdult(household: entered, adult: .max),
                as: town.bea
            )

            #expect(
                try await town.column(
                    """
                    SELECT subject_id || ' ' || name FROM audit.event
                     WHERE subject = 'household' AND name IN ('adult-left', 'add-adult') ORDER BY subject_id
                    """
                ) == ["\(left) adult-left", "\(entered) add-adult"]
            )
        }
    }

    @Test func `the last adult stays, and a stranger does not leave`() async throws {
        try await Town.atTheCounter { town in
            let home = try await town.household(of: try await town.application())

            let last = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    RemoveAdult(household: home, adult: .zoe),
                    as: town.bea
                )
            }
            let stranger = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    RemoveAdult(household: home, adult: .max),
                    as: town.bea
                )
            }
            let nowhere = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    AddAdult(household: 999, adult: .max),
                    as: town.bea
                )
            }

            #expect(last?.refusal?.code == .householdNeedsAdult)
            #expect(stranger?.refusal?.code == .adultNotInHousehold)
            #expect(nowhere?.refusal?.code == .unknownHousehold)
        }
    }

    @Test func `a household that grew has room for a second computer`() async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(2)
            let (number, voucher) = try await town.approved()
            let home = try await town.household(of: number)
            _ = try await town.sell(laptops[0], on: voucher, cents: 80_00)
            let room = { @Sendable () async throws -> Bool? in
                try await town.application.ask(ShowHousehold(household: home), as: town.bea)
                    .hasRoom[.mainDevice]
            }

            let before = try await room()
            _ = try await town.application.perform(
                ChangeHousehold(household: home, persons: 5, childrenInEducation: 3),
                as: town.bea
            )

            #expect(before == false)
            #expect(try await room() == true)
        }
    }
}
