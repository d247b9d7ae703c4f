public import Domain
public import Postgres
import Store

/// Takes a device one step along the map, where the step asks for no more than a reason.
public struct TakeStep: Command {
    public static let name = "take-step"
    public static let summary = Phrase(
        fr: "fait avancer un appareil d'une étape",
        en: "takes a device one step along the map"
    )
    /// The roles of all steps; which one is asked depends on the step.
    public static let permission = Permission(.intake, .technician, .wipeOperator, .shop, .grader)

    public let device: DeviceReference
    public let step: String
    /// Why; asked for by the steps that leave the usual way.
    public let reason: String?

    public init(device: DeviceReference, step: String, reason: String? = nil) {
        self.device = device
        self.step = step
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let from: String
        public let to: String
    }

    public var subject: DeviceReference? { device }

    public func permission(on map: LifecycleMap) -> Permission {
        let roles = map.steps.filter { $0.name.rawValue == step }.map(\.role)
        return roles.isEmpty ? Self.permission : Permission(roles: roles)
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let steps = StepTaking(circumstances.map)
        let moves = try steps.takeAll(step, with: [number], reason: reason, in: db)
        guard let move = moves.first, let from = move.from, let to = move.to else {
            throw .refused(
                moves.first.map { steps.refusal(of: step, $0) } ?? Refusal(.unknownDevice)
            )
        }
        return Outcome(
            device: DeviceReference(number: number).text,
            from: from,
            to: to
        )
    }
}
