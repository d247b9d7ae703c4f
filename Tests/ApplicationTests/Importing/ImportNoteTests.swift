import Application
import Domain
import Importing
import Testing
import TownSupport

/// What is read otherwise than it is written, and what no column of the database has.
@Suite struct ImportNoteTests {
    @Test func `what was found in many rows is told once, in the order of the list`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let outcome = try await town.importing(
                "Type;Marque;N° de série;RAM\nPortable;Dell;N/A;8 Go\nPortable;idem;SN2;8 Go\n"
                    + "Portable;HP;N/A;8 Go\nPortable;HP;N/A;4 Go + 4 Go\n",
                into: donation
            )

            #expect(
                outcome.report.notes.map { $0.sentence(in: .fr) } == [
                    "Ligne 2 et 2 autres : N° de série « N/A » : pas de valeur, laissé vide.",
                    "Ligne 3 : Marque « idem » : comme la ligne au-dessus.",
                    "Ligne 5 : RAM « 4 Go + 4 Go » : somme de 2.",
                ]
            )
            #expect(outcome.report.notes[0].further == 2)
        }
    }

    @Test func `a day of purchase and a condition are kept under their headings`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let list = """
                Type;N° de série;Date d'achat;État
                Portable;SN1;14/03/2019;rayé
                Portable;SN2;mars 2019;

                """

            _ = try await town.importing(list, into: donation)
            let again = try await town.importing(list + "\n", into: donation)

            #expect(
                try await town.column("SELECT extra::text FROM core.device ORDER BY serial") == [
                    #"{"État": "rayé", "Date d'achat": "2019-03-14"}"#,
                    #"{"Date d'achat": "mars 2019"}"#,
                ]
            )
            #expect(again.report.counts.same == 2)
        }
    }
}
