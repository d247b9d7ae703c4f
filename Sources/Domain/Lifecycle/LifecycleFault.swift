/// Why two texts make no map: every problem found, with its line.
///
/// For the people who write the map, in English; users never meet it.
public struct LifecycleFault: Error, Hashable, Sendable, CustomStringConvertible {
    public struct Problem: Error, Hashable, Sendable {
        /// Line of the file at fault, counted from 1; nil when it concerns the whole map.
        public let line: Int?
        public let text: String

        init(line: Int? = nil, text: String) {
            self.line = line
            self.text = text
        }
    }

    public let problems: [Problem]

    public var description: String {
        problems
            .map { problem in problem.line.map { "line \($0): \(problem.text)" } ?? problem.text }
            .joined(separator: "\n")
    }
}
