import Domain
import Importing
import Testing

@Suite struct NwipeCertificateTests {
    /// As the words stand on the page of nwipe 0.36.
    private static let page = """
                                   Disk Erasure Report
                                 Page 1 - Erasure Status
        Organisation Performing The Disk Erasure
          Business Name: Serial: FAKE
        Disk Information
          Make/Model: ST500LM021-1KJ152                       Serial: W62ABCDE
          Size(Apparent): 500GB, 500107862016 bytes           Bus: ATA
          Size(Real): 500GB, 500107862016 bytes
        Disk Erasure Details
          Start time: 2023/06/03 12:00:02        End time: 2023/06/03 13:05:53
          Duration: 01:05:51                     Status: ERASED
          Method: PRNG Stream                    PRNG algorithm: Isaac64
          Final Pass(Zeros/Ones/None): Zeros     Verify Pass(Last/All/None): Verify Last
          *Bytes Erased: 500107862016, (100.00%) Rounds(completed/requested): 1/1
          HPA/DCO: No hidden sectors             HPA/DCO Size: No hidden sectors
          Errors(pass/sync/verify): 0/0/0        Throughput: 118 MB/sec
          Information:
        Technician/Operator ID                   Signature:
          Name/ID: Serial: FAKE
                    Disc Erasure by NWIPE version 0.36
        """

    private static func report(_ page: String) throws -> WipeReport {
        try #require(try WipeDocument.certificate(page).first?.report)
    }

    @Test func `a certificate tells what the log tells`() throws {
        let start = try #require(Day(2023, 6, 3)).number * 86_400 + 12 * 3600
        #expect(
            try Self.report(Self.page)
                == WipeReport(
                    source: .tool(name: "nwipe", version: "0.36"),
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
                    startedAt: Int64(start + 2),
                    endedAt: Int64(start + 3953),
                    hasSummary: true
                )
        )
    }

    @Test func `the words of later versions mean the same`() throws {
        let later = Self.page.replacing("500GB, 500107862016 bytes", with: "500GB,500107862016b")
            .replacing("Verify Last", with: "Last")
            .replacing("HPA/DCO: No hidden sectors", with: "HPA/DCO: No hidden sectors **DDNSHDA")

        #expect(try Self.report(later) == Self.report(Self.page))
    }

    @Test(arguments: [
        ("FAILED", WipeReport.Status.failed), ("ABORTED", .aborted), ("INSANITY", .insanity),
        ("GREAT", .unknown),
    ]) func `a status is one of its words`(_ word: String, _ status: WipeReport.Status) throws {
        let report = try Self.report(
            Self.page.replacing("Status: ERASED", with: "Status: \(word)")
        )

        #expect(report.status == status)
    }

    @Test func `a page without its figures is no summary`() throws {
        let bare = Self.page.replacing("Errors(pass/sync/verify): 0/0/0", with: "")

        #expect(try Self.report(bare).hasSummary == false)
        #expect(try Self.report(bare).errors == nil)
    }

    @Test(arguments: ["Unknown", "XXXXXXXXXXXXXXX"])
    func `a hidden serial number names no drive`(_ serial: String) throws {
        let hidden = Self.page.replacing("W62ABCDE", with: serial)

        #expect(try Self.report(hidden).driveSerial == nil)
    }

    @Test(arguments: ["", "Bonjour", "Disk Erasure Report\nDisk Information\nSerial: X"])
    func `other words are no certificate`(_ text: String) {
        #expect(throws: WipeRefusal.pdf(.otherPaper)) { try WipeDocument.certificate(text) }
    }

    @Test func `a drive without such areas hides nothing`() throws {
        let page = Self.page.replacing(
            "HPA/DCO: No hidden sectors",
            with: "HPA/DCO: Not applicable   "
        )

        #expect(try Self.report(page).hiddenSectors == .notApplicable)
    }

    @Test(arguments: [("0/0/0/0", 0), ("0/0/0/3", 3)])
    func `retries stand behind the errors`(_ figures: String, _ retries: Int) throws {
        let page = Self.page.replacing(
            "Errors(pass/sync/verify): 0/0/0",
            with: "Errors(pass/sync/verify/retries): \(figures)"
        )

        #expect(
            try Self.report(page).errors == .init(pass: 0, verify: 0, sync: 0, retries: retries)
        )
        #expect(try Self.report(page).hasSummary)
    }

    @Test(arguments: [("ATA-SSD", MediaKind.ssd), ("NVMe", .nvme)])
    func `the bus tells flash`(_ bus: String, _ kind: MediaKind) throws {
        let page = Self.page.replacing("Bus: ATA", with: "Bus: \(bus)")

        #expect(try Self.report(page).mediaKind == kind)
    }
}
