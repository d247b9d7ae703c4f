public import Domain
public import Postgres
public import Store

/// Everything that a machine's page needs, in one answer.
public struct ShowDevice: SharedQuestion {
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
        /// Drives that reports found in it and nobody counted, by their serial numbers.
        public let uncounted: [String]
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

    public func reading(for speaker: Speaker) -> Reading<DeviceCard?>? {
        device.number.map { DeviceCard.reading(of: $0, speaker) }
    }

    public func reading(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Reading<DeviceCard?> {
        let speaker = circumstances.speaker
        return DeviceCard.reading(
            of: try device.resolve(in: db, speaker, following: false),
            speaker
        )
    }

    public func answer(
        _ found: DeviceCard?,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        guard let card = found else {
            throw .refused(Refusal(.unknownDevice, ["device": .text(device.text)]))
        }
        let steps = StepsFromHere(circumstances)
        return Answer(
            device: DeviceReference(number: card.device).text,
            number: card.device,
            sheet: card.sheet,
            state: steps.word(card.sheet.state),
            identifiers: card.identifiers,
            stays: card.stays,
            drives: card.drives.map { DriveLine($0, card.wipes) },
            uncounted: card.uncounted,
            tests: card.tests.map(TestLine.init),
            grade: card.grade.map(GradeLine.init),
            flags: card.flags,
            components: card.components,
            history: card.history,
            merges: card.merges.map(MergeLine.init),
            next: steps.possible(from: card.sheet.state),
            blocked: steps.blocked(from: card.sheet.state)
        )
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
