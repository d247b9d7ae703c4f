extension Money {
    /// The amount as the language writes it: `1 234,56 €` or `€1,234.56`.
    ///
    /// In French thousands are parted by a narrow no-break space (U+202F) and the sign stands
    /// after a no-break space (U+00A0), so that an amount never breaks over two lines.
    public func formatted(in language: Language) -> String {
        let minus = cents < 0 ? "-" : ""
        switch language {
        case .fr:
            let number = digits(groupedBy: "\u{202F}", decimalMark: ",")
            return "\(minus)\(number)\u{A0}\(currency.sign(in: .fr))"
        case .en:
            let number = digits(groupedBy: ",", decimalMark: ".")
            return "\(minus)\(currency.sign(in: .en))\(number)"
        }
    }

    /// The amount framed by asterisks, which stands for the amount in words: `***2 400,00***`.
    ///
    /// Domain rulebook 1.3. Plain spaces, so that the number can be searched as typed.
    public var receiptForm: String {
        "***" + (cents < 0 ? "-" : "") + digits(groupedBy: " ", decimalMark: ",") + "***"
    }

    /// The amount for machines, with a point and two decimals: `1234.56`.
    public var plain: String {
        (cents < 0 ? "-" : "") + digits(groupedBy: "", decimalMark: ".")
    }

    private func digits(groupedBy separator: String, decimalMark: String) -> String {
        let (whole, hundredths) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        let decimals = hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
        return String(whole).groupedByThousands(with: separator) + decimalMark + decimals
    }
}

extension String {
    /// These digits with a separator before every third from the right.
    func groupedByThousands(with separator: String) -> String {
        var grouped = ""
        for (index, digit) in enumerated() {
            if index > 0, (count - index).isMultiple(of: 3) { grouped += separator }
            grouped.append(digit)
        }
        return grouped
    }
}
