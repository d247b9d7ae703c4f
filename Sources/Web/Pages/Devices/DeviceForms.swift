import Application
import Domain

/// The forms that a machine's state calls for; the others are not shown.
struct DeviceForms {
    /// A test of the list for this kind, with its latest result.
    struct Test {
        let word: String
        let label: String
        let row: Int
        let results: [Choice]
    }

    struct Row {
        let row: Int
        let serial: String
        let capacity: String
        let kinds: [Choice]
    }

    struct Drive {
        /// What names it in a command.
        let name: String
        let label: String
    }

    let counts: Bool
    let rows: [Row]
    let wipes: Bool
    let drives: [Drive]
    let isSingleDrive: Bool
    let methods: [Choice]
    let wipeResults: [Choice]
    let removes: Bool
    let tests: Bool
    let testList: [Test]
    let missing: Int
    let grades: Bool
    let cosmetics: [Choice]
    let batteries: [Choice]
    let shelves: Bool
    let releases: Bool

    /// Whether one of them is what is to be done now, before any step.
    var areTheWay: Bool { counts || wipes || tests || shelves }

    init(_ device: JSONValue, _ visit: Visit) {
        let state = device["state.word"].text
        let isCounted = device["sheet.drive_count"] != .null
        let isInside = !Self.outside.contains(state)
        let counted = device["drives"].elements
        // Nothing can be wiped on a medium that nobody named: it is counted again.
        let isUnnamed = counted.contains { $0["cleared_by"] == .null && Self.isUnnamed($0) }
        counts =
            visit.may("count-drives") && isInside && state != "received"
            && (!isCounted || isUnnamed)
        rows = (0..<max(3, counted.count)).map { row in
            Self.row(row, row < counted.count ? counted[row] : .null, visit)
        }
        let open = device["drives"].elements.filter { $0["cleared_by"] == .null }
        drives = open.map { drive in
            let serial = drive["serial"]
            let name = serial == .null ? "#\(drive["slot"].text)" : serial.text
            let model = drive["model"].text
            return Drive(name: name, label: model.isEmpty ? name : "\(name) · \(model)")
        }
        isSingleDrive = drives.count == 1
        let isWiping = ["wipe_pending", "wipe_failed"].contains(state)
        wipes = visit.may("record-wipe") && isWiping && !open.isEmpty
        removes = visit.may("remove-drive") && isWiping && !open.isEmpty
        methods = visit.choices(
            SanitisationMethod.self,
            named: "method",
            else: Self.method(for: open.first?["kind"].text ?? "")
        )
        wipeResults = visit.choices(SanitisationResult.self, named: "result", else: .success)
        let isTesting = state == "testing"
        tests = visit.may("record-tests") && (isTesting || state == "refurbishing")
        testList = tests ? Self.tests(device, visit) : []
        missing = testList.count { $0.results.last?.isChosen == true }
        grades = visit.may("grade-device") && isTesting
        cosmetics = visit.choices(CosmeticCondition.self, named: "cosmetic", else: .lightMarks)
        batteries = visit.choices(GradeDevice.Battery.self, named: "battery")
        shelves = visit.may("shelve-device") && state == "graded"
        releases = visit.may("release-reservation") && state == "reserved"
    }

    private static let outside: Set<String> = [
        "announced", "sold", "gifted", "placed", "disposed", "returned_to_donor", "cancelled",
        "missing", "withdrawn", "merged",
    ]

    private static func isUnnamed(_ drive: JSONValue) -> Bool {
        drive["kind"] == .null || drive["kind"] == "unknown"
    }

    /// A line of the count: what was typed when it was refused, else what is known.
    private static func row(_ row: Int, _ drive: JSONValue, _ visit: Visit) -> Row {
        let name = "drives.\(row)."
        let capacity = drive["capacity_gb"]
        return Row(
            row: row,
            serial: visit.query[name + "serial"] ?? drive["serial"].text,
            capacity: visit.query[name + "capacity_gb:number"] ?? capacity.text,
            kinds: visit.choices(
                MediaKind.self,
                named: name + "kind",
                else: MediaKind(rawValue: drive["kind"].text)
            )
        )
    }

    private static func method(for kind: String) -> SanitisationMethod {
        switch kind {
        case "nvme": .nvmeSanitize
        case "ssd": .ataSanitize
        default: .overwrite1
        }
    }

    private static func tests(_ device: JSONValue, _ visit: Visit) -> [Test] {
        guard let kind = DeviceType(rawValue: device["sheet.kind"].text) else { return [] }
        let done = Dictionary(
            device["tests"].elements.map { ($0["test"].text, $0["result"].text) }
        ) { first, _ in first }
        return InspectionTest.catalogue(for: kind).enumerated().map { row, test in
            let result = done[test.rawValue] ?? "not_tested"
            return Test(
                word: test.rawValue,
                label: test.label(in: visit.language).capitalisedFirst,
                row: row,
                results: TestResult.allCases.map {
                    Choice(
                        word: $0.rawValue,
                        label: $0.label(in: visit.language),
                        isChosen: $0.rawValue == result
                    )
                }
            )
        }
    }
}

/// What the grid asks for a machine of this kind and grade: a span, since the bracket is nobody's business here.
struct DevicePrice {
    let least: String
    let most: String
    let isSpan: Bool
    /// The legal cap of a public gift; nil when none applies.
    let cap: String?
    let isFree: Bool
    let grid: String

    static func of(_ device: JSONValue, _ visit: Visit) async throws(Failure) -> DevicePrice? {
        let grade = device["grade.grade"].text.uppercased()
        guard ["A", "B", "C"].contains(grade),
            let grid = try await visit.answerIfAllowed("show-grid"),
            let row = grid["rows"].elements.first(where: {
                $0["kind"] == device["sheet.kind"] && $0["grade"].text == grade
            })
        else { return nil }
        let regime = OriginRegime(rawValue: device["sheet.origin_regime"].text)
        let cents = row["cents"].elements.compactMap { cell -> Int64? in
            if case .number(let cents) = cell { cents } else { nil }
        }
        var cap: Int64?
        if regime == .publicResale, case .number(let cents) = row["cap_cents"] { cap = cents }
        let bounded = cents.map { min($0, cap ?? $0) }
        guard let least = bounded.min(), let most = bounded.max() else { return nil }
        func said(_ cents: Int64) -> String { Money(cents: cents).formatted(in: visit.language) }
        return DevicePrice(
            least: said(least),
            most: said(most),
            isSpan: least != most,
            cap: cap.map(said),
            isFree: regime == .publicNoResale,
            grid: grid["grid"].text
        )
    }
}
