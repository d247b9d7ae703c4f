/// Whole numbers in French words, in the spelling taught before and after 1990: hyphens below a
/// hundred, "et" before un and onze.
enum FrenchNumber {
    static func words(_ number: UInt64) -> String {
        guard number > 0 else { return "zéro" }
        var rest = number
        var parts: [String] = []
        for (value, name) in nouns where rest >= value {
            let (count, remainder) = rest.quotientAndRemainder(dividingBy: value)
            // "deux cents millions": before a noun the hundreds agree.
            parts.append(words(count) + " " + name + (count > 1 ? "s" : ""))
            rest = remainder
        }
        if rest >= 1_000 {
            let (count, remainder) = rest.quotientAndRemainder(dividingBy: 1_000)
            // "deux cent mille": before mille, which is no noun, they do not.
            parts.append(count == 1 ? "mille" : belowThousand(count, agrees: false) + " mille")
            rest = remainder
        }
        if rest > 0 { parts.append(belowThousand(rest, agrees: true)) }
        return parts.joined(separator: " ")
    }

    private static let nouns: [(UInt64, String)] = [
        (1_000_000_000_000_000, "billiard"), (1_000_000_000_000, "billion"),
        (1_000_000_000, "milliard"), (1_000_000, "million"),
    ]

    private static func belowThousand(_ number: UInt64, agrees: Bool) -> String {
        let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
        guard hundreds > 0 else { return belowHundred(rest, agrees: agrees) }
        let plural = rest == 0 && hundreds > 1 && agrees
        let head = hundreds == 1 ? "cent" : units[Int(hundreds)] + (plural ? " cents" : " cent")
        return rest == 0 ? head : head + " " + belowHundred(rest, agrees: agrees)
    }

    private static func belowHundred(_ number: UInt64, agrees: Bool) -> String {
        if number < 20 { return units[Int(number)] }
        if number == 80 { return agrees ? "quatre-vingts" : "quatre-vingt" }
        // Seventy and ninety count on from sixty and eighty.
        let step: UInt64 = number >= 60 ? 20 : 10
        let (ten, unit) = number.quotientAndRemainder(dividingBy: step)
        let head = tens[Int(ten * step / 10)]
        if unit == 0 { return head }
        let takesAnd = (unit == 1 || unit == 11) && number < 80
        return head + (takesAnd ? " et " : "-") + units[Int(unit)]
    }

    private static let units = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
        "dix-neuf",
    ]

    private static let tens = [
        "", "dix", "vingt", "trente", "quarante", "cinquante", "soixante", "", "quatre-vingt",
    ]
}
