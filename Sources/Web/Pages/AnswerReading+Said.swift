import Application
import Domain

extension AnswerReading {
    /// A value as pages show it: days, instants and the words of the trade as the language writes them; the rest as the reading does.
    func said(_ value: JSONValue, _ kind: AnswerColumn.Kind, _ name: String) -> String {
        switch value {
        case .text(let word):
            return Wording.label(name, word)?.text(in: language)
                ?? SpokenDate.spoken(word, in: language) ?? cell(value, kind, name)
        case .list(let list):
            return list.map { item in
                Wording.label(name, item.text)?.text(in: language) ?? item.line(in: language)
            }.joined(separator: ", ")
        default: return cell(value, kind, name)
        }
    }
}

extension ShownPages {
    /// The page of what a field of an answer names; nil for none.
    static func page(of name: String, _ value: JSONValue) -> String? {
        guard value != .null, let page = page(of: name) else { return nil }
        return page + value.line(in: .en).addingPercentEncoding
    }
}
