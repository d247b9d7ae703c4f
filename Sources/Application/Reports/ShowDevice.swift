public import Domain
public import Postgres
public import Store

/// Everything that a machine's page needs, in one answer.
public struct ShowDevice: Question {
    public static let name = "show-device"
    public static let summary = Phrase(
        fr: "montre un appareil, ses preuves et ce qu'on peut en faire",
        en: "shows a device, its proofs and what may be done with it"
    )
    public static let permission = Permission(roles: BenchReaders.roles)

    public let device: DeviceReference

    public init(device: DeviceReference) {
        self.device = device
    }

    public struct Answer: Codable, Sendable {
        public let device: String
        public let number: Int64
        public let sheet: DeviceSheet
        public let state: Word
        public let identifiers: [DevicePage.Identifier]
        public let stays: [DevicePage.Stay]
        public let drives: [DriveLine]
        public let tests: [TestLine]
        public let grade: GradeLine?
        public let flags: [DevicePage.Flag]
        public let components: [DevicePage.Component]
        /// The latest fifty steps.
        public let history: [DevicePage.HistoryLine]
        /// Records that were found to be this machine, and the one that this record went into.
        public let merges: [MergeLine]
        public let next: [NextStep]
        public let blocked: [BlockedLine]
    }

    /// Two records that are, or were, one machine.
    public struct MergeLine: Codable, Sendable, Hashable {
        /// The record that went.
        public let device: String
        /// The record that stayed.
        public let into: String
        public let at: String
        public let reason: String
        /// When they were parted again; nil while they are one.
        public let split: String?

        init(_ merge: MergeStore.Merge) {
            device = DeviceReference(number: merge.device).text
            into = DeviceReference(number: merge.survivor).text
            at = merge.at.iso
            reason = merge.reason
            split = merge.splitAt?.iso
        }
    }

    /// A word for machines and what people call it.
    public struct Word: Codable, Sendable, Hashable {
        public let word: String
        public let fr: String
        public let en: String

        init(_ word: String, _ label: Phrase) {
            self.word = word
            fr = label.fr
            en = label.en
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let number = try device.resolve(in: db, circumstances.speaker, following: false)
        let speaker = circumstances.speaker
        let steps = StepsFromHere(circumstances)
        let found = try Failure.running { () throws(PostgresError) -> Answer? in
            guard let sheet = try DevicePage.sheet(number, speaker, in: db) else { return nil }
            let wipes = try DevicePage.wipes(of: number, speaker, in: db)
            return Answer(
                device: DeviceReference(number: number).text,
                number: number,
                sheet: sheet,
                state: steps.word(sheet.state),
                identifiers: try DevicePage.identifiers(of: number, speaker, in: db),
                stays: try DevicePage.stays(of: number, speaker, in: db),
                drives: try DriveStore.drives(of: number, speaker, in: db)
                    .map { DriveLine($0, wipes) },
                tests: try TestStore.latest(of: number, speaker, in: db).map(TestLine.init),
                grade: try DevicePage.grade(of: number, speaker, in: db).map(GradeLine.init),
                flags: try DevicePage.flags(of: number, speaker, in: db),
                components: try DevicePage.components(of: number, speaker, in: db),
                history: try DevicePage.history(
                    of: number,
                    before: nil,
                    limit: 50,
                    speaker,
                    in: db
                ),
                merges: try MergeStore.merges(of: number, speaker, in: db).map(MergeLine.init),
                next: steps.possible(from: sheet.state),
                blocked: steps.blocked(from: sheet.state)
            )
        }
        guard let found else {
            throw .refused(Refusal(.unknownDevice, ["device": .text(device.text)]))
        }
        return found
    }
}

/// Everybody of the house who may look at machines: all but the social services and the donors.
enum BenchReaders {
    static let roles: [Role] = [
        .intake, .technician, .wipeOperator, .qaVerifier, .grader, .shop, .receiptIssuer,
        .accountant,
        .registerKeeper, .dpo, .admin, .auditor,
    ]
}
