/// Why a YAML text cannot be read, and on which line.
public struct YAMLFault: Error, Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Anchors, aliases, tags, block texts, flow collections with something in them: nothing that a report needs.
        case notSupported = "yaml_not_supported"
        /// A line that stands deeper or less deep than any other allows, or a tab before a word.
        case indentation = "yaml_indentation"
        /// Neither `name: value` nor `- value`.
        case unexpected = "yaml_unexpected"
        /// A name written twice in one mapping, which programs read in two ways.
        case nameTwice = "yaml_name_twice"
        case tooDeep = "yaml_too_deep"
        case tooLong = "yaml_too_long"
    }

    public var reason: Reason
    /// Counted from 1.
    public var line: Int

    public init(reason: Reason, line: Int) {
        self.reason = reason
        self.line = line
    }
}
