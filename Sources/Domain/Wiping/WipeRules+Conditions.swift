extension WipeRules {
    /// Serial, model and size must be those of the drive on the bench.
    static func identity(
        of report: WipeReport,
        against drive: WipedDrive
    ) -> [WipeObjection] {
        var objections: [WipeObjection] = []
        let expected = DriveIdentity.serial(drive.serial)
        if let other = report.otherSerial {
            objections.append(
                WipeObjection(
                    .serialContradicted,
                    expected: report.driveSerial ?? "–",
                    found: other
                )
            )
        }
        if let found = report.driveSerial.flatMap(DriveIdentity.serial) {
            if found != expected {
                objections.append(WipeObjection(.otherDrive, expected: drive.serial, found: found))
            }
        } else {
            objections.append(WipeObjection(.serialMissing))
        }
        if let found = report.driveModel, let model = drive.model,
            !DriveIdentity.agree(found, model)
        {
            objections.append(WipeObjection(.otherModel, expected: model, found: found))
        }
        return objections + medium(of: report, against: drive) + size(of: report, against: drive)
    }

    /// A tool that met flash where a hard disk was counted was told of another medium; overwriting would prove the one and not the other.
    private static func medium(
        of report: WipeReport,
        against drive: WipedDrive
    ) -> [WipeObjection] {
        guard drive.kind == .hdd, let found = report.mediaKind, found != .hdd else { return [] }
        return [
            WipeObjection(
                .otherMedium,
                expected: drive.kind.rawValue,
                found: found.rawValue
            )
        ]
    }

    /// A count says a size as a label or a list does: 465 and 500 are one drive, and so are 250 and 256.
    ///
    /// What binary units call 1.8 T is 2.0 T in decimal ones: up to 12 % more than counted, and a tenth less.
    private static func size(
        of report: WipeReport,
        against drive: WipedDrive
    ) -> [WipeObjection] {
        guard let found = report.driveBytes else { return [] }
        if let bytes = drive.bytes {
            guard found != bytes else { return [] }
            return [WipeObjection(.otherSize, expected: "\(bytes)", found: "\(found)")]
        }
        guard let gigabytes = drive.gigabytes, !isAbout(found, gigabytes) else { return [] }
        return [WipeObjection(.otherSize, expected: "\(gigabytes) GB", found: "\(found)")]
    }

    private static func isAbout(_ bytes: Int64, _ gigabytes: Int) -> Bool {
        let counted = Double(gigabytes) * 1e9
        return (counted * 0.9...counted * 1.12).contains(Double(bytes))
    }

    /// The wipe must have ended between the coming of the drive and now: the arrival of its device, or, of a drive that was counted
    /// in another device before, its count in this one.
    static func time(
        of report: WipeReport,
        against drive: WipedDrive,
        at now: Int64
    ) -> [WipeObjection] {
        guard let end = report.endedAt else { return [WipeObjection(.endMissing)] }
        var objections: [WipeObjection] = []
        if end <= drive.arrivedAt {
            objections.append(
                WipeObjection(
                    .endedBeforeArrival,
                    expected: ClockText.after(drive.arrivedAt),
                    found: ClockText.of(end)
                )
            )
        } else if let counted = drive.countedAt, end <= counted {
            objections.append(
                WipeObjection(
                    .endedBeforeCount,
                    expected: ClockText.after(counted),
                    found: ClockText.of(end)
                )
            )
        }
        if end > now { objections.append(WipeObjection(.endedInTheFuture)) }
        if let start = report.startedAt, end < start {
            objections.append(WipeObjection(.endedBeforeStart))
        }
        return objections
    }

    /// What a tool measured, condition by condition.
    static func measurements(of report: WipeReport, on drive: WipedDrive) -> [WipeObjection] {
        var objections: [WipeObjection] = []
        if report.status != .erased {
            let found = report.status.rawValue
            objections.append(WipeObjection(.notErased, expected: "erased", found: found))
        }
        if !report.hasSummary { objections.append(WipeObjection(.summaryMissing)) }
        objections += errors(of: report)
        objections += coverage(of: report, on: drive)
        if report.verification != .last && report.verification != .all {
            objections.append(WipeObjection(.notVerified))
        }
        switch report.hiddenSectors {
        case .none, .notApplicable: break
        case .found: objections.append(WipeObjection(.hiddenSectors))
        case .unknown where drive.kind == .hdd || drive.kind == .ssd:
            objections.append(WipeObjection(.hiddenSectorsUnknown))
        case .unknown: break
        }
        return objections
    }

    /// What a person states of a wipe by hand: who, and that it was read back where it can be.
    static func statement(of report: WipeReport, by name: String) -> [WipeObjection] {
        var objections: [WipeObjection] = []
        if name.allSatisfy(\.isWhitespace) { objections.append(WipeObjection(.personMissing)) }
        if report.status != .erased {
            let found = report.status.rawValue
            objections.append(WipeObjection(.notErased, expected: "erased", found: found))
        }
        let isReadBack = report.verification == .last || report.verification == .all
        if report.method == .overwrite1, !isReadBack {
            objections.append(WipeObjection(.notVerified))
        }
        return objections
    }

    /// The level that the method reaches on this medium, or why it reaches none that is enough.
    static func depth(
        of report: WipeReport,
        on drive: WipedDrive
    ) -> (SanitisationLevel?, [WipeObjection]) {
        guard let method = report.method else { return (nil, [WipeObjection(.methodUnknown)]) }
        var objections: [WipeObjection] = []
        if method.reliesOnEncryption, !report.wasAlwaysEncrypted {
            objections.append(WipeObjection(.encryptionUnproven))
        }
        guard let level = method.level(on: drive.kind) else {
            return (nil, objections + [WipeObjection(.methodNotAccepted)])
        }
        if level < drive.requiredLevel {
            objections.append(
                WipeObjection(
                    .levelTooLow,
                    expected: drive.requiredLevel.rawValue,
                    found: level.rawValue
                )
            )
        }
        return (level, objections)
    }

    private static func errors(of report: WipeReport) -> [WipeObjection] {
        guard let errors = report.errors else { return [WipeObjection(.errorsUnknown)] }
        let counts: [(WipeObjection.Kind, Int)] = [
            (.passErrors, errors.pass), (.verifyErrors, errors.verify), (.syncErrors, errors.sync),
            (.retries, errors.retries),
        ]
        return counts.filter { $0.1 != 0 }.map {
            WipeObjection($0.0, expected: "0", found: "\($0.1)")
        }
    }

    /// In bytes: no drive of today is smaller than a gigabyte.
    private static let leastBytes: Int64 = 1_000_000_000

    private static func coverage(
        of report: WipeReport,
        on drive: WipedDrive
    ) -> [WipeObjection] {
        var objections: [WipeObjection] = []
        if let rounds = report.rounds {
            if rounds.completed != rounds.requested || rounds.requested < 1 {
                let (expected, found) = ("\(rounds.requested)", "\(rounds.completed)")
                objections.append(
                    WipeObjection(.roundsIncomplete, expected: expected, found: found)
                )
            }
        } else if report.method == .overwrite1 {
            // A command of the drive itself has no rounds; overwriting has.
            objections.append(WipeObjection(.roundsUnknown))
        }
        guard let erased = report.erasedBytes else { return objections }
        if let size = drive.bytes ?? report.driveBytes {
            if erased != size {
                objections.append(
                    WipeObjection(.bytesIncomplete, expected: "\(size)", found: "\(erased)")
                )
            }
        } else if let gigabytes = drive.gigabytes, !isAbout(erased, gigabytes) {
            objections.append(
                WipeObjection(.bytesIncomplete, expected: "\(gigabytes) GB", found: "\(erased)")
            )
        }
        // A size that nobody counted is only what the tool says of itself.
        let floor = drive.bytes == nil && drive.gigabytes == nil ? leastBytes : 1
        if erased < floor, !objections.contains(where: { $0.kind == .bytesIncomplete }) {
            objections.append(
                WipeObjection(.bytesIncomplete, expected: ">= \(floor)", found: "\(erased)")
            )
        }
        return objections
    }
}
