extension LifecycleMap {
    /// Reads the map from the texts of `states.csv` and `steps.csv`.
    ///
    /// Headings: `state,clean,terminal,stage,label_fr,label_en` and
    /// `from,step,to,role,evidence,label_fr,label_en,retired_on`. A step from `*` leaves every state
    /// that is not terminal, except the one to which it leads.
    ///
    /// - Throws: Every unknown word, duplicate, dead end and state without a way to it.
    public init(states: String, steps: String) throws(LifecycleFault) {
        var reader = MapReader()
        reader.readStates(states)
        reader.readSteps(steps)
        let map = LifecycleMap(states: reader.states, steps: reader.steps)
        let problems = reader.problems.isEmpty ? map.problems : reader.problems
        guard problems.isEmpty else { throw LifecycleFault(problems: problems) }
        self = map
    }

    private var problems: [LifecycleFault.Problem] {
        guard let first = states.first else { return [.init(text: "the map has no state")] }
        let reached = reachable(from: first.name)
        var problems: [LifecycleFault.Problem] = []
        for state in states {
            let leaves = steps.contains { $0.from == state.name && !$0.isRetired }
            if !reached.contains(state.name) {
                problems.append(.init(text: "no way leads from '\(first.name)' to '\(state.name)'"))
            }
            if leaves == state.isTerminal {
                let text =
                    leaves
                    ? "terminal, yet a step leaves it" : "not terminal, yet no step leaves it"
                problems.append(.init(text: "'\(state.name)' is \(text)"))
            }
        }
        return problems
    }

    private func reachable(from start: State) -> Set<State> {
        var reached: Set<State> = [start]
        var edge = [start]
        while let state = edge.popLast() {
            for step in steps where step.from == state && reached.insert(step.to).inserted {
                edge.append(step.to)
            }
        }
        return reached
    }
}

/// Reads line by line and keeps every problem, so that a map is mended in one go.
private struct MapReader {
    private(set) var states: [StateOnMap] = []
    private(set) var steps: [Step] = []
    private(set) var problems: [LifecycleFault.Problem] = []

    mutating func readStates(_ text: String) {
        let headings = ["state", "clean", "terminal", "stage", "label_fr", "label_en"]
        for line in lines(of: text, headings: headings) {
            let name = State(rawValue: line["state"])
            if name.rawValue.isEmpty || states.contains(where: { $0.name == name }) {
                note(line, "state '\(name)' is empty or written twice")
            }
            states.append(
                StateOnMap(
                    name: name,
                    isClean: truth(line, "clean"),
                    isTerminal: truth(line, "terminal"),
                    stage: line["stage"],
                    label: label(line)
                )
            )
        }
    }

    mutating func readSteps(_ text: String) {
        let headings = [
            "from", "step", "to", "role", "evidence", "label_fr", "label_en", "retired_on",
        ]
        for line in lines(of: text, headings: headings) {
            guard let role = word(Role.self, line, "role"),
                let evidence = word(Evidence.self, line, "evidence")
            else { continue }
            let to = State(rawValue: line["to"])
            requireKnown(to, line)
            for from in origins(line, to: to) {
                add(
                    Step(
                        from: from,
                        name: StepName(rawValue: line["step"]),
                        to: to,
                        role: role,
                        evidence: evidence,
                        label: label(line),
                        retiredOn: retirement(line)
                    ),
                    line
                )
            }
        }
    }

    private mutating func add(_ step: Step, _ line: CommaSeparatedText.Line) {
        if step.name.rawValue.isEmpty { note(line, "the step has no name") }
        if steps.contains(where: { $0.from == step.from && $0.name == step.name }) {
            note(line, "step '\(step.name)' leaves '\(step.from)' twice")
        }
        steps.append(step)
    }

    private mutating func origins(_ line: CommaSeparatedText.Line, to: State) -> [State] {
        if line["from"] == "*" {
            return states.filter { !$0.isTerminal && $0.name != to }.map(\.name)
        }
        let from = State(rawValue: line["from"])
        requireKnown(from, line)
        return [from]
    }

    private mutating func requireKnown(_ state: State, _ line: CommaSeparatedText.Line) {
        guard !states.contains(where: { $0.name == state }) else { return }
        note(line, "unknown state '\(state)'")
    }

    private mutating func word<Word: Vocabulary>(
        _: Word.Type,
        _ line: CommaSeparatedText.Line,
        _ heading: String
    ) -> Word? {
        guard let word = Word(rawValue: line[heading]) else {
            note(line, "unknown \(heading) '\(line[heading])'")
            return nil
        }
        return word
    }

    private mutating func truth(_ line: CommaSeparatedText.Line, _ heading: String) -> Bool {
        if !["true", "false"].contains(line[heading]) {
            note(line, "\(heading) is neither true nor false: '\(line[heading])'")
        }
        return line[heading] == "true"
    }

    private mutating func retirement(_ line: CommaSeparatedText.Line) -> Day? {
        let text = line["retired_on"]
        guard !text.isEmpty else { return nil }
        let day = Day(text)
        if day == nil { note(line, "retired_on is no day: '\(text)'") }
        return day
    }

    private mutating func label(_ line: CommaSeparatedText.Line) -> Phrase {
        if line["label_fr"].isEmpty || line["label_en"].isEmpty { note(line, "a label is empty") }
        return Phrase(fr: line["label_fr"], en: line["label_en"])
    }

    private mutating func lines(of text: String, headings: [String]) -> [CommaSeparatedText.Line] {
        do throws(LifecycleFault.Problem) {
            return try CommaSeparatedText(text, headings: headings).lines
        } catch {
            problems.append(error)
            return []
        }
    }

    private mutating func note(_ line: CommaSeparatedText.Line, _ text: String) {
        problems.append(LifecycleFault.Problem(line: line.number, text: text))
    }
}
