/// Which of our machines a report is about, and why.
public enum MachineMatch: Sendable, Hashable {
    /// None that we know.
    case new
    case same(Int64, on: [MachineIdentifier.Kind])
    /// Something agrees and something else does not, or too little agrees: a person decides.
    case doubtful(
        Int64,
        agreeing: [MachineIdentifier.Kind],
        contradicting: [MachineIdentifier.Kind]
    )

    /// One of our machines with what identifies it.
    public struct Candidate: Sendable, Hashable {
        public let device: Int64
        public let identifiers: [MachineIdentifier]
        /// Whether a drive that the report names is, or was, in it.
        public let sharesDrive: Bool

        public init(device: Int64, identifiers: [MachineIdentifier], sharesDrive: Bool) {
            self.device = device
            self.identifiers = identifiers
            self.sharesDrive = sharesDrive
        }
    }

    /// Decides among the machines that share something with a report.
    ///
    /// One strong identifier that agrees, none that contradicts: the same. A network address, the number of a case or a drive can
    /// move to another machine, so only two of those together count as much. Everything else is a doubt: never a merge.
    public static func decide(_ report: [MachineIdentifier], among candidates: [Candidate])
        -> MachineMatch
    {
        let verdicts = candidates.map { verdict(report, $0) }
        let same = verdicts.filter { if case .same = $0 { true } else { false } }
        if let first = same.first {
            guard same.count > 1, case .same(let device, let kinds) = first else { return first }
            return .doubtful(device, agreeing: kinds, contradicting: [])
        }
        return verdicts.first { if case .doubtful = $0 { true } else { false } } ?? .new
    }

    /// What a machine is born with and no other one has.
    public static let strong: [MachineIdentifier.Kind] = [.serial, .uuid, .imei]

    private static func verdict(_ report: [MachineIdentifier], _ candidate: Candidate)
        -> MachineMatch
    {
        let mine = report.filter { !$0.isJunk }
        let its = candidate.identifiers.filter { !$0.isJunk }
        func agrees(_ kind: MachineIdentifier.Kind) -> Bool {
            mine.contains { one in one.kind == kind && its.contains { $0.agrees(with: one) } }
        }
        func contradicts(_ kind: MachineIdentifier.Kind) -> Bool {
            mine.contains { $0.kind == kind } && its.contains { $0.kind == kind } && !agrees(kind)
        }
        let agreeing = MachineIdentifier.Kind.allCases.filter(agrees)
        let contradicting = (strong + [.boardSerial]).filter(contradicts)
        let weak = [agrees(.mac), agrees(.chassisSerial), candidate.sharesDrive].count { $0 }
        guard !agreeing.isEmpty || candidate.sharesDrive else { return .new }
        let isStrong = strong.contains(where: agrees) || agrees(.boardSerial) || weak >= 2
        if isStrong, !contradicting.contains(where: strong.contains),
            !contradicting.contains(.boardSerial) || agrees(.serial) || agrees(.uuid)
        {
            return .same(candidate.device, on: agreeing)
        }
        // A drive that moved to another machine is no doubt about machines that tell themselves apart.
        if agreeing.isEmpty, !contradicting.isEmpty { return .new }
        return .doubtful(candidate.device, agreeing: agreeing, contradicting: contradicting)
    }
}
