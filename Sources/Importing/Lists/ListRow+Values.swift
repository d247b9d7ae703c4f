public import Domain

extension ListRow {
    /// A day; birthdays reach back further than computers, and say their century.
    public mutating func day(_ field: Field, isBirthday: Bool = false) -> Day? {
        guard var text = text(field) else { return nil }
        let years = isBirthday ? 1900...2099 : 1980...2099
        let (convention, words) = (plan.dates, plan.reference.dates)
        let reading = text.withUTF8 {
            DateReading.read(
                UnsafeRawBufferPointer($0),
                convention: convention,
                words: words,
                years: years
            )
        }
        switch reading {
        case .day(let day): return day
        case .placeholder: return nil
        case .vague:
            fail(field, .notADate)
            return nil
        case .problem(let problem):
            // The readings of an ambiguous birthday are somebody's birthday.
            fail(field, plan.form.isConfidential ? problem.withoutValues : problem)
            return nil
        }
    }

    /// A whole number of at least zero.
    public mutating func count(_ field: Field) -> Int? {
        guard let text = text(field) else { return nil }
        let plain = text.hasSuffix(".0") || text.hasSuffix(",0") ? text.dropLast(2) : text[...]
        let digits = plain.filter { !$0.isWhitespace }
        if let count = Int(digits), count >= 0, digits.count <= 9 { return count }
        fail(field, .notACount)
        return nil
    }

    /// An amount of money of at least zero.
    public mutating func money(_ field: Field, in currency: Currency = .eur) -> Money? {
        guard let text = text(field) else { return nil }
        if let money = try? Money(reading: text, in: currency), money.cents >= 0 { return money }
        fail(field, .notAnAmount)
        return nil
    }

    /// Yes or no.
    public mutating func truth(_ field: Field) -> Bool? {
        guard let text = text(field) else { return nil }
        switch FoldedText(text).lettersAndDigits {
        case "oui", "o", "yes", "y", "vrai", "true", "x", "1", "ok": return true
        case "non", "n", "no", "faux", "false", "0": return false
        default:
            if ["✓", "✔", "☑"].contains(text) { return true }
            fail(field, .notATruth)
            return nil
        }
    }

    /// An address of mail, in small letters where mail makes no difference.
    public mutating func email(_ field: Field) -> String? {
        guard let text = text(field) else { return nil }
        let halves = text.split(separator: "@" as Character, omittingEmptySubsequences: false)
        let isAddress =
            halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".")
            && !text.contains { $0.isWhitespace || ",;<>()".contains($0) }
            && !halves[1].hasPrefix(".") && !halves[1].hasSuffix(".")
        if isAddress { return text.lowercased() }
        fail(field, .notAnEmail)
        return nil
    }

    /// A telephone number as written; a French one gets back the zero that spreadsheets take away.
    public mutating func phone(_ field: Field, isFrench: Bool) -> String? {
        guard let text = text(field) else { return nil }
        let digits = text.filter(\.isASCIIDigit)
        let plain = text.allSatisfy { $0.isASCIIDigit || $0.isWhitespace || "+().-/".contains($0) }
        guard plain, (6...15).contains(digits.count) else {
            fail(field, .notAPhone)
            return nil
        }
        let lostZero = isFrench && digits.count == 9 && text.allSatisfy(\.isASCIIDigit)
        return lostZero && !digits.hasPrefix("0") ? "0" + digits : text
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
