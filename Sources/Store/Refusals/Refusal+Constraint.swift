public import Domain
import FoundationEssentials
public import Postgres

extension Refusal {
    /// The refusal that an error of the database stands for; nil when the error is not the rules speaking.
    ///
    /// The two walls meet here: a door refuses under SQLSTATE `MO409`, a constraint under class 23; both carry a name, and
    /// the name is one of `Refusal.Code` or stands in `ConstraintRefusals`.
    public init?(_ error: PostgresError) {
        guard let name = error.constraintName, let state = error.sqlState?.rawValue,
            state == "MO409" || state.hasPrefix("23"),
            let code = Refusal.Code(rawValue: name) ?? ConstraintRefusals.code(of: name)
        else { return nil }
        let facts = state == "MO409" ? Self.facts(error.report?.hint ?? "") : [:]
        var told = ["wall": name]
        if let phrase = WallWords.phrase(of: name) {
            told["wall.fr"] = phrase.fr
            told["wall.en"] = phrase.en
        }
        self.init(code: code, facts: facts.merging(told) { given, _ in given }, next: [])
    }

    /// The flat JSON object that a door sends along, as texts.
    private static func facts(_ json: String) -> [String: String] {
        let values = try? JSONDecoder().decode([String: FactValue?].self, from: Data(json.utf8))
        return (values ?? [:]).compactMapValues { $0?.text }
    }
}

/// A fact of a door's refusal: a text, a number or a truth.
private struct FactValue: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int64.self) {
            text = String(number)
        } else if let truth = try? container.decode(Bool.self) {
            text = String(truth)
        } else {
            text = try container.decode(String.self)
        }
    }
}
