/// One meaning, said in every language of the house.
public struct Phrase: Hashable, Codable, Sendable {
    public let fr: String
    public let en: String

    public init(fr: String, en: String) {
        self.fr = fr
        self.en = en
    }

    public func text(in language: Language) -> String {
        switch language {
        case .fr: fr
        case .en: en
        }
    }
}
