public import Domain

extension NwipeLog {
    /// The log as reports to be judged, one for each drive.
    ///
    /// nwipe writes the clock of its computer without zone: `clockOffset` is how many seconds that clock is ahead of UTC; boot
    /// sticks usually keep UTC.
    public func reports(clockOffset: Int64 = 0) -> [WipeReport] {
        drives.map { drive in
            WipeReport(
                source: .tool(name: "nwipe", version: version ?? ""),
                method: drive.method.flatMap { Self.method($0, on: drive.mediaKind) },
                driveSerial: drive.serial,
                otherSerial: drive.otherSerial,
                mediaKind: drive.mediaKind,
                driveModel: drive.model,
                driveBytes: drive.bytesTotal.map(Int64.init),
                erasedBytes: drive.bytesErased.map(Int64.init),
                status: drive.status.map(Self.status) ?? .unknown,
                errors: Self.errors(drive),
                rounds: drive.rounds,
                verification: verification.map(Self.verification) ?? .unknown,
                hiddenSectors: drive.hiddenSectors ?? .unknown,
                startedAt: startedAt.flatMap { Self.instant($0, clockOffset) },
                endedAt: endedAt.flatMap { Self.instant($0, clockOffset) },
                hasSummary: hasSummary && !wasAborted
            )
        }
    }

    private static func status(_ status: Status) -> WipeReport.Status {
        switch status {
        case .erased: .erased
        case .failed: .failed
        case .aborted: .aborted
        case .insanity: .insanity
        }
    }

    private static func verification(_ read: Verification) -> WipeReport.Verification {
        switch read {
        case .none: .none
        case .last: .last
        case .all: .all
        }
    }

    private static func errors(_ drive: Drive) -> WipeReport.Errors? {
        guard let pass = drive.passErrors, let verify = drive.verificationErrors,
            let sync = drive.syncErrors
        else { return nil }
        return WipeReport.Errors(
            pass: pass,
            verify: verify,
            sync: sync,
            retries: drive.retries ?? 0
        )
    }

    /// The technique behind nwipe's names: all overwrite, but those that ask the drive itself; verifying alone erases nothing.
    ///
    /// Some names list the buses that they serve, `Sanitize Block Erase (ATA/SCSI/NVMe)`: the medium decides.
    static func method(_ name: String, on kind: MediaKind? = nil) -> SanitisationMethod? {
        let small = name.lowercased()
        if small.hasPrefix("verify") { return nil }
        let others = ["ata", "scsi", "sas"]
        let isForOthers = small.split { !$0.isLetter }.contains { others.contains(String($0)) }
        let isForNVMe = small.contains("nvme") && (!isForOthers || kind == .nvme)
        if small.contains("sanitize") {
            return isForNVMe ? .nvmeSanitize : .ataSanitize
        }
        if small.contains("secure erase") { return isForNVMe ? .nvmeFormat : .ataSecureErase }
        if small.contains("nvme") && small.contains("format") { return .nvmeFormat }
        let overwriting = [
            "zero", "one", "fill", "dod", "dodshort", "gutmann", "prng", "ops-ii", "rcmp", "tssit",
            "hmg", "schneier", "bruce", "bmb",
        ]
        return overwriting.contains { small.contains($0) } ? .overwrite1 : nil
    }

    /// Seconds since 1970 of `2023/06/03 13:05:53`; nil when it is no time.
    private static func instant(_ text: String, _ clockOffset: Int64) -> Int64? {
        let figures = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard figures.count == 6, let day = Day(figures[0], figures[1], figures[2]),
            (0..<24).contains(figures[3]), (0..<60).contains(figures[4]),
            (0...60).contains(figures[5])
        else { return nil }
        let seconds = figures[3] * 3600 + figures[4] * 60 + figures[5]
        return Int64(day.number * 86_400 + seconds) - clockOffset
    }
}

extension NwipeLog.Drive {
    /// Nil when the log does not tell both numbers.
    var rounds: WipeReport.Rounds? {
        guard let roundsCompleted, let roundsRequested else { return nil }
        return WipeReport.Rounds(completed: roundsCompleted, requested: roundsRequested)
    }
}
