import Domain
import Importing
import Testing

@Suite struct NwipeLogTests {
    static let recent = """
        [2023/06/03 12:00:00]   info: nwipe 0.35
        [2023/06/03 12:00:00] notice: Found /dev/sda,  ATA, ST500LM021-1KJ152, 500 GB, S/N=W62ABCDE
        [2023/06/03 12:00:01]   info: No hidden sectors on /dev/sda
        [2023/06/03 12:00:01] notice: /dev/sda, sect/blk/dev 512/4096/500107862016
        [2023/06/03 12:00:01] notice: /dev/sdb, sect/blk/dev 512/512/1000204886016
        [2023/06/03 12:00:01] warning: HIDDEN SECTORS DETECTED! device = /dev/sdb, see log
        [2023/06/03 12:00:02] notice: Invoking method 'PRNG Stream' on /dev/sda.
        [2023/06/03 12:00:02] notice: Invoking method 'PRNG Stream' on /dev/sdb.
        [2023/06/03 13:05:50] notice: Finished final round 1 of 1 on /dev/sda
        [2023/06/03 13:05:51]  error: Pass failed on /dev/sdb

        ******************************** Error Summary *********************************
        !   Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors
        --------------------------------------------------------------------------------
               sda |           0 |                    0 |                    0
        !      sdb |          12 |                    0 |                    3
        ********************************************************************************

        ******************************* Erasure Summary ********************************
        !   Device | Bytes Erased (B)        | Total (B)               | %
        --------------------------------------------------------------------------------
               sda |            500107862016 |            500107862016 | 100.0
        !      sdb |                    4096 |           1000204886016 |   0.0
        ********************************************************************************

        ********************************* Drive Status *********************************
        !   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number
        --------------------------------------------------------------------------------
               sda | Erased |  118 MB/s| 01:05:48 | ST500LM021-1KJ152/W62ABCDE
        !      sdb |-FAILED-|   10 MB/s| 101:00:03| WDC/WD10EZEX-08M2/XXXXXXXXXXXXXXX
        --------------------------------------------------------------------------------
        [2023/06/03 13:05:53] Total Throughput 118 MB/s, PRNG Stream, 1R+B+VL
        ********************************************************************************
        """

