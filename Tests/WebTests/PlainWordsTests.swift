import Application
import Domain
import HTTPTypes
import Testing
import TownSupport

@testable import Web

/// What pages say is said in the words of their boxes, and never in those of the program.
@Suite(.serialized) struct PlainWordsTests {
    private static let family = [
        "persons": "1", "children_in_education": "0", "kinds": "laptop",
        "adults.0.family_name!": "Benali", "adults.0.given_name": "Samia",
        "adults.0.born_on": "1986-04-02", "adults.1.family_name!": "",
    ]

    @Test(arguments: [
        (["kinds": ""], "Types d'appareils"),
        (["persons": "2,5"], "foyer"),
        (["children_in_education": "4"], "4 enfants"),
        (
            [
                "adults.1.family_name!": "Benali", "adults.1.given_name": "K",
                "adults.1.born_on": "1984-01-01",
            ], "2 adultes"
        ),
        (
            [
                "means.official.quotient:number!": "640", "means.official.fund": "caf",
                "means.fiscal.reference_income_cents:euros!": "12000",
                "means.fiscal.quarter_shares:number": "4",
            ],
            "avis d'impôt"
        ),
    ])
    func `an application that does not add up says why`(typed: [String: String], word: String)
        async throws
    {
        try await WebTown.atTheCounter { town in
            let bea = try await town.signIn("bea")
            let form = Self.family.merging(typed) { $1 }.filter {
                !($0.key == "kinds" && $0.value.isEmpty)
            }

            let reply = try await town.send("/applications", "enter-application", form, as: bea)

            let said = reply.problemSaid
            #expect([.badRequest, .conflict].contains(reply.status))
            #expect(said.contains(word), "\(said)")
            for raw in ["kinds", "array", "1, 4, 1", "1, 0, 2", "official", "fiscal,", "persons"] {
                #expect(!said.contains(raw), "\(said)")
            }
        }
    }

    @Test func `a reason of a grade begins with the grade that it allows`() async throws {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.tested()
            _ = try await town.town.application.perform(
                GradeDevice(device: device, cosmetic: .lightMarks, batteryPercent: 74),
                as: town.town.ana
            )

            let page = try await town.get("/devices/\(device.text)", cookie: ana).text

            #expect(page.contains("<li><strong>B</strong>"))
            #expect(!page.contains("<strong></strong>"))
        }
    }

    @Test func `a drive counted without its kind can be counted again where it is wiped`()
        async throws
    {
        try await WebTown.with { town in
            let ana = try await town.signIn("ana")
            let unnamed = try await town.town.atWiping(CountedDrive(capacityGB: 256))
            let named = try await town.town.atWiping(CountedDrive(serial: "S-9", kind: .ssd))

            let open = try await town.get("/devices/\(unnamed.text)", cookie: ana).text
            let done = try await town.get("/devices/\(named.text)", cookie: ana).text
            let again = try await town.send(
                "/devices/\(unnamed.text)",
                "count-drives",
                [
                    "device": unnamed.text, "drives.0.serial": "", "drives.0.kind": "ssd",
                    "drives.0.capacity_gb:number": "256",
                ],
                as: ana
            )
            let after = try await town.get("/devices/\(unnamed.text)", cookie: ana).text

            #expect(open.contains("value=\"count-drives\""))
            #expect(open.contains("name=\"drives.0.capacity_gb:number\" value=\"256\""))
            #expect(!done.contains("value=\"count-drives\""))
            #expect(again.status == .seeOther)
            #expect(!after.contains("value=\"count-drives\""))
        }
    }

    @Test func `what instalments still bring is taken on the page of the sale`() async throws {
        try await WebTown.atTheCounter { town in
            let ana = try await town.signIn("ana")
            let device = try await town.town.onTheShelf()[0]
            let sale = try await town.town.application.perform(
                SellDevice(
                    voucher: try await town.town.voucher(),
                    device: device,
                    expectedCents: 80_00,
                    payments: [Tender(.card, cents: 75_00)],
                    instalments: 2
                ),
                as: town.town.ana
            ).sale
            let path = "/sales/\(sale)"

            let before = try await town.get(path, cookie: ana).text
            let paid = try await town.send(
                path,
                "pay-instalment",
                [
                    "sale": "\(sale)", "payments.0.method": "cash", "payments.0.cents:euros!": "5",
                    "payments.0.tendered:euros": "10",
                ],
                as: ana
            )
            let after = try await town.get(try #require(paid.location), cookie: ana).text

            #expect(before.contains("value=\"pay-instalment\""))
            #expect(before.contains("name=\"payments.0.cents:euros!\" value=\"5,00\""))
            #expect(after.contains("5,00"), "what is given back")
            #expect(!after.contains("value=\"pay-instalment\""))
        }
    }

    @Test func `a long word of a stranger breaks where lists show it`() async throws {
        try await WebTown.with { town in
            let sheet = try #require(town.site.assets.addresses["moulin.css"])

            let text = try await town.get(sheet).text

            #expect(text.contains(/\.links li \{[^}]*overflow-wrap: anywhere/))
        }
    }
}
