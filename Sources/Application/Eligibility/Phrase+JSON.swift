import Domain
import FoundationEssentials

extension Phrase {
    /// Reads what `json` wrote; nil when it is something else.
    init?(json: String) {
        guard let phrase = try? JSONDecoder().decode(Phrase.self, from: Data(json.utf8)) else {
            return nil
        }
        self = phrase
    }
}
