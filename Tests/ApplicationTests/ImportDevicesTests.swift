import Application
import Cluster
import Domain
import FoundationEssentials
import Importing
import Postgres
import Schema
import Store
import Synchronization
import Tabular
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

@Suite struct ImportContainerTests {
    private static let rows = """
        <row r="2"><c r="A2" t="inlineStr"><is><t>Type</t></is></c><c r="B2" t="inlineStr"><is><t>N° de série</t></is></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>Portable</t></is></c><c r="B4" t="inlineStr"><is><t>5CG1</t></is></c></row>
        <row r="5"><c r="A5" t="inlineStr"><is><t>Grille-pain</t></is></c><c r="B5" t="inlineStr"><is><t>5CG2</t></is></c></row>
        """

    @Test func `a wrong row of a workbook is told by its row in the sheet`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let file = ZIPFile.xlsx(rows: Self.rows)

            let outcome = try await town.importing(
                DeviceImport(donation: donation, keepsGoing: true),
                from: file.path
            )

            #expect(outcome.ending == .imported)
            #expect(outcome.report.errors.map(\.line) == [5])
            #expect(outcome.report.counts.create == 1)
        }
    }

    @Test func `a workbook is told by its sheet, and as having no charset`() async throws {
        try await Town.with { town in
            let file = ZIPFile.xlsx(rows: Self.rows)

            let outcome = try await town.importing(
                DeviceImport(donation: try await town.receivedDonation(), keepsGoing: true),
                from: file.path
            )

            let lines = outcome.table(in: .fr).split(separator: "\n")
            #expect(
                lines.contains("un classeur Excel (XLSX), feuille « Feuil1 », en-tête ligne 2")
            )
            #expect(
                outcome.summary.en
                    == "an Excel workbook (XLSX), sheet \"Feuil1\", 1 device, 0 known already, 1 to correct"
            )
            #expect(
                outcome.json.contains(
                    #""charset":null,"delimiter":null,"container":"xlsx","sheet":"Feuil1""#
                )
            )
        }
    }

    @Test func `JSON and an archive with one list are lists too`() async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            let json = #"{"value": [{"deviceType": "laptop", "serialNumber": "5CG3"}]}"#
            let packed = ZIPFile(texts: [
                ("parc/", ""), ("parc/liste.json", json), ("__MACOSX/parc/._liste.json", "x"),
            ])

            let outcome = try await town.importing(
                DeviceImport(donation: donation, defaultKind: .laptop),
                from: packed.path
            )

            #expect(outcome.ending == .imported)
            #expect(outcome.report.counts.create == 1)
        }
    }

    @Test func `an archive with several lists, and a report, are told apart from a list`()
        async throws
    {
        try await Town.with { town in
            let run = DeviceImport(donation: try await town.receivedDonation())
            let several = ZIPFile(texts: [("a.csv", "x"), ("b.csv", "y")])
            let report = ZIPFile(texts: [("lshw.json", HardwareImportTests.lshw)])

            let first = await #expect(throws: Failure.self) {
                try await town.importing(run, from: several.path)
            }
            let second = await #expect(throws: Failure.self) {
                try await town.importing(run, from: report.path)
            }

            #expect(first?.fileRefusal == .severalLists(["a.csv", "b.csv"]))
            #expect(second?.fileRefusal == .other(.json, command: "import hardware"))
        }
    }

    @Test func `an archive of reports is read whole`() async throws {
        try await Town.with { town in
            let packed = ZIPFile(texts: [
                ("a/lshw.json", HardwareImportTests.lshw),
                ("a/dmi.txt", HardwareImportTests.dmidecode()),
            ])

            let outcome = try await town.application.importHardware(
                HardwareImport(donation: try await town.receivedDonation()),
                from: [packed.path],
                as: town.ana
            )

            #expect(outcome.machines.map(\.verdict) == [.created, .updated])
        }
    }
}

extension Failure {
    fileprivate var fileRefusal: FileRefusal? {
        if case .file(let refusal) = self { refusal } else { nil }
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
        sheet: String? = nil,
        step: String = "receive",
        rejects: Collected = Collected()
    ) async throws -> DeviceImport.Outcome {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("moulin-\(UInt64.random(in: 0 ... .max)).csv").path
        try Data(list.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await application.importDevices(
            DeviceImport(
                donation: donation,
                step: step,
                keepsGoing: keepsGoing,
                isRehearsal: rehearsing,
                sheet: sheet
            ),
            from: path,
            as: ana,
            reference: try ImportReference(Self.schema()),
            rejects: { rejects.append($0) }
        )
    }

    func importing(_ run: DeviceImport, from path: String) async throws -> DeviceImport.Outcome {
        try await application.importDevices(
            run,
            from: path,
            as: ana,
            reference: try ImportReference(Self.schema())
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
