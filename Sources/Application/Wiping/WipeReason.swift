import Domain

/// Why a report proves nothing, for machines and in both languages.
public struct WipeReason: Codable, Hashable, Sendable {
    public let code: String
    public let fr: String
    public let en: String

    init(_ objection: WipeObjection) {
        code = objection.kind.rawValue
        fr = objection.sentence(in: .fr)
        en = objection.sentence(in: .en)
    }

    init(_ refusal: Refusal) {
        code = refusal.code.rawValue
        fr = refusal.sentence(in: .fr)
        en = refusal.sentence(in: .en)
    }
}
