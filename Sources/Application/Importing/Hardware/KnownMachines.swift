import Domain
import Importing
import Store

/// The machines of ours that share something with the reports of a chunk, and what the chunk itself has made known of them.
///
/// So the second report of a machine finds what the first one said, before anything is written.
struct KnownMachines {
    enum Found: Equatable {
        case new
        case same(Int64, state: String, agreeing: [String])
        case doubtful(Int64, agreeing: [String])
    }

    private struct Machine {
        var state: String
        var departure: HardwareStore.Departure?
        var identifiers: [MachineIdentifier] = []
    }

    private struct Key: Hashable {
        let kind: MachineIdentifier.Kind
        let key: String
    }

    private var machines: [Int64: Machine] = [:]
    private var carriers: [Key: Set<Int64>] = [:]
    /// The machines that hold, or are expected to hold, a drive, by its serial number; true where a person counted it.
    private var holders: [String: [Int64: Bool]] = [:]

    /// More candidates than these are no help to anybody.
    private static let candidatesAtMost = 50

    /// The state of a machine; nil for one that is not known here.
    func state(of device: Int64) -> String? { machines[device]?.state }

    /// How a machine left us; nil for one that is here.
    func departure(of device: Int64) -> HardwareStore.Departure? { machines[device]?.departure }

    mutating func add(_ departure: HardwareStore.Departure) {
        machines[departure.device]?.departure = departure
    }

    mutating func add(_ device: Int64, state: String) {
        machines[device] = Machine(state: state)
    }

    mutating func add(_ identifier: MachineIdentifier, of device: Int64) {
        let own = machines[device]?.identifiers ?? []
        guard !own.contains(where: { $0.kind == identifier.kind && $0.key == identifier.key })
        else { return }
        machines[device]?.identifiers.append(identifier)
        guard !identifier.isJunk else { return }
        carriers[Key(kind: identifier.kind, key: identifier.key), default: []].insert(device)
    }

    mutating func add(drive serialKey: String, of device: Int64, isCounted: Bool) {
        holders[serialKey, default: [:]][device] = isCounted
    }

    /// What a report says of its machine counts for the reports that follow it.
    mutating func learn(_ read: ReadHardware, of device: Int64) {
        for identifier in read.identifiers { add(identifier, of: device) }
        for key in read.drives.compactMap(\.serialKey) {
            let known = holders[key] ?? [:]
            let isElsewhere = known.contains { $0.key != device && $0.value }
            if !isElsewhere, known[device] == nil {
                add(drive: key, of: device, isCounted: false)
            }
        }
    }

    /// A machine came again: a new stay, in which nobody has seen a drive yet.
    mutating func receiveAgain(_ device: Int64) {
        machines[device]?.state = "returned_by_buyer"
        machines[device]?.departure = nil
        for key in Array(holders.keys) { holders[key]?[device] = nil }
    }

    func match(_ read: ReadHardware) -> Found {
        let drives = Set(
            read.drives.compactMap(\.serialKey).flatMap { holders[$0]?.keys.map(\.self) ?? [] }
        )
        let carriers = read.identifiers.filter { !$0.isJunk }.flatMap {
            self.carriers[Key(kind: $0.kind, key: $0.key)] ?? []
        }
        let candidates = drives.union(carriers).filter { isHere($0) }.sorted()
            .prefix(Self.candidatesAtMost)
        guard !candidates.isEmpty else { return .new }
        guard read.report.namesMachine else { return holder(among: candidates, drives) }
        let compared = candidates.map { device in
            MachineMatch.Candidate(
                device: device,
                identifiers: machines[device]?.identifiers ?? [],
                sharesDrive: drives.contains(device)
            )
        }
        switch MachineMatch.decide(read.identifiers, among: compared) {
        case .new: return .new
        case .same(let device, let kinds):
            return same(device, agreeing: kinds.isEmpty ? ["drive"] : kinds.map(\.rawValue))
        case .doubtful(let device, let agreeing, _):
            let words = agreeing.map(\.rawValue)
            return .doubtful(device, agreeing: words.isEmpty ? ["drive"] : words)
        }
    }

    /// The machines in the house, or gone from it, that carry the same number.
    func carriers(of identifier: MachineIdentifier) -> Set<Int64> {
        (carriers[Key(kind: identifier.kind, key: identifier.key)] ?? []).filter { isHere($0) }
    }

    func identifiers(of device: Int64) -> [MachineIdentifier] {
        machines[device]?.identifiers ?? []
    }

    private func isHere(_ device: Int64) -> Bool {
        machines[device].map { !["withdrawn", "merged"].contains($0.state) } ?? false
    }

    /// A report of a drive alone is about the one machine that holds it.
    private func holder(among candidates: ArraySlice<Int64>, _ drives: Set<Int64>) -> Found {
        let holders = candidates.filter { device in
            drives.contains(device)
                && !(machines[device].map { HardwareDecider.hasLeft($0.state) } ?? true)
        }
        guard let device = holders.first, holders.count == 1 else { return .new }
        return same(device, agreeing: ["drive"])
    }

    private func same(_ device: Int64, agreeing: [String]) -> Found {
        .same(device, state: machines[device]?.state ?? "", agreeing: agreeing)
    }
}

extension KnownMachines {
    /// What speaks against the machine that a person named; nil when nothing does.
    func remark(on read: ReadHardware, namedAs device: Int64) -> HardwareDecider.Remark? {
        let strong = read.identifiers.filter { !$0.isJunk && MachineMatch.strong.contains($0.kind) }
        let others = Set(strong.flatMap { carriers(of: $0) }).subtracting([device])
        for other in others.sorted() {
            let agreeing = strong.filter { agrees($0, with: other) }.map(\.kind.rawValue)
            if !agreeing.isEmpty { return .identityOf(other, agreeing: agreeing) }
        }
        let differing = strong.filter { contradicts($0, device) }.map(\.kind.rawValue)
        return differing.isEmpty ? nil : .differs(differing)
    }

    private func agrees(_ identifier: MachineIdentifier, with device: Int64) -> Bool {
        identifiers(of: device).contains { !$0.isJunk && $0.agrees(with: identifier) }
    }

    private func contradicts(_ identifier: MachineIdentifier, _ device: Int64) -> Bool {
        identifiers(of: device).contains { !$0.isJunk && $0.kind == identifier.kind }
            && !agrees(identifier, with: device)
    }
}
