import Domain

/// How far a drive says that its own sanitize has come, from `nvme sanitize-log`; only while it has not ended well.
struct SanitizeProgress: Sendable, Hashable {
    private enum State: Sendable, Hashable { case never, running, failed }

    private let state: State
    private let percent: Int?

    /// Nil when it ended well, or when the paper does not tell; `text` is in small letters.
    init?(_ text: String) {
        guard let status = Self.number(after: "sstat", in: text) else { return nil }
        // The three lowest bits; the others count passes.
        switch status & 7 {
        case 0: state = .never
        case 2: state = .running
        case 3: state = .failed
        default: return nil
        }
        // In parts of 65 536.
        percent = Self.number(after: "sprog", in: text).map { min(100, max(0, $0) * 100 / 65_536) }
    }

    var sentence: Phrase {
        switch state {
        case .running:
            Phrase(
                fr:
                    "Ce support dit que son effacement (nvme sanitize) est encore en cours\(told) : attendre sa fin, puis relire nvme sanitize-log.",
                en:
                    "This drive says that its sanitize (nvme) is still running\(told): wait for its end, then read nvme sanitize-log again."
            )
        case .failed:
            Phrase(
                fr:
                    "Ce support dit que son effacement (nvme sanitize) a échoué : le recommencer, ou retirer le support pour destruction.",
                en:
                    "This drive says that its sanitize (nvme) failed: run it again, or remove the drive for destruction."
            )
        case .never:
            Phrase(
                fr:
                    "Ce support dit qu'il n'a jamais été effacé (nvme sanitize) : lancer l'effacement, puis relire nvme sanitize-log.",
                en:
                    "This drive says that it was never sanitized (nvme): run the sanitize, then read nvme sanitize-log again."
            )
        }
    }

    private var told: String { percent.map { " (\($0) %)" } ?? "" }

    /// `"sstat": 257`, `Sanitize Status (SSTAT) : 0x2`, `"sstat": {…, "status": "(2) Sanitize in Progress"}`.
    private static func number(after word: String, in text: String) -> Int? {
        guard let mark = text.firstRange(of: word) else { return nil }
        var rest = text[mark.upperBound...].prefix(200)
        if let inner = rest.firstRange(of: "status\":"), rest.prefix(8).contains("{") {
            rest = rest[inner.upperBound...]
        }
        let start = rest.drop { !$0.isNumber && $0 != "}" && !$0.isNewline }
        if start.hasPrefix("0x") {
            return Int(start.dropFirst(2).prefix { $0.isHexDigit }, radix: 16)
        }
        return Int(start.prefix { $0.isNumber })
    }
}
