import Application
import Domain
import Store
import Testing
import TownSupport

/// The JSON forms, as the API, a batch line and the command line send them.
@Suite(.serialized) struct DoorTests {
    @Test func `a family is served by words alone`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first).text
            let today = try await town.today()
            let entered = try await town.say(
                "enter-application",
                #"{"persons":1,"children_in_education":0,"kinds":["laptop"],"adults":[{"family_name":"Roy","given_name":"Lea","born_on":"1990-04-02"}]}"#,
                as: town.bea
            )
            #expect(entered == #"{"application":1,"household":1,"household_was_known":false}"#)
            _ = try await town.say(
                "note-proof",
                #"{"application":1,"proof":"family_funds_certificate","dated_on":"\#(today.iso)"}"#,
                as: town.bea
            )
            _ = try await town.say(
                "set-evidence",
                #"{"application":1,"official":{"quotient":640,"fund":"msa"}}"#,
                as: town.bea
            )
            _ = try await town.say("decide-application", #"{"application":1}"#, as: town.bea)
            let shown = try await town.application.ask(
                ShowApplication(application: 1),
                as: town.bea
            )
            let voucher = try #require(shown.vouchers.first)
            let sold = try await town.say(
                "sell-device",
                #"{"voucher":"\#(voucher)","device":"\#(laptop)","expected_cents":8000,"payments":[{"method":"cash","cents":8000,"tendered":10000}]}"#,
                as: town.ana
            )

            #expect(sold.contains(#""change_cents":2000"#))
            #expect(sold.contains(#""price_cents":8000"#))
            let listed = try await town.application.ask(
                named: "list-sales",
                Array(#"{"limit":10}"#.utf8),
                as: town.ana
            )
            #expect(String(decoding: listed, as: UTF8.self).hasPrefix(#"{"rows":[{"device":""#))
        }
    }

    @Test func `every command and question of the counter is listed once`() {
        let names = Catalogue.commands.map(\.name) + Catalogue.questions.map(\.name)

        #expect(Set(names).count == names.count)
        #expect(
            Set(names).isSuperset(of: [
                "publish-price-grid", "publish-caps", "publish-brackets", "quote", "show-grid",
                "enter-application", "note-proof", "set-evidence", "propose-override",
                "decide-application", "appeal", "withdraw-application", "renew-voucher",
                "revoke-voucher", "view-income", "list-applications", "show-application",
                "show-voucher", "reserve-device", "release-reservation",
                "release-expired-reservations", "sell-device", "take-back-device",
                "open-warranty-case", "close-warranty-case", "close-day", "close-month",
                "close-year", "show-sale", "list-sales", "sales-journal", "place-device",
                "end-placement", "list-placements", "add-person", "grant-role", "end-role",
                "list-people",
            ])
        )
    }
}

extension Town {
    /// Performs a command by its name from JSON; its outcome as JSON.
    func say(
        _ command: String,
        _ json: String,
        as speaker: Speaker
    ) async throws(Failure) -> String {
        let outcome = try await application.perform(
            named: command,
            Array(json.utf8),
            as: speaker
        )
        return String(decoding: outcome, as: UTF8.self)
    }
}
