import Application
import Domain
import TestSupport
import Testing
import TownSupport

@Suite struct WipeImportTests {
    @Test func `a folder of logs proves the drives that they name, once`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            _ = try await town.atWiping(CountedDrive(serial: "W-2", kind: .hdd))
            let packed = ZIPFile(texts: [
                ("one.log", NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text),
                ("two.log", NwipeText(drives: [.init(name: "sda", serial: "W-2")]).text),
            ])

            let first = try await town.application.importWipes(
                WipeImport(),
                from: [packed.path],
                as: town.ana
            )
            let second = try await town.application.importWipes(
                WipeImport(),
                from: [packed.path],
                as: town.ana
            )

            #expect(first.ending == .imported)
            #expect(first.files.flatMap(\.drives).map(\.verdict) == [.accepted, .accepted])
            #expect(second.files.flatMap(\.drives).map(\.verdict) == [.same, .same])
        }
    }

    @Test func `two runs of one failed log at once use one attempt`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let failed = NwipeText(drives: [.init(name: "sda", serial: "W-1", isErased: false)])
            let packed = ZIPFile(texts: [("one.log", failed.text)])
            let path = packed.path

            let verdicts = try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await town.application.importWipes(
                            WipeImport(),
                            from: [path],
                            as: town.ana
                        )
                    }
                }
                return try await group.reduce(into: []) {
                    $0 += $1.files.flatMap(\.drives).map(\.verdict)
                }
            }

            #expect(verdicts.count { $0 == .same } == 7)
            #expect(try await town.column("SELECT attempt::text FROM core.wipe") == ["1"])
        }
    }

    @Test func `a file that is no log refuses the run, unless asked to go on`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let packed = ZIPFile(texts: [
                ("a.pdf", "%PDF-1.4"), ("b.txt", "Bonjour"),
                ("c.log", NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text),
            ])

            let strict = try await town.application.importWipes(
                WipeImport(),
                from: [packed.path],
                as: town.ana
            )
            let lenient = try await town.application.importWipes(
                WipeImport(keepsGoing: true),
                from: [packed.path],
                as: town.ana
            )

            #expect(strict.ending == .refused)
            #expect(strict.files.map(\.refusal?.code) == ["pdf_unreadable", "file_is_text", nil])
            #expect(
                lenient.files.flatMap(\.drives).map(\.verdict) == [.accepted],
                "the strict run left nothing"
            )
        }
    }

    @Test func `what systems leave in an archive is passed over, and nothing kept is said to be`()
        async throws
    {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text
            let packed = ZIPFile(texts: [
                ("one.log", log), ("Thumbs.db", "x"), ("logs/.DS_Store", "x"), ("README", "x"),
                ("__MACOSX/._one.log", "x"), ("Lisez-moi.txt", "Bonjour"), ("desktop.ini", "x"),
            ])
            let spoilt = ZIPFile(texts: [("one.log", log), ("notes.txt", "x")])

            let strict = try await town.application.importWipes(
                WipeImport(),
                from: [spoilt.path],
                as: town.ana
            )
            let taken = try await town.application.importWipes(
                WipeImport(),
                from: [packed.path],
                as: town.ana
            )

            #expect(strict.ending == .refused)
            #expect(strict.rows(in: .en)[0][2] == "would be proven")
            #expect(strict.rows(in: .fr)[0][2] == "serait prouvé")
            #expect(taken.ending == .imported)
            #expect(taken.files.flatMap(\.drives).map(\.verdict) == [.accepted])
            #expect(
                taken.passedOver.map { $0.split(separator: "/").last } == [
                    "Thumbs.db", "README", "Lisez-moi.txt", "desktop.ini",
                ]
            )
            #expect(taken.rows(in: .en).map { $0[2] }.suffix(2) == ["passed over", "proven"])
        }
    }

    @Test func `a log that was named like an explanation is read`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let log = NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text
            let packed = ZIPFile(texts: [("readme.log", log), ("reader.txt", log + "\n")])

            let taken = try await town.application.importWipes(
                WipeImport(),
                from: [packed.path],
                as: town.ana
            )

            #expect(taken.passedOver == [])
            #expect(taken.files.count == 2)
        }
    }

    @Test func `a log in UTF-16 arrives in a request as the log that it is`() {
        let log = "[2023/06/03 12:00:02]  notice: nwipe 0.34\r\n"
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in log.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }

        #expect(ReportBody.text(wide) == log)
        #expect(ReportBody.text(Array(log.utf8)) == log)
    }

    @Test func `the workbench's word for an erasure proves nothing and uses nothing up`()
        async throws
    {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let snapshot = ZIPFile(texts: [
                (
                    "snapshot.json",
                    """
                    {"type": "Snapshot", "device": {"type": "Desktop", "serialNumber": "PC1", "manufacturer": "Dell"},
                     "components": [{"type": "HardDrive", "serialNumber": "W-1", "actions": [
                       {"type": "EraseSectors", "severity": "Info", "startTime": "2018-06-01T08:12:06+02:00",
                        "endTime": "2018-06-01T09:12:06+02:00", "steps": [{"type": "StepZero", "severity": "Info"}]}]}]}
                    """
                )
            ])

            let outcome = try await town.application.importWipes(
                WipeImport(),
                from: [snapshot.path],
                as: town.ana
            )

            #expect(outcome.files.flatMap(\.drives).map(\.verdict) == [.beside])
            #expect(outcome.files[0].drives[0].reasons.map(\.code).contains("summary_missing"))
            #expect(try await town.count("wipe") == 0)
        }
    }

    @Test func `a log that names a drive twice keeps no other log from being taken`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            _ = try await town.atWiping(CountedDrive(serial: "W-2", kind: .hdd))
            let twice = NwipeText(drives: [
                .init(name: "sda", serial: "W-1"), .init(name: "sdb", serial: "W-1"),
            ])
            let packed = ZIPFile(texts: [
                ("a.log", twice.text),
                ("b.log", NwipeText(drives: [.init(name: "sda", serial: "W-2")]).text),
            ])

            let outcome = try await town.application.importWipes(
                WipeImport(keepsGoing: true),
                from: [packed.path],
                as: town.ana
            )

            #expect(outcome.ending == .imported)
            #expect(
                outcome.files.map { $0.drives.map(\.verdict) } == [
                    [.accepted, .same], [.accepted],
                ]
            )
        }
    }

    @Test func `what is said of a drive twice in one run counts in its order`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let failed = NwipeText(
                drives: [.init(name: "sda", serial: "W-1", isErased: false)],
                secondsAgo: 90
            )
            let packed = ZIPFile(texts: [
                ("a.log", failed.text),
                ("b.log", NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text),
                (
                    "c.log",
                    NwipeText(drives: [.init(name: "sdb", serial: "W-1")], secondsAgo: 30).text
                ),
            ])

            let outcome = try await town.application.importWipes(
                WipeImport(),
                from: [packed.path],
                as: town.ana
            )

            let lines = outcome.files.flatMap(\.drives)
            #expect(lines.map(\.verdict) == [.refused, .accepted, .beside])
            #expect(lines.map(\.state) == ["wipe_failed", "wiped", "wiped"])
            #expect(try await town.count("wipe") == 2)
        }
    }

    @Test func `a log that grew tells each of its runs once, each of its own drive`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            _ = try await town.atWiping(CountedDrive(serial: "W-2", kind: .hdd))
            // Another drive was `sda` the day before, and was done.
            let other = NwipeText(drives: [.init(name: "sda", serial: "W-2")], secondsAgo: 900)
            let failed = NwipeText(
                drives: [.init(name: "sda", serial: "W-1", isErased: false)],
                secondsAgo: 600
            )
            let proven = NwipeText(drives: [.init(name: "sda", serial: "W-1")], secondsAgo: 60)
            let text = [other.text, failed.text].joined(separator: "\n")
            let grown = ZIPFile(texts: [("nwipe.log", text)])
            let whole = ZIPFile(texts: [("nwipe.log", text + "\n" + proven.text)])

            let outcome = try await town.application.importWipes(
                WipeImport(),
                from: [grown.path],
                as: town.ana
            )
            let later = try await town.application.importWipes(
                WipeImport(),
                from: [whole.path],
                as: town.ana
            )

            let (first, second) = (outcome.files[0].drives, later.files[0].drives)
            #expect(first.map(\.serial) == ["W-2", "W-1"])
            #expect(first.map(\.verdict) == [.accepted, .refused])
            #expect(second.map(\.serial) == ["W-2", "W-1", "W-1"])
            #expect(second.map(\.verdict) == [.same, .same, .accepted])
            #expect(second.map(\.state).last == "wiped")
            #expect(try await town.count("wipe") == 3)
        }
    }

    @Test func `a log of a thousand runs is sent once, and tells of each`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-0", kind: .hdd))
            _ = try await town.atWiping(CountedDrive(serial: "W-999", kind: .hdd))
            // Two megabytes and a half: once for each run, it would be more than a statement can carry.
            let run = NwipeText(drives: [.init(name: "sda", serial: "W-#")]).text
            let words = String(repeating: "-", count: 1600)
            let runs = (0..<1000).map { "\(run.replacing("#", with: "\($0)"))\n\(words)\n" }
            let log = ZIPFile(texts: [("nwipe.log", runs.joined(separator: "\n"))])

            let outcome = try await town.application.importWipes(
                WipeImport(),
                from: [log.path],
                as: town.ana
            )

            let verdicts = outcome.files.flatMap(\.drives).map(\.verdict)
            #expect(verdicts == [.accepted] + Array(repeating: .beside, count: 998) + [.accepted])
            #expect(
                try await town.column(
                    "SELECT (count(*) || ' of ' || sum(length(bytes)))::text FROM core.evidence_file"
                ) == ["1 of \(runs.joined(separator: "\n").utf8.count)"]
            )
        }
    }

    @Test func `what a log tells of strangers alone is not kept`() async throws {
        try await Town.with { town in
            _ = try await town.atWiping(CountedDrive(serial: "W-1", kind: .hdd))
            let packed = ZIPFile(texts: [
                ("a.log", NwipeText(drives: [.init(name: "sda", serial: "STRANGER")]).text),
                ("b.log", NwipeText(drives: [.init(name: "sda", serial: "W-1")]).text),
            ])

            _ = try await town.application.importWipes(
                WipeImport(),
                from: [packed.path],
                as: town.ana
            )

            #expect(try await town.count("evidence_file") == 1)
        }
    }

    @Test func `a drive that a machine is said to hold names it, and asks for its count`()
        async throws
    {
        try await Town.with { town in
            let hardware = try await town.importing(
                ["a.json": HardwareImportTests.lshw],
                HardwareImport(donation: try await town.receivedDonation())
            )
            let log = NwipeText(drives: [
                .init(name: "sda", serial: "s33hnx"), .init(name: "sdb", serial: "STRANGER"),
            ])
            let packed = ZIPFile(texts: [("a.log", log.text)])

            let outcome = try await town.application.importWipes(
                WipeImport(),
                from: [packed.path],
                as: town.ana
            )

            let device = try #require(hardware.machines.first?.device)
            let reasons = outcome.files.flatMap(\.drives).flatMap(\.reasons)
            #expect(reasons.map(\.code) == ["drive_not_counted", "unknown_drive"])
            #expect(
                reasons.first?.en
                    == "\(device) has no drive s33hnx among those counted. Count its drives, then try again."
            )
        }
    }

    @Test func `many logs in one run are as many wiped machines`() async throws {
        try await Town.with { town in
            var texts: [(String, String)] = []
            for number in 0..<12 {
                _ = try await town.atWiping(CountedDrive(serial: "M-\(number)", kind: .hdd))
                let log = NwipeText(drives: [.init(name: "sda", serial: "M-\(number)")])
                texts.append(("\(number).log", log.text))
            }
            let packed = ZIPFile(texts: texts)

            let outcome = try await town.application.importWipes(
                WipeImport(),
                from: [packed.path],
                as: town.ana
            )

            #expect(
                outcome.files.flatMap(\.drives).map(\.state) == Array(repeating: "wiped", count: 12)
            )
            #expect(try await town.count("device WHERE state = 'wiped'") == 12)
        }
    }
}
