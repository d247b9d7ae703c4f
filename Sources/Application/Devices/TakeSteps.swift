public import Domain
public import Postgres
import Store

/// Takes many devices one step along the map, in one statement and one transaction.
public struct TakeSteps: Command {
    public static let name = "take-steps"
    public static let summary = Phrase(
        fr: "fait avancer plusieurs appareils d'une étape, tous ou ceux qui le peuvent",
        en: "takes several devices one step along the map, all of them or those that can"
    )
    /// The roles of all steps; which one is asked depends on the step.
    public static let permission = TakeStep.permission

    public let devices: [DeviceReference]
    public let step: String
    public let reason: String?
    /// True, and the default, when one that cannot take the step refuses all.
    public let strict: Bool?

    public init(
        devices: [DeviceReference],
        step: String,
        reason: String? = nil,
        strict: Bool? = nil
    ) {
        self.devices = devices
        self.step = step
        self.reason = reason
        self.strict = strict
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let moved: [TakeStep.Outcome]
        /// Those that were left where they are, each with its reason; empty when strict.
        public let left: [Left]
    }

    /// A device that could not take the step.
    public struct Left: Codable, Sendable, Hashable {
        public let device: String
        public let from: String?
        /// The word of the refusal.
        public let refusal: String
        public let fr: String
        public let en: String
        public let next: [String]
    }

    public func permission(on map: LifecycleMap) -> Permission {
        let roles = map.steps.filter { $0.name.rawValue == step }.map(\.role)
        return roles.isEmpty ? Self.permission : Permission(roles: roles)
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let numbers = try DeviceReferences(devices).resolve(in: db, circumstances.speaker)
        let steps = StepTaking(circumstances.map)
        let moves = try steps.takeAll(step, with: numbers, reason: reason, in: db)
        if strict ?? true, let first = moves.first(where: { $0.refusal != nil }) {
            throw .refused(
                try completed(steps.refusal(of: step, first), first, circumstances, in: db)
            )
        }
        return Outcome(
            moved: moves.compactMap(moved),
            left: moves.filter { $0.refusal != nil }.map { left($0, steps) }
        )
    }

    private func completed(
        _ refusal: Refusal,
        _ move: DeviceStore.Move,
        _ circumstances: Circumstances,
        in db: isolated Connection
    ) throws(Failure) -> Refusal {
        try DeviceExplanation(map: circumstances.map, speaker: circumstances.speaker)
            .completing(refusal, about: move.device, within: db)
    }

    private func moved(_ move: DeviceStore.Move) -> TakeStep.Outcome? {
        guard let from = move.from, let to = move.to else { return nil }
        return TakeStep.Outcome(
            device: DeviceReference(number: move.device).text,
            from: from,
            to: to
        )
    }

    private func left(_ move: DeviceStore.Move, _ steps: StepTaking) -> Left {
        let refusal = steps.refusal(of: step, move)
        return Left(
            device: DeviceReference(number: move.device).text,
            from: move.from,
            refusal: refusal.code.rawValue,
            fr: refusal.sentence(in: .fr),
            en: refusal.sentence(in: .en),
            next: refusal.next
        )
    }
}
