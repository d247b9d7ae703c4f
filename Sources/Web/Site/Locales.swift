import Domain
import FoundationEssentials

/// The words of the pages: one list for each language, with the same keys.
struct Locales: Sendable {
    let phrases: [Language: [String: String]]

    /// - Throws: `SiteUnusable`, naming the file that is missing or unreadable.
    init(folder: String) throws(SiteUnusable) {
        var phrases: [Language: [String: String]] = [:]
        for language in Language.allCases {
            let path = "\(folder)/\(language.rawValue).json"
            guard let bytes = FileManager.default.contents(atPath: path),
                let words = try? JSONDecoder().decode([String: String].self, from: bytes)
            else { throw SiteUnusable(what: path) }
            phrases[language] = words
        }
        self.phrases = phrases
    }

    /// As templates read them: `nav.bench` is `bench` within `nav`.
    func words(_ language: Language) -> [String: Any] {
        var words: [String: Any] = [:]
        for (key, text) in phrases[language] ?? [:] {
            let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                words[key] = text
                continue
            }
            var group = words[parts[0]] as? [String: String] ?? [:]
            group[parts[1]] = text
            words[parts[0]] = group
        }
        return words
    }

    /// A key that is missing shows itself; a test keeps both lists alike and complete.
    func text(_ key: String, _ language: Language) -> String {
        phrases[language]?[key] ?? key
    }
}

/// The pages' files are not where they should be.
public struct SiteUnusable: Error, CustomStringConvertible {
    let what: String

    public var description: String {
        "\(what) is missing or unreadable. Set MOULIN_WEB_RESOURCES to the folder that holds Templates, "
            + "Assets and Locales, or install Moulin again."
    }
}
