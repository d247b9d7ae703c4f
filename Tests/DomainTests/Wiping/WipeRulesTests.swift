import Domain
import Testing

@Suite struct WipeRulesTests {
    let now: Int64 = 2_000_000

    @Test func `a clean report of the right drive is accepted at the level of its method`() {
        #expect(verdict(.clean, .hardDisk) == .accepted(.clear))
    }

    @Test func `a wipe of another drive proves nothing`() {
        var report = WipeReport.clean
        report.driveSerial = "OTHER"

        #expect(
            verdict(report, .hardDisk)
                == .rejected([WipeObjection(.otherDrive, expected: "WD-1", found: "OTHER")])
        )
    }

    @Test(arguments: ["XXXXXXXXXXXXXXX", "(no ATA pass thru)", "  ", "00000000", nil])
    func `a serial number that says nothing is none`(serial: String?) {
        var report = WipeReport.clean
        report.driveSerial = serial

        #expect(verdict(report, .hardDisk).objections.map(\.kind) == [.serialMissing])
    }

    @Test(arguments: Spoilt.all)
    func `each condition alone rejects the report`(spoilt: Spoilt) {
        var report = WipeReport.clean
        spoilt.spoil(&report)

        #expect(verdict(report, .hardDisk).objections.map(\.kind) == [spoilt.objection])
    }

    @Test func `all reasons are told at once`() {
        var report = WipeReport.clean
        for spoilt in Spoilt.all where spoilt.isIndependent { spoilt.spoil(&report) }

        let found = Set(verdict(report, .hardDisk).objections.map(\.kind))

        #expect(found == Set(Spoilt.all.filter(\.isIndependent).map(\.objection)))
    }

    @Test func `the word of the tool is not enough`() {
        let report = WipeReport(
            source: .tool(name: "nwipe", version: "0.37"),
            method: .overwrite1,
            driveSerial: "WD-1",
            status: .erased,
            endedAt: 1_500_000
        )

        #expect(!verdict(report, .hardDisk).isAccepted)
    }

    @Test func `spaces and capitals make no other drive, a cut model no other model`() {
        var report = WipeReport.clean
        report.driveSerial = " wd-1 "
        report.driveModel = "WDC WD10EZEX-08W"

        #expect(verdict(report, .hardDisk).isAccepted)
    }

    @Test(arguments: [
        (500_107_862_016, 500, true), (500_107_862_016, 465, true), (256_060_514_304, 250, true),
        (2_000_398_934_016, 1_800, true), (2_000_398_934_016, 1_810, true),
        (512, 500, false), (128_035_676_160, 500, false), (1_000_204_886_016, 500, false),
    ])
    func `a report of another size than was counted is of another drive`(
        bytes: Int64,
        counted: Int,
        isIt: Bool
    ) {
        var report = WipeReport.clean
        (report.driveBytes, report.erasedBytes) = (bytes, bytes)
        var drive = WipedDrive.hardDisk
        (drive.bytes, drive.gigabytes) = (nil, counted)

        let found = verdict(report, drive).objections

        #expect(
            found
                == (isIt
                    ? []
                    : [WipeObjection(.otherSize, expected: "\(counted) GB", found: "\(bytes)")])
        )
    }

    @Test func `what was erased is the whole of what was counted`() {
        var report = WipeReport.clean
        (report.driveBytes, report.erasedBytes) = (nil, 4_096)
        var drive = WipedDrive.hardDisk
        (drive.bytes, drive.gigabytes) = (nil, 500)

        #expect(verdict(report, drive).objections.map(\.kind) == [.bytesIncomplete])
    }

    @Test(arguments: [0, -1, 512, 999_999_999] as [Int64])
    func `a size that nobody counted proves nothing when it is none`(bytes: Int64) {
        var report = WipeReport.clean
        (report.driveBytes, report.erasedBytes) = (bytes, bytes)
        var drive = WipedDrive.hardDisk
        drive.bytes = nil

        #expect(verdict(report, drive).objections.map(\.kind) == [.bytesIncomplete])

        (report.driveBytes, report.erasedBytes) = (40_020_664_320, 40_020_664_320)
        #expect(verdict(report, drive).isAccepted)
    }

    @Test(arguments: [
        ("HITACHI HTS725050", "HTS725050A7E630", true),
        ("TOSHIBA MQ01ABD05", "MQ01ABD050V", true),
        ("HTS725050A7E630", "Hitachi HTS725050A7E630", true),
        ("Samsung SSD 860 EVO 500GB", "860 EVO 500GB", true),
        ("WDC WD5000AAKX-08", "Western Digital WD5000AAKX-08U6AA0", true),
        ("TOSHIBA MQ01ABD10", "MQ01ABD050V", false),
        ("TOSHIBA MQ01ABD05", "TOSHIBA MQ01ABF050", false),
        ("Samsung SSD 860", "Crucial SSD 860", false), ("WDC 500GB", "Seagate 500GB", false),
        ("ST500LM021-1KJ152", "ST1000LM024", false),
    ])
    func `a model without its maker, or cut, is the same model`(
        found: String,
        counted: String,
        isSame: Bool
    ) {
        var report = WipeReport.clean
        report.driveModel = found
        var drive = WipedDrive.hardDisk
        drive.model = counted

        #expect(verdict(report, drive).objections.map(\.kind) == (isSame ? [] : [.otherModel]))
    }

    @Test func `a drive that was counted elsewhere is proven by what ended after its count`() {
        var drive = WipedDrive.hardDisk
        drive.countedAt = 1_500_000

        let found = verdict(.clean, drive).objections

        #expect(found.map(\.kind) == [.endedBeforeCount])
        #expect(found.first?.found == "1970-01-18 08:40:00 UTC")
        drive.countedAt = 1_499_999
        #expect(verdict(.clean, drive).isAccepted)
    }

    @Test func `what the tool met decides between a disk and flash`() {
        var report = WipeReport.clean
        report.mediaKind = .ssd

        #expect(verdict(report, .hardDisk).objections.map(\.kind) == [.otherMedium])

        report.mediaKind = .hdd
        #expect(verdict(report, .hardDisk).isAccepted)
    }

    @Test func `a report that contradicts itself, or that had to write again, proves nothing`() {
        var report = WipeReport.clean
        report.otherSerial = "WD-2"
        report.errors?.retries = 1

        #expect(
            verdict(report, .hardDisk).objections.map(\.kind) == [.serialContradicted, .retries]
        )
    }

    @Test func `overwriting flash is never enough`() {
        var drive = WipedDrive.hardDisk
        drive.kind = .ssd

        #expect(verdict(.clean, drive).objections.map(\.kind) == [.methodNotAccepted])
        #expect(verdict(.byHand, drive).objections.map(\.kind) == [.methodNotAccepted])
    }

    @Test func `a wipe by hand needs a person and a reading back`() {
        #expect(verdict(.byHand, .hardDisk) == .accepted(.clear))

        var report = WipeReport.byHand
        report.source = .person(name: " ")
        report.verification = .none
        #expect(
            verdict(report, .hardDisk).objections.map(\.kind) == [.personMissing, .notVerified]
        )
    }

    @Test func `destruction needs no reading back`() {
        var report = WipeReport.byHand
        report.method = .shred
        report.verification = .none

        #expect(verdict(report, .hardDisk) == .accepted(.destroy))
    }

    @Test func `cryptographic erasure needs encryption from the first day`() {
        var report = WipeReport.clean
        report.method = .cryptoErase

        #expect(verdict(report, .hardDisk).objections.map(\.kind) == [.encryptionUnproven])

        report.wasAlwaysEncrypted = true
        #expect(verdict(report, .hardDisk) == .accepted(.purge))
    }

    @Test func `degaussing proves nothing on any medium`() {
        #expect(MediaKind.allCases.allSatisfy { SanitisationMethod.degauss.level(on: $0) == nil })
    }

    @Test(arguments: DataOriginClass.allCases, MediaKind.allCases)
    func `a donor may raise the level and never lowers it`(
        origin: DataOriginClass,
        kind: MediaKind
    ) {
        let base = SanitisationPolicy.minimumLevel(for: origin, on: kind)
        #expect((base == nil) == (origin == .classified))
        guard let base else { return }

        for wish in SanitisationLevel.allCases {
            let level = SanitisationPolicy.minimumLevel(
                for: origin,
                on: kind,
                donorRequirement: wish
            )
            #expect(level == max(base, wish))
        }
    }

    @Test func `a verdict becomes a refusal that names every reason`() {
        var report = WipeReport.clean
        report.status = .failed
        report.hasSummary = false

        let refusal = verdict(report, .hardDisk).refusal(drive: "WD-1")

        #expect(refusal?.code == .wipeNotAccepted)
        #expect(refusal?.facts["reasons"] == "not_erased, summary_missing")
        #expect(verdict(.clean, .hardDisk).refusal(drive: "WD-1") == nil)
    }

    @Test(arguments: [
        (SanitisationMethod.overwrite1, SanitisationMethod.overwrite1, true),
        (.ataSanitize, .overwrite1, true), (.overwrite1, .ataSanitize, false),
        (.degauss, .overwrite1, false), (.overwrite1, .degauss, true),
    ])
    func `a retry goes at least as deep`(
        method: SanitisationMethod,
        failed: SanitisationMethod,
        mayFollow: Bool
    ) {
        #expect(WipeRules.mayRetry(with: method, after: failed, on: .hdd) == mayFollow)
    }

    @Test(arguments: [(0, 0), (1, 1), (10, 1), (11, 2), (95, 10)])
    func `another person checks a tenth of a lot, one at least`(lot: Int, sample: Int) {
        #expect(WipeRules.checkSampleSize(lot: lot) == sample)
    }

    private func verdict(_ report: WipeReport, _ drive: WipedDrive) -> WipeVerdict {
        WipeRules.verdict(on: report, for: drive, at: now)
    }
}

