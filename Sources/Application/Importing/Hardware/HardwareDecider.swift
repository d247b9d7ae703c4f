import Domain
import Importing
import Store

/// Decides, report after report, which machine each is about.
///
/// Pure: what it needs of the database was looked up before, and what it decides is written after.
struct HardwareDecider {
    enum Decision: Equatable {
        /// This very report was recorded before.
        case same(Int64)
        /// It belongs to one of our machines.
        case known(Int64, remark: Remark? = nil)
        /// It belongs to a machine that had left us, and is received again.
        case again(Int64)
        case new(New)
        case refused(HardwareProblem)
    }

    /// What a person should know of the machine that was chosen.
    enum Remark: Equatable {
        /// The report is from before the machine left us.
        case late
        /// What the report says identifies another of our machines than the one that a person named.
        case identityOf(Int64, agreeing: [String])
        /// The machine that a person named is known by other numbers.
        case differs([String])
    }

    /// A machine to be made.
    struct New: Equatable {
        /// A number that stands for the one that the database will give.
        let device: Int64
        let kind: DeviceType
        /// One of ours that it may be.
        let other: Int64?
        let agreeing: [String]
    }

    /// Past every number that a database gives; so new machines come after all others, as they do once they are written.
    static let firstStandIn: Int64 = 1 << 62

    private let choices: HardwareIntake.Choices
    private(set) var machines: KnownMachines
    private var recorded: [HardwareStore.Part: Int64]
    /// The machines that persons named, by what they called them.
    private let named: [DeviceReference: Int64]
    /// How many machines are to be made.
    private(set) var newCount = 0

    init(
        _ choices: HardwareIntake.Choices,
        _ machines: KnownMachines,
        recorded: [HardwareStore.Part: Int64],
        named: [DeviceReference: Int64]
    ) {
        self.choices = choices
        self.machines = machines
        self.recorded = recorded
        self.named = named
    }

    /// Gone from the house, in whatever way.
    static func hasLeft(_ state: String) -> Bool {
        comesAgain(state)
            || ["disposed", "returned_to_donor", "cancelled", "withdrawn"].contains(state)
    }

    /// With people, so that the same machine can be given to us once more.
    static func comesAgain(_ state: String) -> Bool {
        ["sold", "gifted", "placed"].contains(state)
    }

    /// Which machine a report is about; what it says of it counts for the reports that follow.
    mutating func decide(_ read: ReadHardware) -> Decision {
        if let known = recorded[read.key] { return .same(known) }
        let decision = target(of: read)
        switch decision {
        case .known(let device, _), .again(let device): learn(read, of: device)
        case .new(let new):
            machines.add(new.device, state: "received")
            learn(read, of: new.device)
        case .same, .refused: break
        }
        return decision
    }

    private mutating func learn(_ read: ReadHardware, of device: Int64) {
        machines.learn(read, of: device)
        recorded[read.key] = device
    }

    private mutating func target(of read: ReadHardware) -> Decision {
        if let label = choices.device ?? read.report.label.map({ DeviceReference($0) }) {
            guard let number = named[label] else { return .refused(.unknownLabel(label.text)) }
            return .known(number, remark: machines.remark(on: read, namedAs: number))
        }
        switch machines.match(read) {
        case .same(let device, let state, let agreeing):
            return Self.hasLeft(state)
                ? again(device, state, agreeing, read) : .known(device)
        case .new: return add(read, doubting: nil)
        case .doubtful(let device, let agreeing):
            return add(read, doubting: (device, agreeing))
        }
    }

    /// A report of a machine that has left us: a paper of before that comes late, or the machine itself, come again.
    ///
    /// Under the donation that brought it once already it hardly came again: a person decides.
    private mutating func again(
        _ device: Int64,
        _ state: String,
        _ agreeing: [String],
        _ read: ReadHardware
    ) -> Decision {
        let departure = machines.departure(of: device)
        if let departure, let at = read.report.gatheredAt, at < departure.at {
            return .known(device, remark: .late)
        }
        guard let donation = choices.donation else {
            return .refused(.left(DeviceReference(number: device).text))
        }
        guard Self.comesAgain(state), departure?.donations.contains(donation) != true else {
            return add(read, doubting: (device, agreeing))
        }
        machines.receiveAgain(device)
        return .again(device)
    }

    private mutating func add(
        _ read: ReadHardware,
        doubting other: (device: Int64, agreeing: [String])?
    ) -> Decision {
        let report = read.report
        guard report.namesMachine || report.ramMB != nil || !report.processors.isEmpty else {
            let serials = report.drives.compactMap { $0.serial ?? $0.wwn ?? $0.model }
            return .refused(report.drives.isEmpty ? .namesNoMachine : .driveUnknown(serials))
        }
        // A handful of memory modules or batteries is no machine, and nobody would find one without a name or a number again.
        let isKnowable = read.identifiers.contains { !$0.isJunk && $0.kind != .mac }
        guard report.hasPlate || isKnowable else { return .refused(.namesNoMachine) }
        guard choices.donation != nil else {
            let doubt = other.map {
                HardwareProblem.mayBe(
                    DeviceReference(number: $0.device).text,
                    agreeing: $0.agreeing
                )
            }
            return .refused(doubt ?? .donationMissing)
        }
        guard let kind = report.kind ?? choices.kind else { return .refused(.kindMissing) }
        defer { newCount += 1 }
        return .new(
            New(
                device: Self.firstStandIn + Int64(newCount),
                kind: kind,
                other: other?.device,
                agreeing: other?.agreeing ?? []
            )
        )
    }
}
