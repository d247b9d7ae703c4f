import Domain
import Synchronization

/// Why each step is not possible, from each state of a map: told once, for it is the same for every machine that stands there.
final class BlockedSteps: Sendable {
    private let map: LifecycleMap
    private let told = Mutex<[State: [BlockedLine]]>([:])

    init(_ map: LifecycleMap) {
        self.map = map
    }

    /// In the order of the map; none for a state that is not on it.
    func lines(from state: State) -> [BlockedLine] {
        if let lines = told.withLock({ $0[state] }) { return lines }
        guard let steps = try? map.blockedSteps(from: state) else { return [] }
        let lines = steps.map { step in
            BlockedLine(
                step: step.name.rawValue,
                label: step.label,
                reason: Phrase(fr: step.sentence(in: .fr), en: step.sentence(in: .en))
            )
        }
        told.withLock { $0[state] = lines }
        return lines
    }
}
