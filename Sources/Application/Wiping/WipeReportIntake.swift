import Domain
import Postgres
import Store

/// Matches the drives of one report to the drives on the bench and records what counts.
struct WipeReportIntake {
    typealias Line = RecordWipeReport.Line

    private let evidence: [UInt8]
    private let circumstances: Circumstances
    private let recording: WipeRecording
    private let known: [(drive: Int64, stay: Int32, device: Int64, accepted: Bool)]

    init(
        _ evidence: [UInt8],
        _ circumstances: Circumstances,
        in db: isolated Connection
    ) throws(Failure) {
        self.evidence = evidence
        self.circumstances = circumstances
        recording = WipeRecording(circumstances)
        known = try Failure.running { () throws(PostgresError) in
            try WipeStore.drives(provenBy: evidence, circumstances.speaker, in: db)
        }
    }

    /// Records report by report, then takes the steps machine by machine.
    ///
    /// Machines are locked in the order of their numbers, whatever the order of the log, so that two logs cannot wait for
    /// each other.
    func take(
        _ reports: [(name: String, report: WipeReport)],
        in db: isolated Connection
    ) throws(Failure) -> [Line] {
        let bench = try benchBySerial(reports.compactMap(\.report.driveSerial), in: db)
        let matched = reports.map { one in
            (one.name, one.report, one.report.driveSerial.flatMap { bench[DriveStore.key($0)] })
        }
        let order = matched.indices.sorted {
            (matched[$0].2?.device ?? 0, $0) < (matched[$1].2?.device ?? 0, $1)
        }
        var lines = [Line?](repeating: nil, count: matched.count)
        for index in order {
            let (name, report, drive) = matched[index]
            lines[index] = try line(name, report, drive, in: db)
        }
        return try settled(lines.compactMap(\.self), matched.map(\.2), in: db)
    }

    private func benchBySerial(
        _ serials: [String],
        in db: isolated Connection
    ) throws(Failure) -> [String: BenchDrive] {
        let drives = try Failure.running { () throws(PostgresError) in
            try DriveStore.drives(withSerials: serials, circumstances.speaker, in: db)
        }
        // Drives that are not cleared come first.
        return Dictionary(
            drives.map { (DriveStore.key($0.serial ?? ""), $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func line(
        _ name: String,
        _ report: WipeReport,
        _ drive: BenchDrive?,
        in db: isolated Connection
    ) throws(Failure) -> Line {
        guard let drive else { return stranger(name, report) }
        if known.contains(where: {
            $0.drive == drive.drive && $0.device == drive.device && $0.stay == drive.stay
        }) {
            return line(name, report, drive, .same, [])
        }
        do throws(Failure) {
            try recording.requireOpen(drive)
            let verdict = try recording.verdict(
                on: report,
                for: drive,
                at: circumstances.instant.seconds
            )
            let reasons = verdict.objections.map { WipeReason($0) }
            if verdict.objections.contains(where: { WipeRecording.beside.contains($0.kind) }) {
                return line(name, report, drive, .beside, reasons)
            }
            _ = try recording.record(report, verdict, on: drive, evidence: evidence, in: db)
            return line(name, report, drive, verdict.isAccepted ? .accepted : .refused, reasons)
        } catch .refused(let refusal) where refusal.facts["wall"] == nil {
            return line(name, report, drive, .beside, [WipeReason(refusal)])
        }
    }

    private func stranger(_ name: String, _ report: WipeReport) -> Line {
        let reason =
            report.driveSerial.map {
                WipeReason(Refusal(.unknownDrive, ["drive": .text($0)]))
            } ?? WipeReason(WipeObjection(.serialMissing))
        return Line(
            name: name,
            serial: report.driveSerial,
            device: nil,
            slot: nil,
            verdict: .beside,
            reasons: [reason],
            state: nil
        )
    }

    private func line(
        _ name: String,
        _ report: WipeReport,
        _ drive: BenchDrive,
        _ verdict: Line.Verdict,
        _ reasons: [WipeReason]
    ) -> Line {
        Line(
            name: name,
            serial: report.driveSerial,
            device: DeviceReference(number: drive.device).text,
            slot: Int(drive.slot),
            verdict: verdict,
            reasons: reasons,
            state: drive.state
        )
    }

    /// One step a machine, failed when any of its drives failed.
    private func settled(
        _ lines: [Line],
        _ drives: [BenchDrive?],
        in db: isolated Connection
    ) throws(Failure) -> [Line] {
        var lines = lines
        let touched = lines.indices.filter {
            lines[$0].verdict == .accepted || lines[$0].verdict == .refused
        }
        for device in Set(touched.compactMap { drives[$0]?.device }).sorted() {
            let own = lines.indices.filter { drives[$0]?.device == device }
            let failed = own.contains { lines[$0].verdict == .refused }
            let state = try recording.settle(device, failed: failed, in: db)
            for index in own { lines[index].state = state }
        }
        return lines
    }
}