    @Test func `a log with its tables tells everything of each drive`() throws {
        let reports = NwipeLog(Self.recent).reports()

        let start = try #require(Day(2023, 6, 3)).number * 86_400 + 12 * 3600
        #expect(
            reports == [
                WipeReport(
                    source: .tool(name: "nwipe", version: "0.35"),
                    method: .overwrite1,
                    driveSerial: "W62ABCDE",
                    driveModel: "ST500LM021-1KJ152",
                    driveBytes: 500_107_862_016,
                    erasedBytes: 500_107_862_016,
                    status: .erased,
                    errors: WipeReport.Errors.none,
                    rounds: WipeReport.Rounds(completed: 1, requested: 1),
                    verification: .last,
                    hiddenSectors: .none,
                    startedAt: Int64(start),
                    endedAt: Int64(start + 3953),
                    hasSummary: true
                ),
                WipeReport(
                    source: .tool(name: "nwipe", version: "0.35"),
                    method: .overwrite1,
                    driveSerial: nil,
                    driveModel: "WDC/WD10EZEX-08M2",
                    driveBytes: 1_000_204_886_016,
                    erasedBytes: 4096,
                    status: .failed,
                    errors: WipeReport.Errors(pass: 12, verify: 0, sync: 3),
                    verification: .last,
                    hiddenSectors: .found,
                    startedAt: Int64(start),
                    endedAt: Int64(start + 3953),
                    hasSummary: true
                ),
            ]
        )
    }

    @Test func `an anonymised serial is absent and hours may exceed a day`() {
        let drive = NwipeLog(Self.recent).drives.last

        #expect(drive?.isAnonymised == true)
        #expect(drive?.seconds == 101 * 3600 + 3)
        #expect(drive?.complaints == ["error: Pass failed on /dev/sdb"])
    }

    @Test func `a log cut anywhere before its footer has no summary`() {
        let lines = Self.recent.split(separator: "\n", omittingEmptySubsequences: false)

        for count in 0..<(lines.count - 2) {
            let cut = lines.prefix(count).joined(separator: "\n")
            #expect(!NwipeLog(cut).hasSummary, "cut after line \(count)")
        }
        #expect(NwipeLog(Self.recent).hasSummary)
    }

    @Test func `an old log of messages alone has no summary`() {
        let log = NwipeLog(
            """
            [2014/03/02 10:00:00] nwipe: notice: Opened entropy source '/dev/urandom'.
            [2014/03/02 10:00:01] nwipe: notice: Invoking method 'DoD Short' on /dev/sda.
            [2014/03/02 10:00:01] nwipe: notice: Starting round 1 of 1 on /dev/sda.
            [2014/03/02 14:00:00] nwipe: notice: Finished final round 1 of 1 on /dev/sda.
            [2014/03/02 14:00:01] nwipe: info: Nwipe successfully completed.
            """
        )

        var expected = NwipeLog.Drive(device: "sda")
        expected.method = "DoD Short"
        expected.roundsRequested = 1
        expected.roundsCompleted = 1
        #expect(log.drives == [expected])
        #expect(!log.hasSummary)
        #expect(log.reports().map(\.status) == [.unknown])
    }

    @Test(
        arguments: [
            ("Zero Fill", SanitisationMethod?.some(.overwrite1)), ("Verify Zeros (0x00)", nil),
            ("DoD 5220.22-M", .overwrite1), ("ATA Secure Erase", .ataSecureErase),
            ("NVMe Sanitize Crypto", .nvmeSanitize), ("Secure Erase (ATA/NVMe)", .ataSecureErase),
            ("Sanitize Block Erase (ATA/SCSI/NVMe)", .ataSanitize),
            ("Sanitize Crypto Erase (ATA/SCSI/NVMe)", .ataSanitize),
        ]
    )
    func `a method is known by its name`(name: String, method: SanitisationMethod?) {
        let log = NwipeLog("[2023/06/03 12:00:02] notice: Invoking method '\(name)' on /dev/sda.")

        #expect(log.reports().map(\.method) == [method])
    }

    @Test(arguments: [
        ("Sanitize Block Erase (ATA/SCSI/NVMe)", SanitisationMethod.nvmeSanitize),
        ("Secure Erase (ATA/NVMe)", .nvmeFormat), ("ATA Secure Erase", .ataSecureErase),
    ])
    func `a method that serves several buses is that of the drive`(
        name: String,
        method: SanitisationMethod
    ) {
        let log = NwipeLog(
            "[2023/06/03 12:00:02] notice: Invoking method '\(name)' on /dev/nvme0n1."
        )

        #expect(log.reports().map(\.method) == [method])
    }

    @Test func `a run that power cut lends nothing to the next`() {
        let first = Self.recent.split(separator: "\n").prefix(6).joined(separator: "\n")
        let next = Self.recent.split(separator: "\n").dropFirst().joined(separator: "\n")
            .replacing("[2023/06/03 12:00:01]   info: No hidden sectors on /dev/sda\n", with: "")
        let torn =
            first
            + "\n[2023/06/03 12:30:00] notice: Start[2023/06/03 12:40:00]   info: nwipe 0.35\n"

        let runs = NwipeLog.runs(torn + next)

        #expect(runs.count == 2)
        #expect(runs[0].drives.first?.hiddenSectors == WipeReport.HiddenSectors.none)
        #expect(runs[1].drives.first?.serial == "W62ABCDE")
        #expect(runs[1].drives.first?.hiddenSectors == nil)
    }

    @Test(
        arguments: [
            ("W62ABCDE", "W62ABCDE", nil), ("W62ABCDE", "W62OTHER", "W62ABCDE"),
            ("S33HNX0JA0123456789AB", "S33HNX0JA0123456789", nil), ("w62abcde", "W62ABCDE", nil),
        ] as [(String, String, String?)]
    )
    func `a device with two numbers is told, a number that was cut is one`(
        found: String,
        listed: String,
        other: String?
    ) {
        let text = Self.recent.replacing("S/N=W62ABCDE", with: "S/N=\(found)")
            .replacing("1KJ152/W62ABCDE", with: "1KJ152/\(listed)")

        let report = NwipeLog(text).reports().first

        #expect(report?.otherSerial == other)
        if other == nil { #expect(report?.driveSerial == found) }
    }

    @Test func `hidden sectors that could not be looked for are not known`() {
        let doubt = """
            [2023/06/03 12:00:02] warning: HIDDEN SECTORS INDETERMINATE! on /dev/sda, Some USB adapters
            [2023/06/03 12:00:02]   info: No hidden sectors on /dev/sda
            [2023/06/03 12:00:02] notice: Invoking
            """
        let text = Self.recent.replacing("[2023/06/03 12:00:02] notice: Invoking", with: doubt)

        #expect(NwipeLog(text).reports().map(\.hiddenSectors) == [.unknown, .found])
    }

    @Test(arguments: ["Exit in progress", ">>> User abort by signal SIGTERM"])
    func `a run that was aborted proves nothing, whatever its tables say`(line: String) {
        let text = Self.recent.replacing(
            "[2023/06/03 13:05:51]  error: Pass failed",
            with: "[2023/06/03 13:05:51] notice: \(line)\n[2023/06/03 13:05:51]  error: Pass failed"
        )

        #expect(NwipeLog(text).reports().map(\.hasSummary) == [false, false])
    }

    @Test func `leaving the program after its tables aborts nothing`() {
        let text = Self.recent + "\n[2023/06/03 13:09:00]   info: Exit in progress"

        #expect(NwipeLog(text).reports().map(\.hasSummary) == [true, true])
    }

    @Test(
        arguments: [
            ("ATA", nil), ("ATA-SSD", .ssd), (" USB-SSD", .ssd), ("NVME", .nvme), ("USB", nil),
            ("MMC", .embeddedFlash),
        ] as [(String, MediaKind?)]
    )
    func `what nwipe met is told where it tells flash`(bus: String, kind: MediaKind?) {
        let text = Self.recent.replacing("/dev/sda,  ATA,", with: "/dev/sda,  \(bus),")

        #expect(NwipeLog(text).reports().first?.mediaKind == kind)
    }
}
