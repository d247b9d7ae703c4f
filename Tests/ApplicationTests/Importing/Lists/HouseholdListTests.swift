import Application
import Domain
import Importing
import Store
import Testing
import TownSupport

@Suite struct HouseholdListTests {
    static let heading = "Dossier;Nom;Prénom;Date de naissance;Personnes;Enfants;Besoin;QF\n"
    static let list =
        heading + "1;Canari;Zoé;25/03/1984;3;2;portable;642\n" + "1;Canari;Omar;02/11/1982;;;;\n"

    @Test func `a household comes with its adults, its means and its application`() async throws {
        try await Town.with { town in
            let outcome = try await town.importing(HouseholdList.self, Self.list)

            let listed = try await town.application.ask(ListApplications(), as: town.bea)
            let shown = try await town.application.ask(
                ShowApplication(application: try #require(listed.rows.first).application),
                as: town.bea
            )
            #expect(outcome.fates == [2, 0, 0, 0])
            #expect(outcome.batch == nil)
            #expect(shown.persons == 3)
            #expect(shown.childrenInEducation == 2)
        }
    }

    @Test
    func `the same file changes nothing, and a corrected one brings the household up to date`()
        async throws
    {
        try await Town.with { town in
            try await town.importing(HouseholdList.self, Self.list)

            let same = try await town.importing(HouseholdList.self, Self.list)
            let unchanged = try await town.importing(HouseholdList.self, Self.list + "\n")
            let grown = try await town.importing(
                HouseholdList.self,
                Self.list.replacing(";3;2;", with: ";4;2;")
            )

            #expect(same.ending == .already)
            #expect(unchanged.fates == [0, 0, 2, 0])
            #expect(grown.fates == [0, 2, 0, 0])
            #expect(try await town.column("SELECT persons::text FROM social.household") == ["4"])
        }
    }

    @Test func `a list opens no second application for a household that was decided`()
        async throws
    {
        try await Town.atTheCounter { town in
            _ = try await town.approved(adults: [.zoe])
            let zoe = EnterApplication.Adult.zoe
            let row =
                "9;\(zoe.familyName);\(zoe.givenName);\(zoe.bornOn.iso);1;0;portable;\n"

            let outcome = try await town.importing(HouseholdList.self, Self.heading + row)

            #expect(outcome.fates == [0, 0, 1, 0])
            #expect(outcome.report.notes.count == 1)
            #expect(
                try await town.column("SELECT count(*)::text FROM social.application") == ["1"]
            )
        }
    }

    /// Names, days and figures of families stay out of everything that is told.
    @Test func `no error and no note says what a cell says`() async throws {
        try await Town.with { town in
            let wrong =
                Self.heading + "1;Canari;Zoé;31/02/1984;3;2;portable;beaucoup\n"
                + "2;Canari;Omar;02/11/82;0;;Grille-pain;-5\n" + "3;Canari;;;;;;\n"
                + "4;Canari;Ida;01/02/1990;1;0;serveur;640;Canari\n"
                + "Total Canari;;;;;;;\n"

            let outcome = try await town.importing(HouseholdList.self, wrong)

            let told =
                outcome.json + outcome.table(in: .fr) + outcome.table(in: .en)
                + outcome.summary.fr
            #expect(outcome.fates[3] == 4)
            for word in ["Canari", "Zoé", "Omar", "Ida", "1984", "1982", "beaucoup", "Grille"] {
                #expect(!told.contains(word), "\(word)")
            }
            #expect(told.contains("Date de naissance"))
        }
    }

    @Test func `a birthday that may be two days asks for the order, and says neither`()
        async throws
    {
        try await Town.with { town in
            let list = Self.heading + "1;Canari;Zoé;05/03/1984;1;0;portable;\n"

            let outcome = try await town.importing(HouseholdList.self, list)

            let said = outcome.report.errors.first?.problem.sentence
            #expect(outcome.faults == ["2:4 ambiguous_date"])
            #expect(said?.fr.contains("--dates") == true)
            #expect(!outcome.json.contains("1984"))
        }
    }

    @Test func `a row of a household that is wrong keeps the others of it out`() async throws {
        try await Town.with { town in
            let list = Self.list.replacing("02/11/1982", with: "demain")

            let outcome = try await town.importing(HouseholdList.self, list, keepsGoing: true)

            #expect(outcome.faults == ["2:0 other_row_wrong", "3:4 not_a_date"])
            #expect(try await town.column("SELECT count(*)::text FROM social.household") == ["0"])
        }
    }

    @Test func `a paper that is too old is told at its column`() async throws {
        try await Town.with { town in
            let list =
                "Nom;Prénom;Date de naissance;Personnes;Besoin;Justificatif;Date du justificatif\n"
                + "Canari;Zoé;25/03/1984;1;portable;Attestation CAF;25/03/2020\n"

            let outcome = try await town.importing(HouseholdList.self, list)

            #expect(outcome.faults == ["2:7 proof_expired"])
        }
    }

    @Test func `the workshop's login takes no part in it`() async throws {
        try await Town.with { town in
            let social = try town.only(.social)

            let outcome = try await social.importList(
                of: HouseholdList.self,
                ListImport(),
                uploaded: Array(Self.list.utf8),
                named: "l.csv",
                as: town.bea
            )
            let failure = await #expect(throws: Failure.self) {
                try await town.only(.main).importList(
                    of: HouseholdList.self,
                    ListImport(),
                    uploaded: Array(Self.list.utf8),
                    named: "l.csv",
                    as: town.bea
                )
            }

            #expect(outcome.ending == .imported)
            #expect(try await town.count("import_batch") == 0)
            guard case .refused(let refusal) = failure else { return #expect(Bool(false)) }
            #expect(refusal.code == .servedElsewhere)
        }
    }
}
