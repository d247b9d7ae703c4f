import Application
import Domain
import Importing
import Testing
import TownSupport

@Suite struct UndoImportTests {
    static let list = """
        N° inventaire;Type;Marque;Modèle;N° de série
        PC-1;Portable;Dell;Latitude 7490;5CG8231ABC
        PC-2;Portable;HP;EliteBook 840;5CD0123XYZ
        """

    @Test func `an undone import withdraws what it brought, and its file may come again`()
        async throws
    {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let first = try await town.importing(Self.list, into: donation)
            let batch = try #require(first.batch)

            let undone = try await town.undo(batch)
            let twice = try await town.undo(batch)
            let again = try await town.importing(Self.list, into: donation)

            #expect([undone.withdrawn, undone.restored] == [2, 0])
            #expect(!undone.already)
            #expect([twice.withdrawn, twice.restored] == [2, 0])
            #expect(twice.already)
            #expect(again.report.counts.create == 2)
            #expect(
                try await town.column(
                    "SELECT state || ' ' || count(*) FROM core.device GROUP BY state ORDER BY state"
                ) == ["received 2", "withdrawn 2"]
            )
        }
    }

    @Test func `what a list changed is as before`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            _ = try await town.importing(Self.list, into: donation)
            let changed = Self.list.replacing("Latitude 7490", with: "Latitude 7480")
            let second = try await town.importing(changed, into: donation)

            let undone = try await town.undo(try #require(second.batch))

            #expect(second.report.counts.update == 1)
            #expect(undone.withdrawn == 0)
            #expect(undone.restored == 1)
            #expect(
                try await town.column("SELECT model FROM core.device ORDER BY device_id")
                    == ["Latitude 7490", "EliteBook 840"]
            )
        }
    }

    @Test func `a machine that moved on keeps its import, and is named with what happened`()
        async throws
    {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let first = try await town.importing(Self.list, into: donation)
            try await town.step(DeviceReference("5CD0123XYZ"), "triage")

            let refusal = await town.refusal(
                UndoImport(batch: try #require(first.batch), reason: "wrong donor")
            )

            #expect(refusal?.code == .importMovedOn)
            let events = try #require(refusal?.facts["events"])
            #expect(events.hasSuffix(" triage"))
            #expect(refusal?.sentence(in: .fr).contains("trier") == true)
            #expect(
                try await town.column("SELECT DISTINCT state FROM core.device ORDER BY state")
                    == ["received", "triaged"]
            )
        }
    }

    @Test func `an import that nobody knows is refused`() async throws {
        try await Town.with { town in
            let refusal = await town.refusal(UndoImport(batch: 99, reason: "?"))

            #expect(refusal?.code == .unknownImport)
        }
    }

    @Test func `a run of reports is undone too, and listed as such`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            _ = try await town.importing(
                ["a.txt": HardwareImportTests.dmidecode()],
                HardwareImport(donation: donation)
            )
            let before = try await town.application.ask(ListImports(), as: town.ana).rows

            let undone = try await town.undo(try #require(before.first?.batch))
            let after = try await town.application.ask(ListImports(), as: town.ana).rows

            #expect(before.map(\.devices) == [1])
            #expect(before.map(\.undone) == [nil])
            #expect(undone.withdrawn == 1)
            #expect(after.first?.undone != nil)
        }
    }

    @Test func `alike machines are counted, and a corrected list brings only those that are new`()
        async throws
    {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let list = "Type;Marque;Modèle;Qté\nÉcran;Dell;P2217H;12\nClavier;Logitech;K120;3\n"

            let first = try await town.importing(list, into: donation)
            let more = try await town.importing(
                list.replacing(";12", with: ";15"),
                into: donation
            )

            #expect(first.report.counts.create == 15)
            #expect(more.report.counts.create == 3)
            #expect(more.report.counts.same == 15)
            #expect(try await town.count("device") == 18)
            #expect(try await town.audit().findings == [])
        }
    }
}

extension Town {
    fileprivate func undo(_ batch: Int64) async throws -> UndoImport.Outcome {
        try await application.perform(UndoImport(batch: batch, reason: "wrong donor"), as: ana)
    }

    func audit() async throws -> Audit.Outcome {
        try await application.perform(Audit(try Self.schema()), as: dan)
    }
}
