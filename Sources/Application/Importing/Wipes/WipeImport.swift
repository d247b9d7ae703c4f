import Domain
import Importing
import Postgres
public import Store

/// One run over many reports of wipes, as one transaction.
public struct WipeImport: Sendable {
    public static let name = "import-wipes"

    /// How far the clock of the wiping computer was ahead of UTC.
    public let clockOffsetMinutes: Int
    /// Takes the reports that can be read and tells the others; otherwise one that is refused refuses all.
    public let keepsGoing: Bool
    /// Does everything and undoes it.
    public let isRehearsal: Bool

    public init(clockOffsetMinutes: Int = 0, keepsGoing: Bool = false, isRehearsal: Bool = false) {
        self.clockOffsetMinutes = clockOffsetMinutes
        self.keepsGoing = keepsGoing
        self.isRehearsal = isRehearsal
    }

    /// What became of one file.
    public struct File: Codable, Sendable, Hashable {
        public let file: String
        /// Why nothing of it was read; nil when it names drives.
        public let refusal: HardwareLine.Reason?
        public let drives: [RecordWipeReport.Line]
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let ending: DeviceImport.Ending
        public let files: [File]
        /// Files of archives that are nobody's report, such as a readme; nothing was read of them.
        public let passedOver: [String]

        enum CodingKeys: String, CodingKey {
            case ending, files
            case passedOver = "passed_over"
        }
    }
}

extension Application {
    /// Reads reports of wipes: logs of nwipe of any age and snapshots of eReuse, in files, folders and archives.
    ///
    /// - Throws: What keeps the run as a whole from working; a file that is refused is the outcome's business.
    public func importWipes(
        _ run: WipeImport,
        from paths: [String],
        as speaker: Speaker
    ) async throws(Failure) -> WipeImport.Outcome {
        let outcome = try await lease(.main) { (db) throws(Failure) -> WipeImport.Outcome in
            let files = try FileTree.files(paths)
            return try RunTransaction(
                application: self,
                speaker: speaker,
                isRehearsal: run.isRehearsal
            )
            .perform(RecordWipeReport.permission, in: db) {
                (db, circumstances) throws(Failure) in
                try run.take(files, circumstances, in: db)
            }
        }
        observe(.performed(WipeImport.name, .zero, rehearsed: run.isRehearsal))
        return outcome
    }
}

extension WipeImport {
    fileprivate func take(
        _ paths: [SystemPath],
        _ circumstances: Circumstances,
        in db: isolated Connection
    ) throws(Failure) -> RunTransaction.Ended<Outcome> {
        try Failure.running { () throws(PostgresError) in
            try WipeStore.expectMany(in: db)
        }
        let intake = WipeReportIntake(circumstances)
        let offset = try ClockOffset(minutes: clockOffsetMinutes)
        var reader = WipeReader(paths, clockOffset: offset.seconds)
        var files: [File] = []
        while true {
            let chunk = try reader.next()
            guard !chunk.isEmpty else { return ended(files, reader.passedOver) }
            let taken = try intake.take(chunk.flatMap(\.reports), in: db)
            files += Self.files(chunk, taken)
            try Failure.running { () throws(PostgresError) in try HardwareStore.recount(in: db) }
        }
    }

    private static func files(
        _ chunk: [WipeReader.Entry],
        _ taken: [[RecordWipeReport.Line]]
    ) -> [File] {
        var taken = taken[...]
        return chunk.map { entry in
            switch entry {
            case .report(let name, let runs):
                File(
                    file: name,
                    refusal: nil,
                    drives: runs.flatMap { _ in taken.popFirst() ?? [] }
                )
            case .refused(let name, let reason):
                File(file: name, refusal: reason, drives: [])
            }
        }
    }

    private func ended(
        _ files: [File],
        _ passedOver: [String]
    ) -> RunTransaction.Ended<Outcome> {
        let refused = files.count { $0.refusal != nil }
        let isRefused = refused > 0 && (!keepsGoing || refused == files.count)
        let ending: DeviceImport.Ending =
            isRefused ? .refused : isRehearsal ? .rehearsed : .imported
        let outcome = Outcome(ending: ending, files: files, passedOver: passedOver)
        return RunTransaction.Ended(outcome, isKept: !isRefused)
    }
}
