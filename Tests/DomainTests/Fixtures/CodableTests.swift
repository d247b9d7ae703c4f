import Domain
import FoundationEssentials
import Testing

@Suite struct CodableTests {
    @Test func `values come back from JSON as they went`() throws {
        try roundTrip(Day(number: 20_767))
        try roundTrip(LabelCode(device: 7_966_441))
        try roundTrip(Money(cents: -5, currency: .gbp))
        try roundTrip(Refusal(.priceOverCap, ["price": .money(.eur(200))], next: ["a"]))
        try roundTrip(WipeReport.clean)
        try roundTrip(WipeVerdict.rejected([WipeObjection(.otherDrive, expected: "a", found: "b")]))
        try roundTrip(Inspection.faultless(.laptop))
        try roundTrip(PriceRules.frenchDemo2026)
        try roundTrip(EligibilityRules.frenchDemo2026)
        for pack in EligibilityPack.all { try roundTrip(pack) }
        try roundTrip(WaitingOrder.moulin2026)
        try roundTrip(GradeTable.moulin2026)
        try roundTrip(Gift.laptops)
        try roundTrip(CarbonFactors.ademe2022)
    }

    @Test func `words, days and codes are written as people read them`() throws {
        #expect(try json(DeviceType.allInOne) == "\"all_in_one\"")
        #expect(try json(LabelCode(device: 7_966_441)) == "\"M-7K3Q-9F\"")
        #expect(try json(Day(number: 0)) == "\"1970-01-01\"")
        #expect(try json([QuotaKind.mainDevice: 2]) == "{\"main_device\":2}")
    }

    @Test(arguments: ["\"2026-02-30\"", "\"\"", "7"])
    func `a day that does not exist is not decoded`(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Day.self, from: Data(json.utf8))
        }
    }

    private func json(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    private func roundTrip<Value: Codable & Equatable>(_ value: Value) throws {
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(Value.self, from: data) == value)
    }
}
