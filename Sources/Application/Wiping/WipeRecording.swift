import Domain
import Postgres
import Store

/// Judges reports of wipes and writes them down with what follows from them.
struct WipeRecording {
    let bench: WipingBench

    init(_ circumstances: Circumstances) {
        bench = WipingBench(circumstances)
    }

    /// Reasons for which a report is no attempt on this drive at all, so that it uses none up.
    static let beside: Set<WipeObjection.Kind> = [
        .serialMissing, .serialContradicted, .otherDrive, .otherMedium, .otherModel, .otherSize,
        .endMissing, .endedBeforeArrival, .endedBeforeCount, .endedBeforeStart, .endedInTheFuture,
        .summaryMissing, .methodUnknown, .personMissing,
    ]

    /// What tells that a tool failed on the drive itself, rather than that its work is not enough.
    static let failures: Set<WipeObjection.Kind> = [
        .notErased, .passErrors, .verifyErrors, .syncErrors,
    ]

    /// - Throws: `drive_kind_unknown`, since no method can be judged on a medium that nobody named.
    func verdict(
        on report: WipeReport,
        for drive: BenchDrive,
        at now: Int64
    ) throws(Failure) -> WipeVerdict {
        guard let kind = drive.kind else { throw .refused(kindUnknown(drive)) }
        let wiped = WipedDrive(
            serial: drive.serial ?? "",
            model: drive.model,
            kind: kind,
            gigabytes: drive.capacityGB.map(Int.init),
            arrivedAt: drive.arrivedAt.seconds,
            countedAt: drive.countedAt?.seconds,
            requiredLevel: drive.requiredLevel,
            failedAttempts: Int(drive.failedAttempts)
        )
        return WipeRules.verdict(on: report, for: wiped, at: now)
    }

    /// Refuses an attempt on a drive that needs none or may have none.
    func requireOpen(_ drive: BenchDrive) throws(Failure) {
        let device = DeviceReference(number: drive.device).text
        if drive.clearedBy != nil {
            throw .refused(
                Refusal(
                    .driveAlreadyCleared,
                    ["device": .text(device), "drive": .text(drive.name)]
                )
            )
        }
        do {
            try WipeRules.requireAttemptLeft(
                drive: drive.name,
                failedAttempts: Int(drive.failedAttempts)
            )
        } catch {
            throw .refused(error)
        }
    }

    /// Writes an attempt down; the machine is brought to wiping when it was not there yet.
    func record(
        _ report: WipeReport,
        _ verdict: WipeVerdict,
        on drive: BenchDrive,
        in db: isolated Connection
    ) throws(Failure) -> WipeStore.Recorded {
        try bench.begin(drive.device, in: db)
        if drive.failedAttempts > 0 || !verdict.isAccepted {
            try bench.retry(drive.device, in: db)
        }
        let figures = WipeStore.Report(report, on: drive)
        let findings = Self.findings(verdict)
        return try Failure.running { () throws(PostgresError) in
            try WipeStore.record(
                figures,
                accepted: verdict.isAccepted,
                findings: findings,
                device: drive.device,
                slot: drive.slot,
                in: db
            )
        }
    }

    /// The reasons for a verdict, as they are kept.
    static func findings(_ verdict: WipeVerdict) -> String {
        String(decoding: CommandJSON.encode(verdict.objections), as: UTF8.self)
    }

    /// Takes the step that the recorded attempts call for.
    ///
    /// - Returns: The state of the machine then.
    func settle(
        _ device: Int64,
        failed: Bool,
        in db: isolated Connection
    ) throws(Failure) -> String {
        failed
            ? try bench.stepFailed(device, in: db) : try bench.advance(device, in: db)
    }

    private func kindUnknown(_ drive: BenchDrive) -> Refusal {
        Refusal(
            .driveKindUnknown,
            [
                "device": .text(DeviceReference(number: drive.device).text),
                "drive": .text(drive.name), "kinds": .list(MediaKind.allCases),
            ],
            next: ["count-drives"]
        )
    }
}

extension WipeStore.Report {
    /// The figures of a report, in the words of the database.
    init(_ report: WipeReport, on drive: BenchDrive) {
        self.init(
            source: WipeSource.byHand.rawValue,
            method: report.method?.rawValue ?? "",
            result: Self.result(report.status).rawValue,
            verified: Self.verified(report),
            hiddenSectors: Self.hiddenSectors(report, drive.kind)
        )
        if case .tool(let name, let version) = report.source {
            source = name
            tool = name
            toolVersion = version
        }
        reportedSerial = report.driveSerial
        passErrors = report.errors?.pass ?? 0
        verifyErrors = report.errors?.verify ?? 0
        syncErrors = report.errors?.sync ?? 0
        roundsDone = report.rounds?.completed ?? 1
        roundsAsked = report.rounds?.requested ?? 1
        startedAt = report.startedAt.map(Timestamp.init(seconds:))
        // A person's word has no end of its own: it is the moment of recording.
        if source != WipeSource.byHand.rawValue {
            finishedAt = report.endedAt.map(Timestamp.init(seconds:))
        }
    }

    private static func result(_ status: WipeReport.Status) -> SanitisationResult {
        switch status {
        case .erased: .success
        case .aborted: .aborted
        case .failed, .insanity, .unknown: .failed
        }
    }

    /// A command of the drive itself verifies itself; overwriting is read back or proves nothing.
    private static func verified(_ report: WipeReport) -> String {
        switch report.verification {
        case .last: "last"
        case .all: "all"
        case .none, .unknown: report.method == .overwrite1 ? "none" : "device"
        }
    }

    private static func hiddenSectors(_ report: WipeReport, _ kind: MediaKind?) -> String {
        switch report.hiddenSectors {
        case .none: return "none"
        case .found: return "found"
        case .notApplicable: return "not_applicable"
        case .unknown:
            guard case .tool = report.source, kind == .hdd || kind == .ssd else {
                return "not_applicable"
            }
            return "unknown"
        }
    }
}
