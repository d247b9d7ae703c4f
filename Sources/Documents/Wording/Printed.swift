import Domain

/// Numbers and instants as they are printed.
enum Printed {
    private static let space: Character = "\u{A0}"

    /// A SIREN or a SIRET in threes from the left, `732 829 320 00074`.
    static func inThrees(_ digits: String) -> String {
        var printed = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, index <= 9, index.isMultiple(of: 3) { printed.append(space) }
            printed.append(digit)
        }
        return printed
    }

    /// Seconds since 1970 as `2026-10-05T14:03:22Z`.
    static func instant(_ seconds: Int64) -> String {
        let day = Day(number: Int(floor(seconds, 86_400)))
        let second = seconds - Int64(day.number) * 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map(two)
        return "\(day.iso)T\(clock.joined(separator: ":"))Z"
    }

    private static func floor(_ dividend: Int64, _ divisor: Int64) -> Int64 {
        (dividend - (dividend % divisor + divisor) % divisor) / divisor
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Printed {
    /// A share in per cent with one decimal, rounded half up: `75,0 %`.
    static func percent(_ part: Int, of whole: Int, in language: Language = .fr) -> String {
        let tenths = whole == 0 ? 0 : (part * 2_000 + whole) / (2 * whole)
        return "\(tenths / 10)\(language(",", "."))\(tenths % 10)\u{A0}%"
    }

    /// Grams as kilograms with one decimal, rounded half up: `90,4 kg`.
    static func kilograms(_ grams: Int64, in language: Language = .fr) -> String {
        let tenths = (grams + 50) / 100
        return "\(tenths / 10)\(language(",", "."))\(tenths % 10)\u{A0}kg"
    }
}
