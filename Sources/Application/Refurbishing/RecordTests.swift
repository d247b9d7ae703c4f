public import Domain
public import Postgres
import Store

/// Records what came out of some tests of a machine; the rest of its list stays as it was.
public struct RecordTests: Command {
    public static let name = "record-tests"
    public static let summary = Phrase(
        fr: "enregistre les résultats de tests d'un appareil",
        en: "records results of tests of a device"
    )
    public static let permission = Permission(.technician, .grader)

    /// The outcome of one test.
    public struct Entry: Codable, Hashable, Sendable {
        /// A word of the list for this kind, such as `keyboard`.
        public let test: String
        public let result: TestResult
        public let note: String?

        public init(_ test: String, _ result: TestResult, note: String? = nil) {
            self.test = test
            self.result = result
            self.note = note
        }
    }

    public let device: DeviceReference
    public let results: [Entry]
    /// True to record every other test of the list as passed.
    public let othersPass: Bool?

    public init(device: DeviceReference, results: [Entry], othersPass: Bool? = nil) {
        self.device = device
        self.results = results
        self.othersPass = othersPass
    }

    enum CodingKeys: String, CodingKey {
        case device, results
        case othersPass = "others_pass"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let recorded: Int
        /// Tests of the list that nobody has done yet.
        public let missing: [String]
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let inspecting = DeviceInspecting(circumstances)
        let kind = try inspecting.subject(number, in: db).kind
        let list = InspectionTest.catalogue(for: kind)
        var entries = results
        for entry in entries { try require(entry.test, of: kind, in: list) }
        if othersPass == true {
            let named = Set(entries.map(\.test))
            entries += list.filter { !named.contains($0.rawValue) }.map {
                Entry($0.rawValue, .pass)
            }
        }
        let given = entries
        try Failure.running { () throws(PostgresError) in
            try TestStore.record(
                tests: given.map(\.test),
                results: given.map(\.result.rawValue),
                notes: given.map(\.note),
                of: number,
                in: db
            )
        }
        let done = try inspecting.results(of: number, in: db)
        return Outcome(
            device: DeviceReference(number: number).text,
            recorded: given.count,
            missing: list.filter { done[$0, default: .notTested] == .notTested }.map(\.rawValue)
        )
    }

    private func require(
        _ test: String,
        of kind: DeviceType,
        in list: [InspectionTest]
    ) throws(Failure) {
        guard !list.contains(where: { $0.rawValue == test }) else { return }
        let words = NearestWords.to(test, among: list.map(\.rawValue))
        let nearest = words.compactMap(InspectionTest.init(rawValue:))
        throw .refused(
            Refusal(
                .unknownTest,
                [
                    "test": .text(test), "kind": .word(kind),
                    "nearest": .list(nearest.map { ($0.rawValue, named($0)) }),
                ],
                next: words
            )
        )
    }

    /// The word to write stands beside what people call it.
    private func named(_ test: InspectionTest) -> Phrase {
        Phrase(
            fr: "\(test.rawValue) (\(test.label.fr))",
            en: "\(test.rawValue) (\(test.label.en))"
        )
    }
}
