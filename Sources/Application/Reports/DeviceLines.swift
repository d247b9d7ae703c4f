public import Domain
import FoundationEssentials
import Postgres
public import Store

/// A drive of a machine, with every attempt of this stay.
public struct DriveLine: Codable, Sendable, Hashable {
    public let slot: Int
    public let drive: Int64
    public let serial: String?
    public let kind: MediaKind?
    public let maker: String?
    public let model: String?
    public let capacityGB: Int?
    public let state: String
    /// `wiped` or `removed`; nil while it keeps the machine from leaving.
    public let clearedBy: String?
    public let requiredLevel: SanitisationLevel
    public let attemptsLeft: Int
    public let wipes: [DevicePage.WipeLine]

    enum CodingKeys: String, CodingKey {
        case slot, drive, serial, kind, maker, model, state, wipes
        case capacityGB = "capacity_gb"
        case clearedBy = "cleared_by"
        case requiredLevel = "required_level"
        case attemptsLeft = "attempts_left"
    }

    init(_ drive: BenchDrive, _ wipes: [DevicePage.WipeLine]) {
        slot = Int(drive.slot)
        self.drive = drive.drive
        serial = drive.serial
        kind = drive.kind
        maker = drive.maker
        model = drive.model
        capacityGB = drive.capacityGB.map { Int($0) }
        state = drive.mediaState
        clearedBy = drive.clearedBy
        requiredLevel = drive.requiredLevel
        attemptsLeft = max(0, WipeRules.attemptLimit - Int(drive.failedAttempts))
        self.wipes = wipes.filter { $0.drive == drive.drive }
    }
}

/// The latest result of one test.
public struct TestLine: Codable, Sendable, Hashable {
    public let test: String
    public let fr: String
    public let en: String
    public let result: String
    public let note: String?
    public let at: String
    public let by: String

    init(_ result: TestStore.Result) {
        let known = InspectionTest(rawValue: result.test)
        test = result.test
        fr = known?.label.fr ?? result.test
        en = known?.label.en ?? result.test
        self.result = result.result
        note = result.note
        at = result.at.iso
        by = result.person
    }
}

/// The last grade of the stay, with its reasons.
public struct GradeLine: Codable, Sendable, Hashable {
    public let grade: String
    public let label: String
    public let rule: String
    /// Nil for a grade that was computed under rules which this program does not read any more.
    public let explanation: GradeExplanation?
    public let at: String
    public let by: String

    init(_ line: DevicePage.GradeLine) {
        grade = line.grade
        label = line.label
        rule = line.rule
        explanation = try? JSONDecoder().decode(
            GradeExplanation.self,
            from: Data(line.explanation.utf8)
        )
        at = line.at.iso
        by = line.person
    }
}

/// A step that may be taken next.
public struct NextStep: Codable, Sendable, Hashable {
    public let step: String
    public let fr: String
    public let en: String
    public let to: String
    public let role: Role
    public let evidence: Evidence
    /// Whether the one who asks holds the role.
    public let permitted: Bool
}

/// A step that may not be taken from here, and why.
public struct BlockedLine: Codable, Sendable, Hashable {
    public let step: String
    public let label: Phrase
    public let reason: Phrase
}

/// The steps of the map as seen from where a machine stands.
struct StepsFromHere {
    let circumstances: Circumstances

    init(_ circumstances: Circumstances) {
        self.circumstances = circumstances
    }

    func word(_ state: String) -> ShowDevice.Word {
        let known = try? circumstances.map.state(State(rawValue: state))
        return ShowDevice.Word(state, known?.label ?? Phrase(fr: state, en: state))
    }

    func possible(from state: String) -> [NextStep] {
        let steps = (try? circumstances.map.steps(from: State(rawValue: state))) ?? []
        return steps.map { step in
            NextStep(
                step: step.name.rawValue,
                fr: step.label.fr,
                en: step.label.en,
                to: step.to.rawValue,
                role: step.role,
                evidence: step.evidence,
                permitted: circumstances.person.roles.contains(step.role)
            )
        }
    }

    func blocked(from state: String) -> [BlockedLine] {
        circumstances.blockedSteps.lines(from: State(rawValue: state))
    }
}
