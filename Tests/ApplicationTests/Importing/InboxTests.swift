import Application
import Domain
import FoundationEssentials
import Glibc
import Testing
import TownSupport

@Suite struct InboxTests {
    @Test func `a file is taken at the second look that finds it the same`() async throws {
        try await Dropped.with { town, inbox in
            try inbox.drop("a.txt", HardwareImportTests.dmidecode())

            let first = try await inbox.look(as: town)
            let second = try await inbox.look(as: town)
            let third = try await inbox.look(as: town)

            #expect([first, second, third].map(\.count) == [0, 1, 0])
            #expect(second.map(\.verdict) == [.done])
            #expect(inbox.names == ["done/a.txt", "done/a.txt.txt"])
            #expect(inbox.text("done/a.txt.txt").contains("Latitude E7240"))
            #expect(try await town.count("device") == 1)
        }
    }

    @Test func `a file that grows between two looks waits`() async throws {
        try await Dropped.with { town, inbox in
            let whole = HardwareImportTests.dmidecode()
            try inbox.drop("a.txt", String(whole.prefix(100)))
            _ = try await inbox.look(as: town)
            try inbox.drop("a.txt", whole)
            try inbox.drop("b.json.part", HardwareImportTests.lshw)

            let grown = try await inbox.look(as: town)
            let whole2 = try await inbox.look(as: town)

            #expect(grown.isEmpty)
            #expect(whole2.map(\.file) == ["a.txt"])
            #expect(inbox.names.contains("b.json.part"))
        }
    }

    @Test func `a log is evidence, and one of a strange drive is set aside`() async throws {
        try await Dropped.with { town, inbox in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            try inbox.drop("a.log", NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text)
            try inbox.drop("b.log", NwipeText(drives: [.init(name: "sda", serial: "W-9")]).text)
            _ = try await inbox.look(as: town)

            let taken = try await inbox.look(as: town)

            #expect(taken.map(\.verdict) == [.done, .refused])
            #expect(inbox.text("refused/b.log.txt").contains("W-9"))
            #expect(try await town.count("device WHERE state = 'wiped'") == 1)
        }
    }

    @Test func `what is no report is set aside with its reason`() async throws {
        try await Dropped.with { town, inbox in
            try inbox.drop("liste.csv", "Type;Marque;N° de série\nPortable;Dell;7MOULIN\n")
            symlink("/etc/hostname", "\(inbox.folder)/link.txt")
            mkfifo("\(inbox.folder)/pipe", 0o600)
            _ = try await inbox.look(as: town)

            let taken = try await inbox.look(as: town)

            #expect(taken.map(\.file) == ["link.txt", "liste.csv", "pipe"])
            #expect(taken.allSatisfy { $0.verdict == .refused && !$0.words.isEmpty })
            #expect(try await town.count("device") == 0)
            #expect(try await town.count("evidence_file") == 0)
        }
    }

    @Test
    func `a run that died after its commit is ended by the next one, without a second device`()
        async throws
    {
        try await Dropped.with { town, inbox in
            try inbox.drop("a.txt", HardwareImportTests.dmidecode())
            _ = try await inbox.look(as: town)
            _ = try await inbox.look(as: town)
            // As it was before the file was put away.
            rename("\(inbox.folder)/done/a.txt", "\(inbox.folder)/taking/a.txt")

            let taken = try await inbox.look(as: town)

            #expect(taken.map(\.verdict) == [.done])
            #expect(inbox.names.contains("done/2-a.txt"))
            #expect(try await town.count("device") == 1)
            #expect(try await town.count("hardware_report") == 1)
        }
    }
}

/// A folder of its own, watched as a test wants it.
private final class Dropped {
    let folder: String
    private let inbox: Inbox
    private var looks = Inbox.Looks()

    private init(donation: Int64) throws {
        folder =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("moulin-inbox-\(UInt64.random(in: 0 ... .max))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        inbox = Inbox(folder: folder, donation: donation, language: .en)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func with(_ body: (Town, Dropped) async throws -> Void) async throws {
        try await Town.with { town in
            try await body(town, Dropped(donation: try await town.receivedDonation()))
        }
    }

    func drop(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    func look(as town: Town) async throws -> [Inbox.Taken] {
        try await town.application.take(inbox, since: &looks, as: town.ana)
    }

    /// The files in it and in its folders, in the order of their names.
    var names: [String] {
        let found = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return found.filter { !["done", "refused", "taking"].contains($0) }.sorted()
    }

    func text(_ name: String) -> String {
        (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))).map {
            String(decoding: $0, as: UTF8.self)
        } ?? ""
    }
}
