/// What individuals' devices would fetch, by type, year of make and condition (rulebook 1.2, V6).
///
/// Resale value: what the operator would have paid is no valid base.
public struct ValuationGrid: Hashable, Codable, Sendable {
    public struct Row: Hashable, Codable, Sendable {
        public let type: DeviceType
        /// The first year of make to which the row applies.
        public let madeFrom: Int
        public let condition: Grade
        public let value: Money

        public init(_ type: DeviceType, madeFrom: Int, _ condition: Grade, _ value: Money) {
            self.type = type
            self.madeFrom = madeFrom
            self.condition = condition
            self.value = value
        }
    }

    public let version: String
    public let rows: [Row]

    public init(version: String, rows: [Row]) {
        self.version = version
        self.rows = rows
    }

    /// The value of a device; nil when it is older than every row or of another type.
    public func value(of type: DeviceType, madeIn year: Int, condition: Grade) -> Money? {
        rows
            .filter { $0.type == type && $0.condition == condition && $0.madeFrom <= year }
            .max { $0.madeFrom < $1.madeFrom }?
            .value
    }
}
