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

    @Test func `every kind of list has mappings of its own, which a rehearsal does not keep`()
        async throws
    {
        try await Town.with { town in
            let list = "Qui;Sorte\nAteliers du Val;Entreprise\n"
            let said = ListMapping(columns: ["Qui": "name", "Sorte": "kind"])
            func run(_ said: ListMapping, _ names: MappingNames, dry: Bool = false) -> ListImport {
                ListImport(isRehearsal: dry, said: said, names: names)
            }
            let kept = MappingNames(kept: "crm")
            let read = MappingNames(read: "crm")

            _ = try await town.importing(list, run(said, kept, dry: true))
            let unknown = await #expect(throws: Failure.self) {
                try await town.importing(list, run(ListMapping(), read))
            }
            _ = try await town.importing(list, run(said, kept))
            let second = try await town.importing(
                "Qui;Sorte\nMairie de Val;Mairie\n",
                run(ListMapping(), read)
            )
            let shown = try await town.application.ask(
                ShowImportMapping(mapping: "crm", list: "donors"),
                as: town.ana
            )
            let elsewhere = await #expect(throws: Failure.self) {
                try await town.application.ask(ShowImportMapping(mapping: "crm"), as: town.ana)
            }

            #expect(unknown?.sentence(in: .en).contains("crm") == true)
            #expect(second.ending == .imported)
            #expect(shown == said)
            #expect(elsewhere != nil)
        }
    }

    @Test func `the social services keep the mappings of household lists on their own side`()
        async throws
    {
        try await Town.with { town in
            let said = ListMapping(columns: ["Patronyme usuel": "family_name"], dates: "dmy")
            let list = "Patronyme usuel;Prénom;Date de naissance;Personnes;Besoin\n"

            let done = try await town.importingHouseholds(
                list + "Canari;Zoé;05/03/1984;1;portable\n",
                ListImport(said: said, names: MappingNames(kept: "ccas"))
            )
            let mapped = try await town.importingHouseholds(
                list + "Pinson;Omar;06/03/1984;1;portable\n",
                ListImport(names: MappingNames(read: "ccas"))
            )
            let wrong = await #expect(throws: Failure.self) {
                try await town.importingHouseholds(
                    list,
                    ListImport(names: MappingNames(read: "cas"))
                )
            }
            let shown = try await town.application.ask(
                ShowHouseholdMapping(mapping: "ccas"),
                as: town.bea
            )

            #expect([done.ending, mapped.ending] == [.imported, .imported])
            #expect(wrong?.sentence(in: .en).contains("one of: ccas") == true)
            #expect(shown == said)
            #expect(try await town.count("import_mapping") == 0)
            await #expect(throws: Failure.self) {
                try await town.application.ask(
                    ShowHouseholdMapping(mapping: "ccas"),
                    as: town.ana
                )
            }
            await #expect(throws: Failure.self) {
                try await town.application.ask(
                    ShowImportMapping(mapping: "ccas", list: "households"),
                    as: town.ana
                )
            }
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

extension Town {
    fileprivate func importing(_ list: String, _ run: ListImport) async throws -> ImportOutcome {
        try await importing(DonorList.self, Array(list.utf8), named: "list.csv", run)
    }

    @discardableResult
    fileprivate func importingHouseholds(
        _ list: String,
        _ run: ListImport
    ) async throws -> ImportOutcome {
        try await application.importList(
            of: HouseholdList.self,
            run,
            uploaded: Array(list.utf8),
            named: "list.csv",
            as: bea
        )
    }
}
