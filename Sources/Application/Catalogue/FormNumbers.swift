import Domain
import Postgres

/// Between what a number of a JSON form must lie, so that no sum leaves 64 bits and no column is too narrow for it.
///
/// What a number means is asked later, by the rules. Said by the name of its field; otherwise by how wide the type reads it.
enum FormNumbers {
    /// - Throws: Names the field, the value and the range.
    static func require(_ spot: FormWalk.Spot) throws(Unreadable) {
        let text = String(decoding: spot.bytes, as: UTF8.self)
        guard let number = whole(text) else {
            // A fraction, or more than 64 bits: the first is told of before how large it may be.
            guard let value = Double(text), value.magnitude >= 1e15 else {
                throw misfit(spot, text, Phrase(fr: "un nombre entier", en: "a whole number"))
            }
            throw misfit(spot, text, sentence(range(of: spot), isMoney(spot.name)))
        }
        let range = range(of: spot)
        guard range.contains(number) else {
            throw misfit(spot, text, sentence(range, isMoney(spot.name)))
        }
    }

    /// `6000.0` and `6e3` are whole numbers too.
    private static func whole(_ text: String) -> Int64? {
        Int64(text) ?? Double(text).flatMap { Int64(exactly: $0) }
    }

    private static func isMoney(_ field: String) -> Bool {
        field == "cents" || field.hasSuffix("_cents") || field == "tendered"
    }

    private static func range(of spot: FormWalk.Spot) -> ClosedRange<Int64> {
        let name = spot.name
        if isMoney(name) { return -Money.largest...Money.largest }
        if name == "year" || name.hasSuffix("_year") || name == "made_in" { return 1900...2199 }
        if let limit = limits[name] { return -limit...limit }
        return spot.member?.isNarrow == true
            ? Int64(Int32.min)...Int64(Int32.max) : -identity...identity
    }

    /// The largest number that every reader of JSON reads alike; none of ours comes near.
    private static let identity: Int64 = 1 << 53 - 1

    /// More than anybody has of it, and little enough to be multiplied by an amount.
    private static let limits: [String: Int64] = [
        "quantity": 1_000_000, "count": 1_000_000, "received": 1_000_000, "accepted": 1_000_000,
        "refused": 1_000_000, "on_hand": 1_000_000,
        "persons": 99, "children": 99, "disabled_children": 99, "children_in_education": 99,
        "quarter_shares": 999, "bracket": 99, "income_bracket": 99, "percent": 10_000,
        "days": 36_500, "validity_days": 36_500, "renewal_days": 36_500,
        "months": 1_200, "month": 12, "proof_months": 1_200, "appeal_months": 1_200, "years": 100,
    ]

    private static func sentence(_ range: ClosedRange<Int64>, _ isMoney: Bool) -> Phrase {
        guard isMoney else {
            return Phrase(
                fr: "un nombre entier entre \(range.lowerBound) et \(range.upperBound)",
                en: "a whole number between \(range.lowerBound) and \(range.upperBound)"
            )
        }
        return Phrase(
            fr: "au plus \(range.upperBound) centimes, ce montant est trop grand",
            en: "at most \(range.upperBound) cents, this amount is too large"
        )
    }

    /// What the number that is farthest from nought should have been, for a database that does not say which it could not hold.
    static func tooLarge(in json: [UInt8]) -> Unreadable? {
        let numbers = FormWalk(json).spots.filter(\.isNumber).map { spot in
            (spot: spot, text: String(decoding: spot.bytes, as: UTF8.self))
        }
        let largest = numbers.max {
            (Double($0.text)?.magnitude ?? 0) < (Double($1.text)?.magnitude ?? 0)
        }
        return largest.map {
            misfit($0.spot, $0.text, Phrase(fr: "un nombre moins grand", en: "a smaller number"))
        }
    }

    private static func misfit(
        _ spot: FormWalk.Spot,
        _ value: String,
        _ expected: Phrase
    ) -> Unreadable {
        let shown = value.prefix(40)
        return Unreadable(
            spot.path,
            expected: Phrase(
                fr: "reçu \(shown) ; attendu : \(expected.fr)",
                en: "got \(shown); expected: \(expected.en)"
            )
        )
    }
}

extension Failure {
    /// The same, as the mistake of whoever wrote a number that the database cannot hold, where that is what it is.
    func naming(_ json: [UInt8]) -> Failure {
        guard case .database(let error) = self, error.sqlState == .numericValueOutOfRange,
            let number = FormNumbers.tooLarge(in: json)
        else { return self }
        return .unreadable(number)
    }
}
