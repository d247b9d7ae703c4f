import Domain
import Importing
import Postgres
import Store

/// Looks for the machine of a report among ours.
struct HardwareSearch {
    enum Found {
        case new
        case same(Int64, state: String)
        case doubtful(Int64, agreeing: [String])
    }

    private let speaker: Speaker

    init(_ speaker: Speaker) {
        self.speaker = speaker
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

    /// Nil when no machine bears that label.
    func number(
        of label: DeviceReference,
        in db: isolated Connection
    ) throws(Failure) -> Int64? {
        let number = try label.resolve(in: db, speaker)
        let state = try Failure.running { () throws(PostgresError) in
            try HardwareStore.state(of: number, speaker, in: db)
        }
        return state == nil ? nil : number
    }

    func match(
        _ report: HardwareReport,
        _ identifiers: [MachineIdentifier],
        in db: isolated Connection
    ) throws(Failure) -> Found {
        let asked = identifiers.filter { !$0.isJunk }
        let keys = asked.flatMap { identifier in
            identifier.searchKeys.map { (identifier.kind.rawValue, $0) }
        }
        let drives = report.drives.compactMap(\.serial).map(DriveStore.key)
        let candidates = try Failure.running { () throws(PostgresError) in
            try HardwareStore.candidates(
                kinds: keys.map(\.0),
                keys: keys.map(\.1),
                drives: drives,
                speaker,
                in: db
            )
        }
        guard !candidates.isEmpty else { return .new }
        if !report.namesMachine { return holder(of: candidates) }
        let stored = try Failure.running { () throws(PostgresError) in
            try HardwareStore.identifiers(of: candidates.map(\.device), speaker, in: db)
        }
        let compared = candidates.map { candidate in
            MachineMatch.Candidate(
                device: candidate.device,
                identifiers: stored.filter { $0.device == candidate.device }.compactMap(
                    MachineIdentifier.init
                ),
                sharesDrive: candidate.sharesDrive
            )
        }
        switch MachineMatch.decide(identifiers, among: compared) {
        case .new: return .new
        case .same(let device, _):
            let state = candidates.first { $0.device == device }?.state ?? ""
            return .same(device, state: state)
        case .doubtful(let device, let agreeing, _):
            let words = agreeing.map(\.rawValue)
            return .doubtful(device, agreeing: words.isEmpty ? ["drive"] : words)
        }
    }

    /// A report of a drive alone is about the one machine that holds it.
    private func holder(of candidates: [HardwareStore.Candidate]) -> Found {
        let holders = candidates.filter { $0.sharesDrive && !Self.hasLeft($0.state) }
        guard holders.count == 1 else { return .new }
        return .same(holders[0].device, state: holders[0].state)
    }
}

extension MachineIdentifier {
    /// A kept value; nil for kinds that say nothing of the hardware.
    init?(_ stored: HardwareStore.Identifier) {
        guard let kind = Kind(rawValue: stored.kind) else { return nil }
        let key = kind == .uuid ? SystemUUID.key(stored.key) ?? stored.key : stored.key
        self.init(
            kind: kind,
            value: stored.value,
            key: key,
            maker: stored.maker,
            isJunk: stored.isJunk
        )
    }

    /// The keys under which the value may be kept: lists keep an identifier in the order in which they write it.
    var searchKeys: [String] {
        kind == .uuid ? SystemUUID.spellings(key) : [key]
    }
}
