import Domain
import Store

/// What became of the machines of a donor or a year: counts, weights, rates (rulebook 5.2).
public struct FlowLine: Codable, Sendable, Hashable {
    /// The donor's number or the year.
    public let group: Int64
    public let name: String
    public let received: Int
    public let reused: Int
    public let parts: Int
    public let recycled: Int
    public let returned: Int
    /// On the way, or missing.
    public let waiting: Int
    public let gramsIn: Int64
    public let gramsReused: Int64
    /// Tenths of a per cent of what was taken in; nil while there is none.
    public let reusePerMille: Int?
    public let partsPerMille: Int?
    public let recyclingPerMille: Int?

    enum CodingKeys: String, CodingKey {
        case group, name, received, reused, parts, recycled, returned, waiting
        case gramsIn = "grams_in"
        case gramsReused = "grams_reused"
        case reusePerMille = "reuse_per_mille"
        case partsPerMille = "parts_per_mille"
        case recyclingPerMille = "recycling_per_mille"
    }

    /// One line for each group, in their order.
    static func lines(_ flows: [OutcomeStore.Flow]) -> [FlowLine] {
        let groups = Dictionary(grouping: flows, by: \.group)
        return groups.keys.sorted().compactMap { group in groups[group].map(FlowLine.init) }
    }

    init(_ flows: [OutcomeStore.Flow]) {
        var units: [GiftFate: Int] = [:]
        var grams: [GiftFate: Int64] = [:]
        for flow in flows {
            let fate = GiftFate(state: flow.state)
            units[fate, default: 0] += Int(flow.devices)
            grams[fate, default: 0] += flow.grams
        }
        func sum(_ fates: GiftFate...) -> Int { fates.reduce(0) { $0 + (units[$1] ?? 0) } }
        func weight(_ fates: GiftFate...) -> Int64 { fates.reduce(0) { $0 + (grams[$1] ?? 0) } }
        let came = units.reduce(0) { $0 + ($1.key == .cancelled ? 0 : $1.value) }
        let counts = FlowCounts(
            received: came,
            returnedToDonor: sum(.returned),
            sold: sum(.sold),
            given: sum(.given, .placed),
            forParts: sum(.parts),
            recycled: sum(.recycled)
        )
        group = flows.first?.group ?? 0
        name = flows.first?.name ?? ""
        received = came
        reused = counts.reused
        parts = counts.forParts
        recycled = counts.recycled
        returned = counts.returnedToDonor
        waiting = sum(.waiting, .missing)
        gramsIn = weight(.sold, .given, .placed, .parts, .recycled, .waiting, .missing)
        gramsReused = weight(.sold, .given, .placed)
        reusePerMille = counts.reuseRate?.perMille
        partsPerMille = counts.partsRate?.perMille
        recyclingPerMille = counts.recyclingRate?.perMille
    }
}
