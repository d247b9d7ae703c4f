/// A step that is not possible here, why, and the way to where it is.
public struct BlockedStep: Hashable, Sendable {
    public let name: StepName
    public let label: Phrase
    public let refusal: Refusal
    /// The fewest steps to a state from which it is possible; nil when no way leads there.
    public let wayThere: [Step]?

    /// One sentence for the page: from where the step is possible, and the next step towards it.
    public func sentence(in language: Language) -> String {
        guard let first = wayThere?.first else { return refusal.sentence(in: language) }
        let label = first.label.text(in: language)
        switch language {
        case .fr: return refusal.sentence(in: .fr) + " Pour y arriver, d'abord : \(label)."
        case .en: return refusal.sentence(in: .en) + " To get there, first: \(label)."
        }
    }
}

extension LifecycleMap {
    /// Every step of the map that is not possible from a state, explained.
    ///
    /// - Complexity: O(step names × steps).
    public func blockedSteps(from state: State) throws(Refusal) -> [BlockedStep] {
        let open = Set(try steps(from: state).map(\.name))
        var blocked: [BlockedStep] = []
        for name in stepNames where !open.contains(name) {
            let uses = steps.filter { $0.name == name && !$0.isRetired }
            guard let use = uses.first, let refusal = try refusal(of: name, from: state) else {
                continue
            }
            let wayThere = way(from: state) { place in uses.contains { $0.from == place } }
            blocked.append(
                BlockedStep(name: name, label: use.label, refusal: refusal, wayThere: wayThere)
            )
        }
        return blocked
    }

    /// Why a step is not possible from a state; nil when it is.
    public func refusal(of name: StepName, from state: State) throws(Refusal) -> Refusal? {
        _ = try self.state(state)
        do throws(Refusal) {
            _ = try step(named: name, from: state)
            return nil
        } catch {
            return error
        }
    }

    /// The fewest steps from one state to another; empty when they are the same, nil without a way.
    public func way(from origin: State, to destination: State) -> [Step]? {
        way(from: origin) { $0 == destination }
    }

    /// Breadth first, in the order of the file, so that the same question has one answer.
    private func way(from origin: State, to isThere: (State) -> Bool) -> [Step]? {
        var ways: [(State, [Step])] = [(origin, [])]
        var seen: Set<State> = [origin]
        var next = 0
        while next < ways.count {
            let (place, taken) = ways[next]
            if isThere(place) { return taken }
            next += 1
            // Nobody is sent through a place where machines end or get lost.
            for step in steps
            where step.from == place && !step.isRetired
                && (try? self.state(step.to))?.stage != "end"
            {
                if seen.insert(step.to).inserted { ways.append((step.to, taken + [step])) }
            }
        }
        return nil
    }
}
