import Application
import Domain
import Importing
import TestSupport
import Testing
import TownSupport

@Suite struct ImportMappingTests {
    @Test func `what was said of a source's lists is kept, and completes what is said today`()
        async throws
    {
        try await Town.with { town in
            let mapping = ListMapping(columns: ["Tag client": "external_ref"], dates: "mdy")
            _ = try await town.application.perform(
                SaveImportMapping(name: "mairie", mapping),
                as: town.ana
            )
            _ = try await town.application.perform(
                SaveImportMapping(
                    name: "mairie",
                    ListMapping(columns: ["Tag client": "serial"], dates: "dmy")
                ),
                as: town.ana
            )

            let kept = try await town.application.ask(
                ShowImportMapping(mapping: "mairie"),
                as: town.ana
            )
            let today = ListMapping(dates: "mdy").completed(by: kept)

            #expect(kept == ListMapping(columns: ["Tag client": "serial"], dates: "dmy"))
            #expect(today == ListMapping(columns: ["Tag client": "serial"], dates: "mdy"))
        }
    }

    @Test func `a name that nobody kept is answered with those that are kept`() async throws {
        try await Town.with { town in
            _ = try await town.application.perform(
                SaveImportMapping(name: "mairie", ListMapping(dates: "dmy")),
                as: town.ana
            )

            let failure = await #expect(throws: Failure.self) {
                try await town.application.ask(ShowImportMapping(mapping: "marie"), as: town.ana)
            }

            #expect(failure?.sentence(in: .en).contains("mairie") == true)
        }
    }

    @Test func `a word that is no field is refused`() async throws {
        try await Town.with { town in
            await #expect(throws: Failure.self) {
                try await town.application.perform(
                    SaveImportMapping(name: "x", ListMapping(columns: ["Tag": "seriel"])),
                    as: town.ana
                )
            }
        }
    }

    @Test func `a list without heading is read by the one that a person gives`() async throws {
        try await Town.with { town in
            let mapping = ListMapping(
                columns: ["Étiquette mairie": "external_ref"],
                heading: ["Étiquette mairie", "Type", "N° de série", "RAM (Go)"]
            )
            let file = ZIPFile(texts: [
                ("liste.csv", "T-1;Portable;5CG1;8\nT-2;Portable;5CG2;huit\n")
            ])

            let outcome = try await town.importing(
                DeviceImport(
                    donation: try await town.receivedDonation(),
                    keepsGoing: true,
                    choices: try #require(mapping.choices)
                ),
                from: file.path
            )

            #expect(outcome.ending == .imported)
            #expect(outcome.report.counts.create == 1)
            #expect(outcome.report.errors.map(\.line) == [2])
        }
    }

    @Test func `words of a command line are a mapping`() {
        #expect(
            ListMapping(
                columns: ["a=b=serial"],
                heading: "Série;Modèle; RAM (Go)",
                charset: nil,
                dates: nil
            )
                == ListMapping(
                    columns: ["a=b": "serial"],
                    heading: ["Série", "Modèle", "RAM (Go)"]
                )
        )
        #expect(ListMapping(columns: ["serial"], heading: nil, charset: nil, dates: nil) == nil)
    }
}
