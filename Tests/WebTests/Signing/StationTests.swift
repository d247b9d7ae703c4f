import Application
import Cluster
import Domain
import HTTPTypes
import Postgres
import Store
import Testing
import TestSupport
import TownSupport

@testable import Web

@Suite struct StationTests {
    /// A bench that ana opened, and the PIN of ana.
    private func bench(_ town: WebTown) async throws -> String {
        _ = try await town.town.application.perform(SetPIN(pin: "4071"), as: town.town.ana)
        let own = try await town.signIn("ana")
        let reply = try await town.post(
            "/account/station",
            "csrf=\(try await town.formToken(own))&station=Bench+2",
            cookie: own
        )
        #expect(try await town.get("/bench", cookie: own).status == .seeOther)
        return try #require(reply.cookie)
    }

    private let place = ["site": "Dépôt"]

    private func pinned(_ pin: String, _ login: String = "ana") -> [String: String] {
        place.merging(["confirm_login": login, "confirm_pin": pin]) { $1 }
    }

    @Test func `a bench shows the workshop and does nothing by itself`() async throws {
        try await WebTown.with { town in
            let station = try await bench(town)

            let page = try await town.get("/bench", cookie: station)
            let act = try await town.send("/places", "add-site", place, as: station)
            let direct = await #expect(throws: Failure.self) {
                let token = try #require(Token(station))
                let visitor = try #require(try await town.site.signIn.visitor(of: token))
                return try await town.town.application.perform(
                    SetPIN(pin: "4072"),
                    as: visitor.speaker
                )
            }

            #expect(page.status == .ok)
            #expect(page.text.contains("Bench 2"))
            #expect(act.status == .forbidden)
            #expect(act.text.contains("name=\"confirm_pin\""))
            #expect(act.text.contains("value=\"Dépôt\""))
            #expect(direct?.word == "pin_needed")
        }
    }

    @Test func `with a PIN the act is done, and the record names the person of the PIN`()
        async throws
    {
        try await WebTown.with { town in
            let station = try await bench(town)
            _ = try await town.town.application.perform(
                GrantRole(login: "bea", role: .technician),
                as: town.town.dan
            )
            _ = try await town.town.application.perform(SetPIN(pin: "80513"), as: town.town.bea)
            let device = try await town.town.arrived()[0].text

            let reply = try await town.send(
                "/devices/\(device)",
                "raise-flag",
                [
                    "device": device, "flag": "bios_password", "note": "inconnu",
                    "confirm_login": "bea",
                    "confirm_pin": "80513",
                ],
                as: station
            )
            let db = try await town.town.database.connect(as: .superuser)
            let row = try await db.row("SELECT raised_by FROM core.blocking_flag")
            let person: Int64 = try row.decode("raised_by")
            await db.close()

            #expect(reply.status == .seeOther)
            #expect(person == town.town.bea.person)
        }
    }

    @Test func `five wrong PINs lock the person out of this bench until a new PIN`() async throws {
        try await WebTown.with { town in
            let station = try await bench(town)
            for _ in 0..<5 {
                let wrong = try await town.send("/places", "add-site", pinned("9999"), as: station)
                #expect(wrong.status == .forbidden)
            }

            let locked = try await town.send("/places", "add-site", pinned("4071"), as: station)
            _ = try await town.town.application.perform(SetPIN(pin: "5082"), as: town.town.ana)
            let opened = try await town.send("/places", "add-site", pinned("5082"), as: station)

            #expect(locked.status == .forbidden)
            #expect(locked.text.contains("5 codes faux"))
            #expect(opened.status != .forbidden || !opened.text.contains("confirm_pin"))
        }
    }

    @Test func `a grave act is not for a bench, PIN or not`() async throws {
        try await WebTown.with { town in
            let station = try await bench(town)
            _ = try await town.town.application.perform(
                GrantRole(login: "ana", role: .admin),
                as: town.town.dan
            )

            let reply = try await town.send(
                "/staff",
                "grant-role",
                ["login": "bea", "role": "auditor"].merging(pinned("4071")) { $1 },
                as: station
            )

            #expect(reply.status == .forbidden)
        }
    }

    @Test(arguments: ["123", "1234", "4321", "7777", "123456789", "12a4"])
    func `a PIN that is guessed is none`(pin: String) async throws {
        try await WebTown.with { town in
            let refused = await #expect(throws: Failure.self) {
                try await town.town.application.perform(SetPIN(pin: pin), as: town.town.ana)
            }
            #expect(refused != nil)
        }
    }
}
