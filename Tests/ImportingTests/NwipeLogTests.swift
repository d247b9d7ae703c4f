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
            ("NVMe Sanitize Crypto", .nvmeSanitize),
        ]
    )
    func `a method is known by its name`(name: String, method: SanitisationMethod?) {
        let log = NwipeLog("[2023/06/03 12:00:02] notice: Invoking method '\(name)' on /dev/sda.")

        #expect(log.reports().map(\.method) == [method])
    }
}
