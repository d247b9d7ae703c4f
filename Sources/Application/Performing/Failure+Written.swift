import Domain

extension Failure {
    /// A text that has to say something: blanks alone say nothing.
    static func written(_ text: String, _ expected: Phrase) throws(Failure) -> String {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw .unreadable(Unreadable("", expected: expected))
        }
        return text
    }

    /// Nil for a text that says nothing, as if it had not been given.
    static func said(_ text: String?) -> String? {
        text.flatMap { $0.contains(where: { !$0.isWhitespace }) ? $0 : nil }
    }

    /// An amount of money that cannot be below nothing.
    static func requireNotNegative(_ cents: Int64?, _ expected: Phrase) throws(Failure) {
        guard let cents, cents < 0 else { return }
        throw .unreadable(Unreadable(String(cents), expected: expected))
    }

    /// Days from a first to a last one, in this order.
    static func requireOrder(from first: Day?, to last: Day?) throws(Failure) {
        guard let first, let last, last < first else { return }
        let order = Phrase(
            fr: "un dernier jour (to) qui ne précède pas le premier (from)",
            en: "a last day (to) that is not before the first (from)"
        )
        throw .unreadable(Unreadable("\(first.iso) – \(last.iso)", expected: order))
    }

    /// The refusal of a day that cannot be, by the rule that it breaks.
    static func impossible(_ day: Day, _ word: String, _ rule: Phrase) -> Failure {
        .refused(Refusal(.backDated, ["day": .day(day), "rule": .word(word, rule)]))
    }
}
