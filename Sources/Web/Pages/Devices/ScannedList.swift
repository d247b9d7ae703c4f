import Application
import Domain

/// Several machines at once: a list that was pasted, or labels that were typed one behind the other.
struct ScannedList {
    let texts: [String]

    /// As many as a person looks over, and as fit into an address.
    static let limit = 500

    /// Nil for a form that names one thing at most.
    init?(_ fields: Fields) {
        if let list = fields["list"] {
            texts = Self.parts(of: list)
        } else {
            let words = (fields["q"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count > 1, words.allSatisfy(Self.isLabel) else { return nil }
            texts = words
        }
    }

    private static func parts(of list: String) -> [String] {
        let parts = list.split { $0.isNewline || "\t,;".contains($0) }.map { part in
            part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return Array(parts.filter { !$0.isEmpty }.prefix(limit))
    }

    private static func isLabel(_ text: String) -> Bool {
        (try? LabelCode(reading: text, as: .device)) != nil
    }

    /// Each with what it is, in the order of the list.
    func found(_ visit: Visit) async throws(Failure) -> [CardResult] {
        var results: [CardResult] = []
        for text in texts {
            let asked: [String: JSONValue] = ["device": .text(text)]
            let found = try await visit.answerIfAllowed(LookUpDevice.name, asked)
            results.append(found.map { Self.line($0, visit) } ?? Self.unknown(text, visit))
        }
        return results
    }

    /// What the card did with each, the last one first.
    func given(_ card: ActionCard, _ visit: Visit) async throws(Failure) -> [CardResult] {
        var results: [CardResult] = []
        for (place, text) in texts.enumerated() {
            results.insert(try await card.apply(to: text, at: place, visit), at: 0)
        }
        return results
    }

    private static func line(_ found: JSONValue, _ visit: Visit) -> CardResult {
        let state = visit.site.words[found["state"].text]?.text(in: visit.language)
        let words = [found["maker"], found["model"]].map { $0.line(in: visit.language) }
        return CardResult(
            device: found["device"].text,
            text: (words.filter { !$0.isEmpty } + [state].compactMap(\.self)).joined(
                separator: " "
            ),
            isDone: true
        )
    }

    private static func unknown(_ text: String, _ visit: Visit) -> CardResult {
        CardResult(device: text, text: visit.text("bench.unknown"), isDone: false)
    }
}
