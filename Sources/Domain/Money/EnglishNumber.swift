/// Whole numbers in English words: "one thousand two hundred and thirty-four".
enum EnglishNumber {
    static func words(_ number: UInt64) -> String {
        guard number > 0 else { return "zero" }
        var rest = number
        var parts: [String] = []
        for (value, name) in scales where rest >= value {
            let (count, remainder) = rest.quotientAndRemainder(dividingBy: value)
            parts.append(words(count) + " " + name)
            rest = remainder
        }
        if rest > 0 {
            let link = !parts.isEmpty && rest < 100 ? "and " : ""
            parts.append(link + belowThousand(rest))
        }
        return parts.joined(separator: " ")
    }

    private static let scales: [(UInt64, String)] = [
        (1_000_000_000_000_000, "quadrillion"), (1_000_000_000_000, "trillion"),
        (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"),
    ]

    private static func belowThousand(_ number: UInt64) -> String {
        let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
        guard hundreds > 0 else { return belowHundred(rest) }
        let head = units[Int(hundreds)] + " hundred"
        return rest == 0 ? head : head + " and " + belowHundred(rest)
    }

    private static func belowHundred(_ number: UInt64) -> String {
        if number < 20 { return units[Int(number)] }
        let (ten, unit) = number.quotientAndRemainder(dividingBy: 10)
        return unit == 0 ? tens[Int(ten)] : tens[Int(ten)] + "-" + units[Int(unit)]
    }

    private static let units = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen",
    ]

    private static let tens = [
        "", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
}
