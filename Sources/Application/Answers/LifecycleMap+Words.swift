public import Domain

extension LifecycleMap {
    /// What people call the words of the map and of kinds of devices.
    public var words: [String: Phrase] {
        var words: [String: Phrase] = [:]
        for kind in DeviceType.allCases { words[kind.rawValue] = kind.label }
        for step in steps.reversed() { words[step.name.rawValue] = step.label }
        for state in states { words[state.name.rawValue] = state.label }
        return words
    }
}
