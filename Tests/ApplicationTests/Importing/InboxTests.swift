import Application
import Cluster
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

@Suite struct InboxNeighbourTests {
    @Test func `a figure that no column holds refuses its own file and no other`() async throws {
        try await Dropped.with { town, inbox in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text
            let rounds = "round 9999999999 of 9999999999"
            try inbox.drop("a.json", HardwareImportTests.lshw)
            try inbox.drop("b.log", log.replacing("round 1 of 1", with: rounds))
            try inbox.drop("c.txt", HardwareImportTests.dmidecode())
            _ = try await inbox.look(as: town)

            let taken = try await inbox.look(as: town)

            #expect(taken.map(\.file) == ["a.json", "b.log", "c.txt"])
            #expect(taken.map(\.verdict) == [.done, .refused, .done])
            #expect(!inbox.text("refused/b.log.txt").isEmpty)
        }
    }

    @Test(arguments: [248, 252, 255])
    func `a name as long as names can be is put away, and those after it too`(length: Int)
        async throws
    {
        try await Dropped.with { town, inbox in
            let name = String(repeating: "n", count: length - 4) + ".csv"
            for _ in 1...2 {
                try inbox.drop(name, "no report\n")
                try inbox.drop("z.txt", HardwareImportTests.dmidecode())
                _ = try await inbox.look(as: town)
                _ = try await inbox.look(as: town)
            }

            let files = inbox.names
            #expect(files.count == 8)
            #expect(files.count { $0.hasPrefix("refused/n") && $0.hasSuffix("n.csv") } == 1)
            #expect(files.count { $0.hasPrefix("refused/2-n") && $0.hasSuffix("n.csv.txt") } == 1)
            #expect(files.filter { $0.hasPrefix("done/") }.count == 4)
        }
    }

    @Test func `a file that cannot be put away waits, and keeps no other from it`() async throws {
        // The way to the file in `taking` is as long as ways can be; that to `refused` is longer.
        let name = String(repeating: "n", count: 200) + ".csv"
        let length = Int(PATH_MAX) - 1 - "/taking/\(name)".utf8.count
        try await Dropped.with(pathOf: length) { town, inbox in
            try inbox.drop(name, "no report\n")
            try inbox.drop("z.txt", HardwareImportTests.dmidecode())
            _ = try await inbox.look(as: town)

            let taken = try await inbox.look(as: town)
            let later = try await inbox.look(as: town)

            #expect(taken.map(\.verdict) == [.waiting, .done])
            #expect(later.map(\.file) == [name])
            #expect(inbox.names == ["done/z.txt", "done/z.txt.txt", "taking/\(name)"])
        }
    }

    @Test func `while one run is at a folder, another takes nothing of it`() async throws {
        try await Dropped.with { town, inbox in
            try inbox.drop("a.txt", HardwareImportTests.dmidecode())
            _ = try await inbox.look(as: town)
            let lock = try FileLock.take("\(inbox.folder)/taking/.lock")
            let isTheirs = lock != nil

            let meanwhile = try await inbox.look(as: town)
            _ = consume lock
            let after = try await inbox.look(as: town)

            #expect(isTheirs)
            #expect(meanwhile.isEmpty)
            #expect(after.map(\.verdict) == [.done])
        }
    }

    @Test func `a name in Latin-1 is taken under a name that can be read`() async throws {
        try await Dropped.with { town, inbox in
            try inbox.drop("a.txt", HardwareImportTests.dmidecode())
            rename("\(inbox.folder)/a.txt", Latin1.path("\(inbox.folder)/re\u{E7}u.txt"))
            _ = try await inbox.look(as: town)

            let taken = try await inbox.look(as: town)

            #expect(taken.map(\.file) == ["re\u{FFFD}u.txt"])
            #expect(taken.map(\.verdict) == [.done])
            #expect(inbox.names == ["done/re\u{FFFD}u.txt", "done/re\u{FFFD}u.txt.txt"])
        }
    }
}

/// Paths as old shares have them.
enum Latin1 {
    /// In Latin-1, with the NUL at the end.
    static func path(_ text: String) -> [CChar] {
        text.unicodeScalars.map { CChar(truncatingIfNeeded: $0.value) } + [0]
    }
}

/// A folder of its own, watched as a test wants it.
private final class Dropped {
    let folder: String
    private let root: String
    private let inbox: Inbox
    private var looks = Inbox.Looks()

    private init(donation: Int64, pathOf length: Int) throws {
        root =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("moulin-inbox-\(UInt64.random(in: 0 ... .max))").path
        var path = root
        while path.utf8.count < length {
            let rest = length - path.utf8.count - 1
            // Neither longer than a name can be, nor such that nothing but a slash is left.
            path += "/" + String(repeating: "d", count: rest > 200 ? 150 : rest)
        }
        folder = path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        inbox = Inbox(folder: folder, donation: donation, language: .en)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    static func with(
        pathOf length: Int = 0,
        _ body: (Town, Dropped) async throws -> Void
    ) async throws {
        try await Town.with { town in
            let donation = try await town.receivedDonation()
            try await body(town, Dropped(donation: donation, pathOf: length))
        }
    }

    func drop(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    func look(as town: Town) async throws -> [Inbox.Taken] {
        try await town.application.take(inbox, since: &looks, as: town.ana)
    }

    /// The files in it and in its folders, in the order of their names, without the lock.
    var names: [String] {
        let found = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        let own = ["done", "refused", "taking", "taking/.lock"]
        return found.filter { !own.contains($0) }.sorted()
    }

    func text(_ name: String) -> String {
        (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))).map {
            String(decoding: $0, as: UTF8.self)
        } ?? ""
    }
}
