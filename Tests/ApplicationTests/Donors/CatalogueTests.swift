import Application
import Domain
import Testing
import TownSupport

@Suite struct DonorCatalogueTests {
    @Test func `a donor and a gift are written and read through their JSON forms`() async throws {
        try await Town.with { town in
            let added = try await town.application.perform(
                named: "add-donor",
                Array(
                    #"{"kind":"association","name":"Les Amis","town":"Issy","postal_code":"92130"}"#
                        .utf8
                ),
                as: town.ana
            )
            let announced = try await town.application.perform(
                named: "announce-donation",
                Array(#"{"donor":1,"lines":[{"kind":"laptop","quantity":3}]}"#.utf8),
                as: town.ana
            )
            let shown = try await town.application.ask(
                named: "show-donation",
                Array(#"{"donation":1}"#.utf8),
                as: town.ana
            )

            #expect(String(decoding: added, as: UTF8.self) == #"{"donor":1}"#)
            #expect(
                String(decoding: announced, as: UTF8.self).contains(#""origin_regime":"private""#)
            )
            #expect(String(decoding: shown, as: UTF8.self).contains(#""announced":3"#))
        }
    }

    @Test func `every question of donors and documents is listed under its name`() throws {
        for name in [
            "show-donor", "list-donors", "find-donor", "show-donation", "list-donations",
            "donation-outcome", "register", "show-document", "list-documents", "verify-document",
            "declaration-222bis", "device-labels",
        ] {
            #expect(try Catalogue.question(named: name).name == name)
        }
    }
}
