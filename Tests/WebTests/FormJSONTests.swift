import Application
import Domain
import Testing

@testable import Web

@Suite struct FormJSONTests {
    @Test(arguments: [
        ("12", 1_200), ("12,5", 1_250), ("12.50 €", 1_250), ("1 234,56", 123_456), ("0", 0),
        ("", nil), ("12,345", nil), ("douze", nil), ("-5", nil), ("1,2,3", nil),
        ("92233720368547758079", nil),
    ])
    func `amounts are read as people type them`(text: String, cents: Int64?) {
        #expect(Euros.cents(text) == cents)
    }

    @Test func `boxes become rows, objects and lists, and empty ones are left out`() async throws {
        try await WebTown.with { town in
            func read(_ form: String, _ command: String) throws -> JSONValue {
                let entry = try Catalogue.command(named: command)
                let form = FormJSON(Fields(encoded: form.utf8))
                return JSONValue(bytes: try form.bytes(for: entry.fields, town.visit()))
            }
            let sale = try read(
                "voucher=V-1&device=2&expected_cents=5000&payments.0.method=card&payments.0.cents:euros!=30"
                    + "&payments.1.method=cash&payments.1.cents:euros!=20,00&payments.1.tendered:euros=50"
                    + "&payments.2.method=cheque&payments.2.cents:euros!=&csrf=x&key=y",
                "sell-device"
            )
            let none = try read(
                "device=1&drives.0.serial=&drives.0.kind=&drives.1.serial=",
                "count-drives"
            )
            let digits = try read(
                "device=1&drives.0.serial=0012&drives.0.capacity_gb:number=256",
                "count-drives"
            )
            let means = try read(
                "application=1&official.quotient:number!=640&official.fund=caf&computed.yearly_cents:euros!=&computed.children:number=0",
                "set-evidence"
            )

            #expect(
                sale == [
                    "voucher": "V-1", "device": "2", "expected_cents": 5_000,
                    "payments": [
                        ["method": "card", "cents": 3_000],
                        ["method": "cash", "cents": 2_000, "tendered": 5_000],
                    ],
                ]
            )
            #expect(none == ["device": "1", "drives": []])
            #expect(digits == ["device": "1", "drives": [["serial": "0012", "capacity_gb": 256]]])
            #expect(means == ["application": 1, "official": ["quotient": 640, "fund": "caf"]])
            #expect(throws: Failure.self) {
                try read("payments.0.method=card&payments.0.cents:euros!=vingt", "sell-device")
            }
        }
    }

    @Test(arguments: ["fr", "en"])
    func `days and instants are written as the language does`(language: String) {
        let isFrench = language == "fr"

        #expect(
            SpokenDate.spoken("2026-11-03", in: isFrench ? .fr : .en)
                == (isFrench ? "03/11/2026" : "3 Nov 2026")
        )
        #expect(SpokenDate.spoken("2026-11-3", in: .fr) == nil)
        #expect(SpokenDate.spoken("5CG8231H4K", in: .fr) == nil)
    }
}
