public import Domain
import Importing
import Postgres
public import Store

/// One run over many reports, as one transaction.
public struct HardwareImport: Sendable {
    public static let name = "import-hardware"

    let choices: HardwareIntake.Choices
    /// Takes the good reports and tells the others; otherwise one that is refused refuses all.
    public let keepsGoing: Bool
    /// Does everything and undoes it.
    public let isRehearsal: Bool

    public init(
        donation: Int64? = nil,
        device: DeviceReference? = nil,
        kind: DeviceType? = nil,
        keepsGoing: Bool = false,
        isRehearsal: Bool = false
    ) {
        choices = HardwareIntake.Choices(donation: donation, device: device, kind: kind)
        self.keepsGoing = keepsGoing
        self.isRehearsal = isRehearsal
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let ending: DeviceImport.Ending
        public let machines: [HardwareLine]
        /// Files of archives that are nobody's report, such as a readme; nothing was read of them.
        public let passedOver: [String]

        enum CodingKeys: String, CodingKey {
            case ending, machines
            case passedOver = "passed_over"
        }

        public func count(_ verdict: HardwareLine.Verdict) -> Int {
            machines.count { $0.verdict == verdict }
        }
    }
}

extension Application {
    /// Reads hardware reports, of any program that Moulin reads: files, folders, or a dash for standard input.
    ///
    /// - Throws: What keeps the run as a whole from working; a report that is refused is the outcome's business.
    public func importHardware(
        _ run: HardwareImport,
        from paths: [String],
        as speaker: Speaker
    ) async throws(Failure) -> HardwareImport.Outcome {
        let lists = lists()
        let outcome = try await lease(.main) { (db) throws(Failure) -> HardwareImport.Outcome in
            let files = try FileTree.files(paths)
            return try RunTransaction(
                application: self,
                speaker: speaker,
                isRehearsal: run.isRehearsal
            )
            .perform(RecordHardwareReport.permission, in: db) { (db, _) throws(Failure) in
                try run.take(files, speaker, lists, in: db)
            }
        }
        observe(.performed(HardwareImport.name, .zero, rehearsed: run.isRehearsal))
        return outcome
    }
}

extension HardwareImport {
    /// After how many reports the database counts again what the run has written, so that it goes on looking things up.
    private static let recounts: Set<Int> = [32, 128, 512, 2048]

    fileprivate func take(
        _ paths: [SystemPath],
        _ speaker: Speaker,
        _ lists: ImportReference,
        in db: isolated Connection
    ) throws(Failure) -> RunTransaction.Ended<Outcome> {
        try Failure.running { () throws(PostgresError) in
            try HardwareStore.begin(for: speaker.organisation, in: db)
        }
        var intake = HardwareIntake(choices, speaker)
        var reader = HardwareReader(paths, lists)
        var lines: [HardwareLine] = []
        while true {
            let chunk = try reader.next()
            guard !chunk.isEmpty else { return ended(lines, reader.passedOver) }
            let before = lines.count
            lines += try intake.take(chunk, in: db) { reader.prepare() }
            if Self.recounts.contains(where: { before < $0 && $0 <= lines.count }) {
                try Failure.running { () throws(PostgresError) in
                    try HardwareStore.recount(in: db)
                }
            }
        }
    }

    private func ended(
        _ lines: [HardwareLine],
        _ passedOver: [String]
    ) -> RunTransaction.Ended<Outcome> {
        let isWrong = lines.contains { $0.verdict == HardwareLine.Verdict.refused }
        let isEmpty = lines.allSatisfy { $0.verdict == HardwareLine.Verdict.refused }
        let isRefused = isWrong && (!keepsGoing || isEmpty)
        let ending: DeviceImport.Ending =
            isRefused ? .refused : isRehearsal ? .rehearsed : .imported
        let outcome = Outcome(ending: ending, machines: lines, passedOver: passedOver)
        return RunTransaction.Ended(outcome, isKept: !isRefused)
    }
}
