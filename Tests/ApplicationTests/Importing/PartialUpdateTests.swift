import Application
import Cluster
import Domain
import Importing
import Postgres
import TestSupport
import Testing
import TownSupport

/// Rows that name a machine of the donation and say little of it.
@Suite struct PartialUpdateTests {
    private static let list = """
        N° inventaire;Type;Marque;Modèle;N° de série;RAM (Go);Disque;Commentaire;Salle
        PC-001;Portable;Dell;Latitude 7490;5CG8231ABC;16;256 Go SSD;rayé;B12
        PC-002;Tour;HP;ProDesk 600;5CD0123XYZ;8;512 Go HDD;;B13
        """

    @Test(arguments: [
        ("N° de série;RAM (Go)\n5CG8231ABC;32\n", "ram_mb", "32768"),
        ("N° inventaire;Disque\nPC-001;512 Go HDD\n", "storage_kind", "hdd"),
        ("N° de série;Salle\n5CG8231ABC;B99\n", "extra ->> 'Salle'", "B99"),
        ("N° de série;Type;Modèle;Commentaire\n5CG8231ABC;;;neuf\n", "comment", "neuf"),
    ])
    func `a row changes what it says and erases nothing`(
        _ change: String,
        _ column: String,
        _ value: String
    ) async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            _ = try await town.importing(Self.list, into: donation)
            let before = try await town.facts(without: column)

            let outcome = try await town.importing(change, into: donation)
            let after = try await town.facts(without: column)
            let again = try await town.importing(change + "\n", into: donation)

            #expect(outcome.report.counts.update == 1)
            #expect(after == before)
            #expect(try await town.said(column) == value)
            #expect(again.report.counts.same == 1)
            #expect(try await town.count("device") == 2)
        }
    }

    @Test func `a machine that nobody knows still needs its kind`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            _ = try await town.importing(Self.list, into: donation)

            let outcome = try await town.importing(
                "N° de série;RAM (Go)\n5CG8231ABC;32\nUNKNOWN1;8\n",
                into: donation
            )

            #expect(outcome.ending == .refused)
            #expect(outcome.report.errors.map(\.line) == [3])
            #expect(try await town.said("ram_mb") == "16384")
        }
    }

    @Test func `undoing what never changed the kind of storage leaves it`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            _ = try await town.importing(Self.list, into: donation)
            let changed = try await town.importing(
                "N° de série;RAM (Go)\n5CG8231ABC;32\n",
                into: donation
            )
            let db = try await town.database.connect(as: .superuser)
            _ = try await db.script(
                """
                SET session_replication_role = replica;
                UPDATE core.import_change SET before = before - 'storage_kind'
                """
            )
            await db.close()

            _ = try await town.application.perform(
                UndoImport(batch: try #require(changed.batch), reason: "erreur"),
                as: town.ana
            )

            #expect(try await town.said("storage_kind") == "ssd")
            #expect(try await town.said("ram_mb") == "16384")
        }
    }

    @Test func `undoing sets back what a row changed`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            _ = try await town.importing(Self.list, into: donation)
            let changed = try await town.importing(
                "N° de série;Disque;Salle\n5CG8231ABC;1 To HDD;B99\n",
                into: donation
            )

            _ = try await town.application.perform(
                UndoImport(batch: try #require(changed.batch), reason: "erreur"),
                as: town.ana
            )

            #expect(try await town.said("storage_kind") == "ssd")
            #expect(try await town.said("storage_gb") == "256")
            #expect(try await town.said("extra ->> 'Salle'") == "B12")
        }
    }
}

extension Town {
    private static let columns = [
        "kind", "maker", "model", "serial", "external_ref", "ram_mb", "storage_kind", "comment",
        "extra ->> 'Salle'",
    ]

    /// What is known of the first machine of the list, but for one thing and the size that comes with it.
    fileprivate func facts(without column: String) async throws -> [String] {
        var facts: [String] = []
        for name in Self.columns where name != column { facts.append(try await said(name)) }
        return facts
    }

    fileprivate func said(_ column: String) async throws -> String {
        let db = try await database.connect(as: .superuser)
        let rows = try await db.script(
            "SELECT coalesce((\(column))::text, '') AS said FROM core.device WHERE serial = '5CG8231ABC'"
        )
        let said = try rows.first?.decode("said", as: String.self) ?? ""
        await db.close()
        return said
    }
}
