import Domain
import Testing

/// A used laptop delivered on 2026-03-10.
@Suite struct W09WarrantyOfAUsedLaptop {
    let warranty: Warranty

    init() throws {
        warranty = Warranty(deliveredOn: try Day(reading: "2026-03-10"))
    }

    @Test func `the guarantee lasts two years, the presumption one`() {
        #expect(warranty.lastDay.iso == "2028-03-10")
        #expect(warranty.lastDayOfPresumption.iso == "2027-03-10")
    }

    @Test(arguments: [
        ("2027-02-20", Warranty.Cover.sellerMustRebut), ("2027-03-10", .sellerMustRebut),
        ("2027-03-11", .buyerProves), ("2027-06-01", .buyerProves), ("2028-03-10", .buyerProves),
        ("2028-03-11", .ended), ("2026-03-10", .sellerMustRebut),
    ])
    func `a defect is judged by the day on which it shows`(day: String, cover: Warranty.Cover)
        throws
    {
        #expect(warranty.cover(of: try Day(reading: day)) == cover)
    }

    @Test func `a repair under guarantee moves the end by six months`() throws {
        let repaired = try warranty.repaired(
            defectShownOn: try Day(reading: "2027-02-20"),
            device: "M-7K3Q-9F"
        )

        #expect(repaired.lastDay.iso == "2028-09-10")
        #expect(repaired.lastDayOfPresumption == warranty.lastDayOfPresumption)
    }

    @Test func `a repair after the end extends nothing`() throws {
        let late = try Day(reading: "2028-03-11")

        let refusal = #expect(throws: Refusal.self) {
            try warranty.repaired(defectShownOn: late, device: "M-7K3Q-9F")
        }

        #expect(refusal?.code == .warrantyEnded)
    }

    @Test func `new goods are presumed faulty for two years`() {
        let new = Warranty(deliveredOn: warranty.deliveredOn, condition: .new)

        #expect(new.lastDayOfPresumption == new.lastDay)
    }
}
