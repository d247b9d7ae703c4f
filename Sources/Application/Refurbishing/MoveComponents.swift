public import Domain
public import Postgres
import Store

/// Records a part of a machine, so that it can be followed when it leaves.
public struct AddComponent: Command {
    public static let name = "add-component"
    public static let summary = Phrase(
        fr: "enregistre une pièce d'un appareil",
        en: "records a part of a device"
    )
    public static let permission = Permission(.technician)

    public let device: DeviceReference
    /// What it is, such as `memory` or `battery`.
    public let kind: String
    public let maker: String?
    public let model: String?
    public let serial: String?
    public let condition: Condition?

    public enum Condition: String, Codable, Sendable, CaseIterable {
        case unknown, working, faulty
    }

    public init(
        device: DeviceReference,
        kind: String,
        maker: String? = nil,
        model: String? = nil,
        serial: String? = nil,
        condition: Condition? = nil
    ) {
        self.device = device
        self.kind = kind
        self.maker = maker
        self.model = model
        self.serial = serial
        self.condition = condition
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let component: Int64
        public let device: String
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let component = try Failure.running { () throws(PostgresError) in
            try ComponentStore.add(
                kind: kind,
                maker: maker,
                model: model,
                serial: serial,
                condition: condition?.rawValue,
                to: number,
                in: db
            )
        }
        return Outcome(component: component, device: DeviceReference(number: number).text)
    }
}

/// Takes a part out of its machine and puts it on the parts shelf.
public struct HarvestComponent: Command {
    public static let name = "harvest-component"
    public static let summary = Phrase(
        fr: "prélève une pièce d'un appareil",
        en: "takes a part out of a device"
    )
    public static let permission = Permission(.technician)

    public let component: Int64

    public init(component: Int64) {
        self.component = component
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ComponentMoved {
        try ComponentMoving(circumstances).move(component, to: nil, act: "harvested", in: db)
    }
}

/// Puts a part, from the shelf or straight out of another machine, into a machine that is being refurbished.
public struct TransplantComponent: Command {
    public static let name = "transplant-component"
    public static let summary = Phrase(
        fr: "prélève une pièce et la monte dans un autre appareil",
        en: "takes a part and puts it into another device"
    )
    public static let permission = Permission(.technician)

    public let component: Int64
    public let device: DeviceReference

    public init(component: Int64, device: DeviceReference) {
        self.component = component
        self.device = device
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ComponentMoved {
        let number = try device.resolve(in: db, circumstances.speaker)
        let moving = ComponentMoving(circumstances)
        return try moving.move(component, to: number, act: "transplanted", in: db)
    }
}

/// Where a part came from and where it is now.
public struct ComponentMoved: Codable, Sendable, Hashable {
    public let component: Int64
    /// Nil when it lay on the parts shelf.
    public let from: String?
    /// Nil when it lies on the parts shelf.
    public let to: String?
}

/// Takes every part that was recorded out of a machine that is for parts.
public struct DismantleDevice: Command {
    public static let name = "dismantle-device"
    public static let summary = Phrase(
        fr: "démonte un appareil destiné aux pièces",
        en: "dismantles a device that is for parts"
    )
    public static let permission = Permission(.technician)

    public let device: DeviceReference

    public init(device: DeviceReference) {
        self.device = device
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let parts: Int
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let parts = try Failure.running { () throws(PostgresError) in
            try ComponentStore.dismantle(number, in: db)
        }
        return Outcome(device: DeviceReference(number: number).text, parts: Int(parts))
    }
}

/// Moves one part and says from where to where.
struct ComponentMoving {
    let circumstances: Circumstances

    init(_ circumstances: Circumstances) {
        self.circumstances = circumstances
    }

    func move(
        _ component: Int64,
        to device: Int64?,
        act: String,
        in db: isolated Connection
    ) throws(Failure) -> ComponentMoved {
        let before = try Failure.running { () throws(PostgresError) in
            try ComponentStore.part(component, circumstances.speaker, in: db)
        }
        do throws(Failure) {
            try Failure.running { () throws(PostgresError) in
                try ComponentStore.move(component, to: device, act: act, in: db)
            }
        } catch .refused(let refusal) {
            throw .refused(named(refusal, before?.device, device))
        }
        return ComponentMoved(
            component: component,
            from: before?.device.map { DeviceReference(number: $0).text },
            to: device.map { DeviceReference(number: $0).text }
        )
    }

    /// The door knows machines by their numbers; people know them by their labels.
    private func named(_ refusal: Refusal, _ from: Int64?, _ to: Int64?) -> Refusal {
        let meant = refusal.code == .componentNotReachable ? from : to ?? from
        guard let meant else { return refusal }
        let label = DeviceReference(number: meant).text
        return Refusal(
            code: refusal.code,
            facts: refusal.facts.merging(["device": label]) { _, own in own },
            next: refusal.next
        )
    }
}