/// One way of spoiling a clean report, and the objection that it must raise.
struct Spoilt: Sendable {
    let objection: WipeObjection.Kind
    /// False where it excludes another of the list.
    var isIndependent = true
    let spoil: @Sendable (inout WipeReport) -> Void

    static let all: [Spoilt] = [
        Spoilt(objection: .notErased) { $0.status = .aborted },
        Spoilt(objection: .passErrors, isIndependent: false) { $0.errors?.pass = 12 },
        Spoilt(objection: .verifyErrors, isIndependent: false) { $0.errors?.verify = 1 },
        Spoilt(objection: .syncErrors, isIndependent: false) { $0.errors?.sync = 1 },
        Spoilt(objection: .errorsUnknown) { $0.errors = nil },
        Spoilt(objection: .roundsIncomplete, isIndependent: false) { $0.rounds?.completed = 0 },
        Spoilt(objection: .roundsUnknown) { $0.rounds = nil },
        Spoilt(objection: .bytesIncomplete) { $0.erasedBytes = 999 },
        Spoilt(objection: .notVerified) { $0.verification = .none },
        Spoilt(objection: .hiddenSectors) { $0.hiddenSectors = .found },
        Spoilt(objection: .hiddenSectorsUnknown, isIndependent: false) {
            $0.hiddenSectors = .unknown
        },
        Spoilt(objection: .summaryMissing) { $0.hasSummary = false },
        Spoilt(objection: .endedBeforeArrival) {
            $0.startedAt = 1
            $0.endedAt = 1_000_000
        },
        Spoilt(objection: .endedInTheFuture, isIndependent: false) { $0.endedAt = 2_000_001 },
        Spoilt(objection: .endedBeforeStart, isIndependent: false) { $0.startedAt = 1_600_000 },
        Spoilt(objection: .endMissing, isIndependent: false) { $0.endedAt = nil },
        Spoilt(objection: .methodUnknown, isIndependent: false) { $0.method = nil },
        Spoilt(objection: .methodNotAccepted, isIndependent: false) { $0.method = .degauss },
        Spoilt(objection: .otherModel) { $0.driveModel = "ST500" },
        Spoilt(objection: .otherSize, isIndependent: false) { $0.driveBytes = 2_000 },
    ]
}

extension WipeReport {
    static let clean = WipeReport(
        source: .tool(name: "nwipe", version: "0.37"),
        method: .overwrite1,
        driveSerial: "WD-1",
        driveModel: "WDC WD10EZEX-08WN4A0",
        driveBytes: 1_000,
        erasedBytes: 1_000,
        status: .erased,
        errors: Errors.none,
        rounds: Rounds(completed: 1, requested: 1),
        verification: .last,
        hiddenSectors: .none,
        startedAt: 1_400_000,
        endedAt: 1_500_000,
        hasSummary: true
    )

    static let byHand = WipeReport(
        source: .person(name: "Anne"),
        method: .overwrite1,
        driveSerial: "WD-1",
        status: .erased,
        verification: .all,
        endedAt: 1_500_000
    )
}

extension WipedDrive {
    /// Arrived at 1,000,000.
    static let hardDisk = WipedDrive(
        serial: "WD-1",
        model: "WDC WD10EZEX-08WN4A0",
        kind: .hdd,
        bytes: 1_000,
        arrivedAt: 1_000_000,
        requiredLevel: .clear
    )
}
