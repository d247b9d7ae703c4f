import Domain
import Importing
import Postgres
import Store

/// Reports of wipes of which no two are about one machine: judged one by one, written together.
struct WipeWave {
    private typealias Line = RecordWipeReport.Line

    /// One thing that a report says of one drive.
    private struct Entry {
        let report: Int
        let place: Int
        let name: String
        let said: WipeReport
        let drive: BenchDrive?
    }

    /// An entry that counts, and is written down when it decides what came of its drive.
    private struct Attempt {
        let entry: Entry
        let drive: BenchDrive
        let verdict: WipeVerdict

        func isOf(_ entry: Entry) -> Bool {
            (self.entry.report, self.entry.place) == (entry.report, entry.place)
        }

        /// False when the report does not tell.
        func began(after other: Attempt) -> Bool {
            guard let start = entry.said.startedAt, let end = other.entry.said.endedAt else {
                return false
            }
            return start >= end
        }
    }

    private let reports: [HandedWipeReport]
    private let circumstances: Circumstances
    private let recording: WipeRecording
    private let bench: [String: BenchDrive]
    private let reference: ImportReference
    /// The machines whose drives are known and not counted yet.
    private let expecting: [String: Int64]
    /// The files that were recorded before this intake, with their drives.
    private let known: Set<WipeStore.Proven>
    /// When the attempts ended that tools reported of these drives: a log that grew tells them again.
    private let ended: Set<WipeStore.Ended>

    init(
        _ reports: [HandedWipeReport],
        known: Set<WipeStore.Proven>,
        _ circumstances: Circumstances,
        _ recording: WipeRecording,
        in db: isolated Connection
    ) throws(Failure) {
        self.reports = reports
        self.circumstances = circumstances
        self.recording = recording
        self.known = known
        let bench = try recording.bench.drives(of: reports, in: db)
        self.bench = bench
        reference = circumstances.lists()
        expecting = try recording.bench.devices(expecting: reports, besides: bench, in: db)
        ended = try Failure.running { () throws(PostgresError) in
            try WipeStore.ended(
                bench.values.map(\.drive).sorted(),
                circumstances.speaker,
                in: db
            )
        }
    }

    /// Machines are locked in the order of their numbers, whatever the order of the reports, so that two runs cannot wait for
    /// each other.
    ///
    /// `kept` are the hashes of the files that waves before this one sent.
    func take(
        keeping kept: inout Set<[UInt8]>,
        in db: isolated Connection
    ) throws(Failure) -> [[RecordWipeReport.Line]] {
        var lines = reports.map { [Line?](repeating: nil, count: $0.entries.count) }
        var attempts: [Attempt] = []
        var late: [Attempt] = []
        for entry in entries {
            switch try judged(entry) {
            case .line(let line): lines[entry.report][entry.place] = line
            case .attempt(let attempt): attempts.append(attempt)
            case .late(let attempt): late.append(attempt)
            }
        }
        let deciding = Dictionary(grouping: attempts, by: \.drive.drive).mapValues(Self.deciding)
        let echoes = attempts.filter { deciding[$0.drive.drive]?.isOf($0.entry) == false }
        attempts.removeAll { deciding[$0.drive.drive]?.isOf($0.entry) == false }
        let refusals = try prepare(attempts, in: db)
        for attempt in attempts {
            lines[attempt.entry.report][attempt.entry.place] = line(attempt, refusals)
        }
        for echo in echoes {
            let isRefused = refusals[echo.drive.device] != nil
            lines[echo.entry.report][echo.entry.place] =
                isRefused
                ? line(echo, refusals)
                : deciding[echo.drive.drive].map { line(echo, decidedBy: $0) }
        }
        let taken = attempts.filter { refusals[$0.drive.device] == nil }
        try record(taken, keeping: &kept, in: db)
        let states = try settle(taken, in: db)
        for failure in late {
            lines[failure.entry.report][failure.entry.place] = try recordLate(failure, in: db)
        }
        for entry in entries {
            guard let device = entry.drive?.device, let state = states[device] else { continue }
            lines[entry.report][entry.place]?.state = state
        }
        return lines.map { $0.compactMap(\.self) }
    }

