public import Domain
import Store

/// A donor's own page: what was announced and what came, papers, and what became of the machines; never who has them.
public struct DonorLinkAnswer: Sendable {
    /// Name, gifts with their lines, papers and consents, as the database's door tells them.
    public let page: JSONValue
    public let machines: [Machine]
    /// The number after which the next machines come; nil at the end.
    public let next: Int64?
    public let outcome: DonationOutcome.Answer
    /// nil where a kind that was reused has no factor: a missing factor is no zero.
    public let carbon: CarbonEstimate?

    public struct Machine: Sendable, Hashable {
        public let label: String
        public let donation: Int64
        public let kind: DeviceType
        /// Maker and model.
        public let name: String
        public let serial: String?
        public let fate: GiftFate
    }

    static let pageLength: Int32 = 200

    init(_ page: JSONValue, _ machines: [DonorLinkStore.Machine]) {
        self.page = page
        self.machines = machines.map { machine in
            Machine(
                label: DeviceReference(number: machine.number).text,
                donation: machine.donation,
                kind: machine.kind,
                name: [machine.maker, machine.model].compactMap(\.self).joined(separator: " "),
                serial: machine.serial,
                fate: GiftFate(state: machine.state)
            )
        }
        next = machines.count == Self.pageLength ? machines.last?.number : nil
        let counts = page["counts"].elements.map(Self.count)
        outcome = DonationOutcome.answer(counts)
        carbon = Self.carbon(counts)
    }

    private static func count(_ value: JSONValue) -> DonationOutcome.KindCount {
        DonationOutcome.KindCount(
            kind: DeviceType(rawValue: value["kind"].text) ?? .peripheral,
            fate: GiftFate(state: value["state"].text),
            units: value["devices"].whole,
            grams: value["grams"].whole
        )
    }

    private static func carbon(_ counts: [DonationOutcome.KindCount]) -> CarbonEstimate? {
        var units: [DeviceType: Int] = [:]
        for count in counts where count.fate.forReuse == .reused {
            units[count.kind, default: 0] += Int(count.units)
        }
        guard !units.isEmpty else { return nil }
        return CarbonFactors.suiting(units, nil).estimate(for: units)
    }
}

extension JSONValue {
    /// A whole number; 0 for anything else.
    var whole: Int64 {
        if case .number(let number) = self { number } else { 0 }
    }
}
