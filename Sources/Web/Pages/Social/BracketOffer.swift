import Application
import Domain

/// What the rules say of an application today, beside its papers: what is missing, or what the bracket buys and costs.
struct BracketOffer {
    struct Line {
        let kind: String
        /// In the order of `grades`.
        let prices: [String]
        let hasRoom: Bool
    }

    /// As printed, `Q3`; nil unless the rules would approve.
    let bracket: String?
    /// The last day of the voucher.
    let until: String?
    /// What is missing or too high; nil when the rules would approve.
    let missing: String?
    let grades: [String]
    let lines: [Line]
    let hasPrices: Bool
    let needsOther: Bool

    var mayBeApproved: Bool { bracket != nil && !needsOther }

    init(of application: Int64, _ visit: Visit) async throws(Failure) {
        let found = try await visit.answer(
            "preview-decision",
            ["application": .number(application)]
        )
        let prices = found["prices"].elements
        let kinds = prices.map { $0["kind"].text }.deduplicated
        let grades = prices.map { $0["grade"].text }.deduplicated
        self.grades = grades
        lines = kinds.map { kind in
            let own = prices.filter { $0["kind"].text == kind }
            return Line(
                kind: Wording.label("kind", kind)?.text(in: visit.language) ?? kind,
                prices: grades.map { grade in
                    own.first { $0["grade"].text == grade }.map { Self.sum($0, visit) } ?? ""
                },
                hasRoom: own.allSatisfy { $0["has_room"] == true }
            )
        }
        hasPrices = !lines.isEmpty
        bracket = found["bracket"] == .null ? nil : found["bracket"].text
        until = SpokenDate.spoken(found["until"].text, in: visit.language)
        let refusal = found["refusal"]
        missing = refusal == .null ? nil : RefusalReading.sentence(refusal, visit)
        needsOther = found["needs_other_approver"] == true
    }

    private static func sum(_ price: JSONValue, _ visit: Visit) -> String {
        guard case .number(let cents) = price["cents"] else { return "" }
        return Money(cents: cents).formatted(in: visit.language)
    }
}

extension [String] {
    /// Each text once, where it first came.
    fileprivate var deduplicated: [String] {
        reduce(into: []) { texts, text in
            if !texts.contains(text) { texts.append(text) }
        }
    }
}
