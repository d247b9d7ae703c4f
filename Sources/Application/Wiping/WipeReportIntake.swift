import Domain
import Importing
import Postgres
import Store

/// One run of a report of wipes as it was handed in, and what it says of each drive.
struct HandedWipeReport {
    /// The file, which its other runs share.
    let evidence: WipeStore.File
    let entries: [(name: String, report: WipeReport)]

    /// One for each run that the file tells of: what a later one says of a drive is judged by what came of the earlier one.
    static func runs(
        _ entries: [WipeDocument.Entry],
        of evidence: WipeStore.File
    ) -> [HandedWipeReport] {
        Dictionary(grouping: entries, by: \.run).sorted { $0.key < $1.key }.map { _, entries in
            HandedWipeReport(evidence: evidence, entries: entries.map { ($0.name, $0.report) })
        }
    }
}

/// Matches the drives of reports to the drives on the bench and records what counts.
///
/// Many reports are taken in few statements, each as if those before it had been recorded.
struct WipeReportIntake {
    typealias Line = RecordWipeReport.Line

    private let circumstances: Circumstances
    private let recording: WipeRecording

    init(_ circumstances: Circumstances) {
        self.circumstances = circumstances
        recording = WipeRecording(circumstances)
    }

    /// Records reports, then takes the steps that the machines call for.
    ///
    /// - Returns: What became of each drive of each report, in their order.
    func take(
        _ reports: [HandedWipeReport],
        in db: isolated Connection
    ) throws(Failure) -> [[Line]] {
        var lines = [[Line]](repeating: [], count: reports.count)
        let hashes = Set(reports.map(\.evidence.sha256))
        let known = try Failure.running { () throws(PostgresError) in
            try WipeStore.takeTurns(of: circumstances.speaker, in: db)
            return try WipeStore.drives(provenBy: Array(hashes), circumstances.speaker, in: db)
        }
        var kept: Set<[UInt8]> = []
        for wave in try waves(reports, in: db) {
            let taken = try WipeWave(
                wave.map { reports[$0] },
                known: known,
                circumstances,
                recording,
                in: db
            )
            .take(keeping: &kept, in: db)
            for (index, own) in zip(wave, taken) { lines[index] = own }
        }
        return lines
    }

    /// The reports by their places, so that no machine is in two of one wave: what is said of it later waits for what comes of it.
    private func waves(
        _ reports: [HandedWipeReport],
        in db: isolated Connection
    ) throws(Failure) -> [[Int]] {
        guard reports.count > 1 else { return [Array(reports.indices)] }
        let bench = try recording.bench.drives(of: reports, in: db)
        var waves: [[Int]] = []
        var last: [Int64: Int] = [:]
        for (place, report) in reports.enumerated() {
            let devices = Set(report.serialKeys.compactMap { bench[$0]?.device })
            let wave = devices.compactMap { last[$0] }.max().map { $0 + 1 } ?? 0
            if wave == waves.count { waves.append([]) }
            waves[wave].append(place)
            for device in devices { last[device] = wave }
        }
        return waves
    }
}

extension HandedWipeReport {
    /// The numbers of its drives as they are compared; of those that it names.
    var serialKeys: [String] { entries.compactMap(\.report.driveSerial).map(DriveStore.key) }
}

extension WipingBench {
    /// The counted drives that reports name, by their numbers; of drives that share one, those that are not cleared come first.
    func drives(
        of reports: [HandedWipeReport],
        in db: isolated Connection
    ) throws(Failure) -> [String: BenchDrive] {
        let serials = Set(reports.flatMap(\.serialKeys)).sorted()
        guard !serials.isEmpty else { return [:] }
        let drives = try Failure.running { () throws(PostgresError) in
            try DriveStore.drives(withSerials: serials, circumstances.speaker, in: db)
        }
        return Dictionary(
            drives.map { (DriveStore.key($0.serial ?? ""), $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The machines that are said to hold the drives that reports name and nobody counted, by the numbers of the drives.
    func devices(
        expecting reports: [HandedWipeReport],
        besides counted: [String: BenchDrive],
        in db: isolated Connection
    ) throws(Failure) -> [String: Int64] {
        let serials = Set(reports.flatMap(\.serialKeys)).subtracting(counted.keys).sorted()
        guard !serials.isEmpty else { return [:] }
        return try Failure.running { () throws(PostgresError) in
            try DriveStore.devices(expectingSerials: serials, circumstances.speaker, in: db)
        }
    }
}
