public import Domain
public import Postgres
import Store

/// Puts a graded machine on the shelf, where families see it.
public struct ShelveDevice: Command {
    public static let name = "shelve-device"
    public static let summary = Phrase(
        fr: "met un appareil classé A, B ou C en rayon",
        en: "puts a device of grade A, B or C on the shelf"
    )
    public static let permission = Permission(.shop, .grader)

    public let device: DeviceReference

    public init(device: DeviceReference) {
        self.device = device
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let grade: Grade
        public let state: String
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let label = DeviceReference(number: number).text
        let state = try DeviceInspecting(circumstances).subject(number, in: db).state
        try StepTaking(circumstances.map).require("shelve", from: state)
        let letter = try Failure.running { () throws(PostgresError) in
            try GradeStore.latest(of: number, circumstances.speaker, in: db)
        }
        let grade = letter.flatMap { Grade(rawValue: $0.lowercased()) }
        if let grade, !grade.isSellable {
            throw .refused(
                Refusal(
                    .gradeNotSellable,
                    ["device": .text(label), "grade": .text(grade.letter)],
                    next: ["repair", "set_for_parts"]
                )
            )
        }
        try Failure.running { () throws(PostgresError) in try GradeStore.shelve(number, in: db) }
        return Outcome(device: label, grade: grade ?? .d, state: "in_stock")
    }
}
