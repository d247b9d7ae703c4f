public import Domain
public import Postgres
import Store

/// Grades a machine by the latest results of its tests, its looks and its battery, and keeps the explanation.
public struct GradeDevice: Command {
    public static let name = "grade-device"
    public static let summary = Phrase(
        fr: "classe un appareil d'après ses tests, son aspect et sa batterie",
        en: "grades a device by its tests, its looks and its battery"
    )
    public static let permission = Permission(.grader)

    /// A battery in one word; its health in per cent stands in a field of its own.
    public enum Battery: String, Vocabulary {
        case absent
        case outOfService = "out_of_service"
        case swollen

        public var label: Phrase {
            switch self {
            case .absent: Phrase(fr: "sans batterie", en: "no battery")
            case .outOfService: Phrase(fr: "hors service", en: "out of service")
            case .swollen: Phrase(fr: "gonflée", en: "swollen")
            }
        }
    }

    public let device: DeviceReference
    public let cosmetic: CosmeticCondition
    public let battery: Battery?
    /// Full charge in per cent of the design capacity; wins over `battery`.
    public let batteryPercent: Int?
    public let deadPixels: Int?
    public let crackedScreen: Bool?

    public init(
        device: DeviceReference,
        cosmetic: CosmeticCondition,
        battery: Battery? = nil,
        batteryPercent: Int? = nil,
        deadPixels: Int? = nil,
        crackedScreen: Bool? = nil
    ) {
        self.device = device
        self.cosmetic = cosmetic
        self.battery = battery
        self.batteryPercent = batteryPercent
        self.deadPixels = deadPixels
        self.crackedScreen = crackedScreen
    }

    enum CodingKeys: String, CodingKey {
        case device, cosmetic, battery
        case batteryPercent = "battery_percent"
        case deadPixels = "dead_pixels"
        case crackedScreen = "cracked_screen"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let grade: Grade
        public let label: SaleLabel
        /// Why it is not better, and what to tell the buyer.
        public let explanation: GradeExplanation
        public let state: String
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let inspecting = DeviceInspecting(circumstances)
        let subject = try inspecting.subject(number, in: db)
        try StepTaking(circumstances.map).require("grade", from: subject.state)
        let inspection = Inspection(
            device: DeviceReference(number: number).text,
            type: subject.kind,
            results: try inspecting.results(of: number, in: db),
            cosmetic: cosmetic,
            battery: condition,
            deadPixels: deadPixels ?? 0,
            hasCrackedScreen: crackedScreen ?? false
        )
        let explanation = try explain(inspection, in: db, circumstances)
        // A machine in test is clean: the wall of its state says that every drive is wiped or gone.
        let label = SaleLabel.allowed(for: inspection, drivesAreCleared: true)
        try keep(explanation, label, inspection, number, in: db)
        return Outcome(
            device: inspection.device,
            grade: explanation.grade,
            label: label,
            explanation: explanation,
            state: "graded"
        )
    }

    private var condition: BatteryCondition {
        if let batteryPercent { return .health(batteryPercent) }
        return switch battery {
        case .outOfService: .outOfService
        case .swollen: .swollen
        case .absent, nil: .absent
        }
    }

    /// Grades by the table in force today.
    private func explain(
        _ inspection: Inspection,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> GradeExplanation {
        let today = circumstances.today
        let published = try RuleStore.Kind.grading.body(
            GradeTable.self,
            on: today,
            in: db,
            circumstances
        )
        do throws(Refusal) {
            return try GradeRules.grade(inspection, by: published ?? .moulin2026)
        } catch {
            throw .refused(Refusal(code: error.code, facts: error.facts, next: ["record-tests"]))
        }
    }

    private func keep(
        _ explanation: GradeExplanation,
        _ label: SaleLabel,
        _ inspection: Inspection,
        _ device: Int64,
        in db: isolated Connection
    ) throws(Failure) {
        try Failure.running { () throws(PostgresError) in
            try GradeStore.record(
                explanation.grade,
                label: label,
                rule: explanation.ruleVersion,
                inspection: SentJSON.text(inspection),
                explanation: SentJSON.text(explanation),
                defects: explanation.declaredDefects.map(\.rawValue),
                of: device,
                in: db
            )
        }
    }
}
