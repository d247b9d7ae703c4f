/// The life of a device: its states and the steps between them, read from the map's two files.
///
/// Immutable. Orders are those of the files, which are the orders of columns and buttons on a page.
public struct LifecycleMap: Hashable, Sendable {
    public let states: [StateOnMap]
    /// Steps with `*` written out, one for every state that they leave.
    public let steps: [Step]

    private let stateByName: [State: StateOnMap]
    private let stepsByState: [State: [Step]]

    init(states: [StateOnMap], steps: [Step]) {
        self.states = states
        self.steps = steps
        stateByName = Dictionary(
            states.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        stepsByState = Dictionary(grouping: steps, by: \.from)
    }

    /// Where every history starts: the first state of the file.
    public var start: State { states[0].name }

    /// The names of all steps, in the order in which the file first names them.
    public var stepNames: [StepName] {
        var seen: Set<StepName> = []
        return steps.map(\.name).filter { seen.insert($0).inserted }
    }

    /// What the map says of a state.
    ///
    /// - Throws: `unknown_state` when it is not on this map.
    public func state(_ name: State) throws(Refusal) -> StateOnMap {
        guard let state = stateByName[name] else {
            let known = states.map(\.name.rawValue).joined(separator: ", ")
            throw Refusal(.unknownState, ["state": .text(name.rawValue), "known": .text(known)])
        }
        return state
    }

    /// The steps that may be taken next; retired ones are left out.
    ///
    /// - Throws: `unknown_state` when it is not on this map; never for an empty answer.
    public func steps(from state: State) throws(Refusal) -> [Step] {
        _ = try self.state(state)
        return stepsByState[state, default: []].filter { !$0.isRetired }
    }

    /// The steps that a person of this role may take next.
    public func steps(from state: State, for role: Role) throws(Refusal) -> [Step] {
        try steps(from: state, for: [role])
    }

    /// The steps that a person of these roles may take next.
    public func steps(from state: State, for roles: Set<Role>) throws(Refusal) -> [Step] {
        try steps(from: state).filter { roles.contains($0.role) }
    }

    /// The step of this name out of this state.
    ///
    /// - Throws: `unknown_state`, `unknown_step`, `step_retired`, or `step_not_on_map` with the
    ///   states from which the step leaves and the steps that are possible here.
    public func step(named name: StepName, from state: State) throws(Refusal) -> Step {
        let here = try self.state(state)
        let found = stepsByState[state, default: []].first { $0.name == name }
        guard let found else { throw try whyNot(name, from: here) }
        guard let retiredOn = found.retiredOn else { return found }
        throw Refusal(
            .stepRetired,
            [
                "step": .word(name.rawValue, found.label),
                "retired_on": .day(retiredOn),
                "allowed": try allowed(from: state),
            ],
            next: try steps(from: state).map(\.name.rawValue)
        )
    }

    private func whyNot(_ name: StepName, from here: StateOnMap) throws(Refusal) -> Refusal {
        let next = try steps(from: here.name).map(\.name.rawValue)
        guard let known = steps.first(where: { $0.name == name }) else {
            return Refusal(
                .unknownStep,
                ["step": .text(name.rawValue), "allowed": try allowed(from: here.name)],
                next: next
            )
        }
        var origins: [StateOnMap] = []
        for step in steps where step.name == name && !step.isRetired {
            origins.append(try state(step.from))
        }
        return Refusal(
            .stepNotOnMap,
            [
                "step": .word(name.rawValue, known.label),
                "from": .word(here.name.rawValue, here.label),
                "possible_from": .list(origins.map { ($0.name.rawValue, $0.label) }),
                "allowed": try allowed(from: here.name),
            ],
            next: next
        )
    }

    private func allowed(from state: State) throws(Refusal) -> Fact {
        .list(try steps(from: state).map { ($0.name.rawValue, $0.label) })
    }
}

extension LifecycleMap: CustomStringConvertible {
    public var description: String { "a map of \(states.count) states and \(steps.count) steps" }
}
