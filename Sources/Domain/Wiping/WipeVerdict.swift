/// What a report of a wipe is worth.
public enum WipeVerdict: Hashable, Codable, Sendable {
    case accepted(SanitisationLevel)
    /// Every reason, not only the first: one repair should be enough.
    case rejected([WipeObjection])

    public var isAccepted: Bool {
        switch self {
        case .accepted: true
        case .rejected: false
        }
    }

    public var objections: [WipeObjection] {
        switch self {
        case .accepted: []
        case .rejected(let objections): objections
        }
    }

    /// The verdict as a refusal about a drive; nil when the wipe is accepted.
    public func refusal(drive: String) -> Refusal? {
        guard !objections.isEmpty else { return nil }
        let reasons = Phrase(
            fr: objections.map { $0.sentence(in: .fr) }.joined(separator: " ; "),
            en: objections.map { $0.sentence(in: .en) }.joined(separator: "; ")
        )
        let words = objections.map(\.kind.rawValue).joined(separator: ", ")
        return Refusal(
            .wipeNotAccepted,
            ["drive": .text(drive), "reasons": .word(words, reasons)],
            next: ["retry_wipe", "remove_and_destroy"]
        )
    }
}
