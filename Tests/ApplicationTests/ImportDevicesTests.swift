import Application
import Cluster
import Domain
import FoundationEssentials
import Importing
import Postgres
import Schema
import Store
import Synchronization
import TestSupport
import Testing
import TownSupport

@Suite struct ImportDevicesTests {
    static let list = """
        N° inventaire;Type;Marque;Modèle;N° de série;RAM (Go);Disque
        PC-001;Portable;Dell;Latitude 7490;5CG8231ABC;16;256 Go SSD
        PC-002;Portable;HP;EliteBook 840;5CD0123XYZ;8;"512 Go"
        PC-003;Portable;Lenovo;ThinkPad T480;To Be Filled By O.E.M.;8;1 To
        """

    @Test func `a list becomes devices, and the same list again changes nothing`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let first = try await town.importing(Self.list, into: donation)
            let second = try await town.importing(Self.list, into: donation)

            #expect(first.ending == .imported)
            #expect(first.report.counts.create == 3)
            #expect(second.ending == .already)
            #expect(try await town.count("device") == 3)
        }
    }

    @Test func `one wrong row refuses the whole list and is told with its place`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let list = Self.list + "\nPC-004;Grille-pain;Moulinex;Croque;X1;8;1 To\n"

            let outcome = try await town.importing(list, into: donation)

            #expect(outcome.ending == .refused)
            #expect(outcome.report.errors.map(\.line) == [5])
            #expect(try await town.count("device") == 0)
        }
    }

    @Test func `good rows are kept when asked, and the others come back corrected`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let list = Self.list + "\nPC-004;Grille-pain;Moulinex;Croque;X1;8;1 To\n"
            let rejects = Collected()

            let outcome = try await town.importing(
                list,
                into: donation,
                keepsGoing: true,
                rejects: rejects
            )
            let corrected = rejects.text.replacing("Grille-pain", with: "Portable")
            let second = try await town.importing(corrected, into: donation)

            #expect(outcome.ending == .imported)
            #expect(outcome.report.counts.create == 3)
            #expect(outcome.report.counts.error == 1)
            #expect(second.ending == .imported)
            #expect(second.report.counts.create == 1)
            #expect(try await town.count("device") == 4)
        }
    }

    @Test func `a rehearsal tells what a run does, and leaves nothing`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()

            let rehearsed = try await town.importing(Self.list, into: donation, rehearsing: true)
            let before = try await town.count("device")
            let real = try await town.importing(Self.list, into: donation)

            #expect(rehearsed.ending == .rehearsed)
            #expect(rehearsed.report.counts == real.report.counts)
            #expect(before == 0)
        }
    }

    @Test func `a serial number written twice in one file is an error on its second line`()
        async throws
    {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let list = Self.list + "\nPC-009;Portable;Dell;Latitude;5CG8231ABC;8;1 To\n"

            let outcome = try await town.importing(list, into: donation)

            #expect(outcome.ending == .refused)
            #expect(outcome.report.errors.map(\.line) == [5])
            #expect(outcome.report.errors.map(\.problem) == [.repeated])
        }
    }
}

/// Bytes that a run hands over.
final class Collected: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
    func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }
}

extension Town {
    func importing(
        _ list: String,
        into donation: Int64,
        keepsGoing: Bool = false,
        rehearsing: Bool = false,
        rejects: Collected = Collected()
    ) async throws -> DeviceImport.Outcome {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("moulin-\(UInt64.random(in: 0 ... .max)).csv").path
        try Data(list.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await application.importDevices(
            DeviceImport(donation: donation, keepsGoing: keepsGoing, isRehearsal: rehearsing),
            from: path,
            as: ana,
            reference: try ImportReference(Self.schema()),
            rejects: { rejects.append($0) }
        )
    }

    func count(_ table: String) async throws -> Int {
        let db = try await database.connect(as: .superuser)
        let rows = try await db.script("SELECT count(*)::int4 AS n FROM core.\(table)")
        let count = try rows.first?.decode("n", as: Int32.self) ?? -1
        await db.close()
        return Int(count)
    }
}
