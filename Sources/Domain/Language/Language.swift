/// A language that Moulin speaks on the page, on paper and in the terminal.
public enum Language: String, CaseIterable, Codable, Hashable, Sendable {
    case fr
    case en
}
