/// The conditions under which a wipe counts; each is independent of what the tool calls success.
public enum WipeRules {
    /// The name of these rules, kept with what they decided.
    public static let version = "WIPE-2026-1"

    /// One wipe and two retries (rulebook 3.6).
    public static let attemptLimit = 3

    /// Holds a report against the drive on the bench.
    ///
    /// - Parameters:
    ///   - report: What the tool or the person says.
    ///   - drive: The drive, its arrival and the level it needs.
    ///   - now: The moment of recording, in seconds since 1970-01-01 00:00 UTC.
    /// - Returns: The level reached, or every reason why the report proves nothing.
    public static func verdict(
        on report: WipeReport,
        for drive: WipedDrive,
        at now: Int64
    ) -> WipeVerdict {
        var objections = identity(of: report, against: drive)
        objections += time(of: report, against: drive, at: now)
        switch report.source {
        case .tool: objections += measurements(of: report, on: drive)
        case .person(let name): objections += statement(of: report, by: name)
        }
        if drive.failedAttempts >= attemptLimit {
            objections.append(WipeObjection(.noAttemptLeft))
        }
        let (level, methodObjections) = depth(of: report, on: drive)
        objections += methodObjections
        guard let level, objections.isEmpty else { return .rejected(objections) }
        return .accepted(level)
    }

    /// What may become of a drive after so many failed attempts (rulebook 3.6).
    ///
    /// - Parameters:
    ///   - attempts: Failed attempts of this stay.
    ///   - cameFromBuyer: A buyer's data does not go to the donor.
    /// - Returns: The lawful ways on, a retry first while one is left.
    public static func outcomes(
        afterFailedAttempts attempts: Int,
        cameFromBuyer: Bool = false
    ) -> [WipeOutcome] {
        var outcomes: [WipeOutcome] = attempts < attemptLimit ? [.retryWipe] : []
        outcomes.append(.removeAndDestroy)
        if !cameFromBuyer { outcomes.append(.returnToDonor) }
        return outcomes
    }

    /// Refuses an attempt beyond the limit.
    public static func requireAttemptLeft(
        drive: String,
        failedAttempts: Int
    ) throws(Refusal) {
        guard failedAttempts >= attemptLimit else { return }
        throw Refusal(
            .wipeAttemptsUsedUp,
            [
                "drive": .text(drive), "attempts": .number(failedAttempts),
                "limit": .number(attemptLimit),
            ],
            next: outcomes(afterFailedAttempts: failedAttempts).map(\.rawValue)
        )
    }

    /// Whether a method may follow one that failed: it must go at least as deep on this medium.
    public static func mayRetry(
        with method: SanitisationMethod,
        after failed: SanitisationMethod,
        on kind: MediaKind
    ) -> Bool {
        guard let level = method.level(on: kind) else { return false }
        return failed.level(on: kind).map { level >= $0 } ?? true
    }

    /// How many drives of a lot another person checks: a tenth, rounded up, one at least.
    public static func checkSampleSize(lot: Int) -> Int {
        lot <= 0 ? 0 : (lot + 9) / 10
    }
}
