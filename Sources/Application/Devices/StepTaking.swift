import Domain
import Postgres
import Store

/// Steps that need no more than a reason, taken or refused in full words.
struct StepTaking {
    let map: LifecycleMap

    init(_ map: LifecycleMap) {
        self.map = map
    }

    /// Takes one step with one device.
    ///
    /// - Returns: The state it is in then.
    @discardableResult
    func take(
        _ step: String,
        with device: Int64,
        reason: String?,
        in db: isolated Connection
    ) throws(Failure) -> String {
        let moves = try takeAll(step, with: [device], reason: reason, in: db)
        guard let move = moves.first, let state = move.to else {
            throw .refused(moves.first.map { refusal(of: step, $0) } ?? Refusal(.unknownDevice))
        }
        return state
    }

    /// Takes one step with many devices; those that cannot take it come back with the word of the refusal.
    func takeAll(
        _ step: String,
        with devices: [Int64],
        reason: String?,
        in db: isolated Connection
    ) throws(Failure) -> [DeviceStore.Move] {
        guard map.steps.contains(where: { $0.name.rawValue == step }) else {
            throw .refused(unknown(step))
        }
        return try Failure.running { () throws(PostgresError) in
            try DeviceStore.take(step, with: devices, reason: reason, strict: false, in: db)
        }
    }

    /// Why a device was left aside, in the words of the map.
    func refusal(of step: String, _ move: DeviceStore.Move) -> Refusal {
        let code = move.refusal.flatMap(Refusal.Code.init(rawValue:)) ?? .stepNotOnMap
        let state = State(rawValue: move.from ?? "")
        var facts: [String: Fact] = ["device": .text(DeviceReference(number: move.device).text)]
        if let told = (try? map.refusal(of: StepName(rawValue: step), from: state)) ?? nil {
            return Refusal(
                code: code,
                facts: told.facts.merging(Refusal(code, facts).facts) { _, own in own },
                next: told.next
            )
        }
        if let known = map.steps.first(where: { $0.name.rawValue == step && $0.from == state }) {
            facts["step"] = .word(step, known.label)
            facts["action"] = facts["step"]
            facts["evidence"] = .word(known.evidence)
        }
        if let known = try? map.state(state) {
            facts["from"] = .word(known.name.rawValue, known.label)
        }
        if code == .wipeAttemptsUsedUp {
            facts["attempts"] = .number(WipeRules.attemptLimit)
            facts["limit"] = .number(WipeRules.attemptLimit)
        }
        return Refusal(code, facts)
    }

    /// Refuses, in the words of the map, a step that does not leave a state.
    func require(_ step: StepName, from state: String) throws(Failure) {
        let refusal = try? map.refusal(of: step, from: State(rawValue: state))
        if let told = refusal ?? nil { throw .refused(told) }
    }

    func unknown(_ step: String) -> Refusal {
        let names = map.stepNames.map(\.rawValue)
        let nearest = NearestWords.to(step, among: names).joined(separator: ", ")
        return Refusal(.unknownStep, ["step": .text(step), "allowed": .text(nearest)])
    }
}