    private var entries: [Entry] {
        let all = reports.enumerated().flatMap { nth, report in
            report.entries.enumerated().map { place, entry in
                Entry(
                    report: nth,
                    place: place,
                    name: entry.name,
                    said: entry.report,
                    drive: entry.report.driveSerial.flatMap {
                        reference.namesNoDrive($0) ? nil : bench[DriveStore.key($0)]
                    }
                )
            }
        }
        return all.sorted {
            ($0.drive?.device ?? 0, $0.report, $0.place)
                < ($1.drive?.device ?? 0, $1.report, $1.place)
        }
    }

    private enum Judged {
        case line(RecordWipeReport.Line)
        case attempt(Attempt)
        /// A failure on a drive that had been cleared before.
        case late(Attempt)
    }

    private func judged(_ entry: Entry) throws(Failure) -> Judged {
        guard let drive = entry.drive else { return .line(stranger(entry)) }
        if isKnown(entry, drive) { return .line(line(entry, drive, .same, [])) }
        if let late = try failureAfterProof(entry, drive) { return .late(late) }
        do throws(Failure) {
            try recording.requireOpen(drive)
            let verdict = try recording.verdict(
                on: entry.said,
                for: drive,
                at: circumstances.instant.seconds
            )
            guard verdict.objections.contains(where: { WipeRecording.beside.contains($0.kind) })
            else { return .attempt(Attempt(entry: entry, drive: drive, verdict: verdict)) }
            return .line(line(entry, drive, .beside, verdict.objections.map { WipeReason($0) }))
        } catch .refused(let refusal) {
            return .line(line(entry, drive, .beside, [WipeReason(refusal)]))
        }
    }

    private func isKnown(_ entry: Entry, _ drive: BenchDrive) -> Bool {
        let proven = WipeStore.Proven(
            sha256: reports[entry.report].evidence.sha256,
            drive: drive.drive,
            stay: drive.stay,
            device: drive.device
        )
        guard !known.contains(proven), let endedAt = entry.said.endedAt else {
            return known.contains(proven)
        }
        return ended.contains(
            WipeStore.Ended(
                drive: drive.drive,
                stay: drive.stay,
                device: drive.device,
                seconds: endedAt
            )
        )
    }

    /// Which of the attempts that a report tells of one drive is written down: a log names a drive twice by its namespaces, or by
    /// two ways to it, and the drive is cleared once.
    ///
    /// A wipe that succeeded decides when all that failed had ended as it began; otherwise what failed does.
    private static func deciding(_ attempts: [Attempt]) -> Attempt {
        let failed = attempts.filter { !$0.verdict.isAccepted }
        let proven = attempts.first { attempt in
            attempt.verdict.isAccepted && failed.allSatisfy { attempt.began(after: $0) }
        }
        return proven ?? failed[0]
    }

    /// An attempt on a drive that a wipe had cleared, which ended after that wipe and failed; nil for any other.
    private func failureAfterProof(
        _ entry: Entry,
        _ drive: BenchDrive
    ) throws(Failure) -> Attempt? {
        guard drive.clearedBy == "wiped", let proven = drive.provenAt, drive.kind != nil,
            let end = entry.said.endedAt, end > proven.seconds
        else { return nil }
        let verdict = try recording.verdict(
            on: entry.said,
            for: drive,
            at: circumstances.instant.seconds
        )
        let kinds = Set(verdict.objections.map(\.kind))
        guard !kinds.isDisjoint(with: WipeRecording.failures),
            kinds.isDisjoint(with: WipeRecording.beside)
        else { return nil }
        return Attempt(entry: entry, drive: drive, verdict: verdict)
    }

    private func recordLate(
        _ attempt: Attempt,
        in db: isolated Connection
    ) throws(Failure) -> Line {
        let evidence = reports[attempt.entry.report].evidence
        let sent = sent(attempt)
        let state = try Failure.running { () throws(PostgresError) in
            try WipeStore.recordLate(sent, keeping: evidence, in: db)
        }
        var told = line(attempt, [:])
        told.state = state
        return told
    }

