/// What a battery is worth.
public enum BatteryCondition: Hashable, Codable, Sendable {
    case absent
    /// Full charge in per cent of the design capacity.
    case health(Int)
    /// Sold for use on mains only, and said so.
    case outOfService
    /// A hazard until it is replaced.
    case swollen
}

/// What the bench found out about one device.
public struct Inspection: Hashable, Codable, Sendable {
    public var device: String
    public var type: DeviceType
    /// A test of the list that is not here was not done.
    public var results: [InspectionTest: TestResult]
    public var cosmetic: CosmeticCondition
    public var battery: BatteryCondition
    public var deadPixels: Int
    public var hasCrackedScreen: Bool

    public init(
        device: String,
        type: DeviceType,
        results: [InspectionTest: TestResult],
        cosmetic: CosmeticCondition,
        battery: BatteryCondition = .absent,
        deadPixels: Int = 0,
        hasCrackedScreen: Bool = false
    ) {
        self.device = device
        self.type = type
        self.results = results
        self.cosmetic = cosmetic
        self.battery = battery
        self.deadPixels = deadPixels
        self.hasCrackedScreen = hasCrackedScreen
    }

    public func result(of test: InspectionTest) -> TestResult {
        results[test, default: .notTested]
    }

    /// The tests of the list with one of these results, in its order.
    public func tests(_ outcomes: TestResult..., of importance: TestImportance) -> [InspectionTest]
    {
        InspectionTest.catalogue(for: type).filter {
            $0.importance == importance && outcomes.contains(result(of: $0))
        }
    }
}