    /// Brings the machines to wiping; why some cannot be brought there.
    private func prepare(
        _ attempts: [Attempt],
        in db: isolated Connection
    ) throws(Failure) -> [Int64: Refusal] {
        let devices = Set(attempts.map(\.drive.device)).sorted()
        let retried = Set(
            attempts.filter { $0.drive.failedAttempts > 0 || !$0.verdict.isAccepted }
                .map(\.drive.device)
        )
        return try recording.bench.prepare(devices, retrying: retried, in: db)
    }

    /// Only files that tell what is recorded are sent, and each of them once, however many of its runs do.
    private func record(
        _ attempts: [Attempt],
        keeping kept: inout Set<[UInt8]>,
        in db: isolated Connection
    ) throws(Failure) {
        guard !attempts.isEmpty else { return }
        let evidence = attempts.map { reports[$0.entry.report].evidence }
        let files = evidence.filter { kept.insert($0.sha256).inserted }
        let sent = attempts.map(sent)
        try Failure.running { () throws(PostgresError) in
            try WipeStore.record(sent, keeping: files, in: db)
        }
    }

    private func sent(_ attempt: Attempt) -> WipeStore.Sent {
        WipeStore.Sent(
            report: WipeStore.Report(attempt.entry.said, on: attempt.drive),
            accepted: attempt.verdict.isAccepted,
            findings: WipeRecording.findings(attempt.verdict),
            sha256: reports[attempt.entry.report].evidence.sha256,
            device: attempt.drive.device,
            slot: attempt.drive.slot
        )
    }

    /// One step a machine, failed when any of its drives failed.
    private func settle(
        _ attempts: [Attempt],
        in db: isolated Connection
    ) throws(Failure) -> [Int64: String] {
        let failed = Set(attempts.filter { !$0.verdict.isAccepted }.map(\.drive.device))
        let proven = Set(attempts.map(\.drive.device)).subtracting(failed)
        var states: [Int64: String] = try recording.bench.advance(proven.sorted(), in: db)
        for device in failed.sorted() {
            states[device] = try recording.bench.stepFailed(device, in: db)
        }
        return states
    }

    private func line(_ attempt: Attempt, _ refusals: [Int64: Refusal]) -> Line {
        if let refusal = refusals[attempt.drive.device] {
            return line(attempt.entry, attempt.drive, .beside, [WipeReason(refusal)])
        }
        return line(
            attempt.entry,
            attempt.drive,
            attempt.verdict.isAccepted ? .accepted : .refused,
            attempt.verdict.objections.map { WipeReason($0) }
        )
    }

    /// Of an attempt beside the one that is written down.
    private func line(_ echo: Attempt, decidedBy other: Attempt) -> Line {
        let agrees = echo.verdict.isAccepted == other.verdict.isAccepted
        let failed = echo.verdict.isAccepted ? other : echo
        return line(
            echo.entry,
            echo.drive,
            agrees ? .same : .beside,
            failed.verdict.objections.map { WipeReason($0) }
        )
    }

    private func stranger(_ entry: Entry) -> Line {
        let reason =
            entry.said.driveSerial.flatMap {
                reference.namesNoDrive($0) ? nil : WipeReason(uncounted($0))
            }
            ?? WipeReason(WipeObjection(.serialMissing))
        return Line(
            name: entry.name,
            serial: entry.said.driveSerial,
            device: nil,
            slot: nil,
            verdict: .beside,
            reasons: [reason],
            state: nil
        )
    }

    private func uncounted(_ serial: String) -> Refusal {
        guard let device = expecting[DriveStore.key(serial)] else {
            return Refusal(.unknownDrive, ["drive": .text(serial)])
        }
        let label = DeviceReference(number: device).text
        return Refusal(.driveNotCounted, ["device": .text(label), "drive": .text(serial)])
    }

    private func line(
        _ entry: Entry,
        _ drive: BenchDrive,
        _ verdict: Line.Verdict,
        _ reasons: [WipeReason]
    ) -> Line {
        Line(
            name: entry.name,
            serial: entry.said.driveSerial,
            device: DeviceReference(number: drive.device).text,
            slot: Int(drive.slot),
            verdict: verdict,
            reasons: reasons,
            state: drive.state
        )
    }
}
