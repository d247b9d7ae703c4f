import Domain
import Importing

/// The prices of a list, by kind and grade.
struct ListedPrices {
    private struct Line: Hashable {
        let kind: DeviceType
        let grade: Grade
    }

    private var prices: [Line: [Int: Int64]] = [:]
    /// In the order of the list.
    private var lines: [Line] = []

    /// Nil when a row says what is wrong with it.
    init?(_ rows: inout [ListRow<PriceList.Field>]) {
        for index in rows.indices { read(&rows[index]) }
        guard rows.allSatisfy(\.errors.isEmpty) else { return nil }
        let brackets = prices.values.compactMap { $0.keys.max() }.max() ?? 0
        for index in rows.indices { requireWhole(&rows[index], brackets) }
        guard rows.allSatisfy(\.errors.isEmpty) else { return nil }
    }

    var rows: [PublishPriceGrid.Row] {
        lines.map { line in
            let cents = (prices[line] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
            return PublishPriceGrid.Row(kind: line.kind, grade: line.grade.letter, cents: cents)
        }
    }

    private mutating func read(_ row: inout ListRow<PriceList.Field>) {
        guard let line = Self.line(&row) else { return }
        var given = Self.columns(&row)
        if let bracket = Self.bracket(&row) {
            if let price = row.money(.price) {
                given.append((.price, bracket, price.cents))
            } else if row.errors.isEmpty {
                row.fail(.price, .missing)
            }
        }
        if prices[line] == nil { lines.append(line) }
        for (field, bracket, cents) in given {
            if prices[line]?[bracket] != nil { row.fail(field, .repeated) }
            prices[line, default: [:]][bracket] = cents
        }
    }

    private static func line(_ row: inout ListRow<PriceList.Field>) -> Line? {
        let before = row.errors.count
        let kind = row.word(.kind, DeviceType.self)
        let grade = row.word(.grade, Grade.self)
        guard row.errors.count == before else { return nil }
        guard let kind else {
            row.fail(.kind, .missing)
            return nil
        }
        guard let grade, grade.isSellable else {
            row.fail(.grade, grade == nil ? .missing : .unknownWord(nearest: ["A", "B", "C"]))
            return nil
        }
        guard kind.priceFormula == .row(kind) else {
            row.fail(.kind, .priceIsDerived)
            return nil
        }
        return Line(kind: kind, grade: grade)
    }

    private static func columns(
        _ row: inout ListRow<PriceList.Field>
    ) -> [(PriceList.Field, bracket: Int, cents: Int64)] {
        var given: [(PriceList.Field, bracket: Int, cents: Int64)] = []
        for (index, field) in PriceList.Field.brackets.enumerated() {
            guard let price = row.money(field) else { continue }
            given.append((field, index + 1, price.cents))
        }
        return given
    }

    /// "Q2", "T2", "2", "Tranche 2".
    private static func bracket(_ row: inout ListRow<PriceList.Field>) -> Int? {
        guard let text = row.text(.bracket) else { return nil }
        let digits = text.filter { ("0"..."9").contains($0) }
        let letters = FoldedText(text).lettersAndDigits.filter { !("0"..."9").contains($0) }
        let isBracket = ["", "q", "t", "tranche", "tr", "bracket", "band"].contains(letters)
        if isBracket, let number = Int(digits), (1...9).contains(number) { return number }
        row.fail(.bracket, .notABracket)
        return nil
    }

    /// A kind and grade without a price in one of the brackets could not be sold there.
    private func requireWhole(_ row: inout ListRow<PriceList.Field>, _ brackets: Int) {
        guard let line = Self.line(&row), brackets > 0 else { return row.fail(.noPrices) }
        for bracket in 1...brackets where prices[line]?[bracket] == nil {
            let column = PriceList.Field.brackets[bracket - 1]
            row.fail(row.has(column) ? column : .bracket, .priceMissing(bracket))
        }
    }
}

extension Problem {
    fileprivate static let notABracket = Problem.expected(
        "not_a_bracket",
        Phrase(fr: "une tranche est attendue, comme Q2", en: "a bracket is expected, such as Q2")
    )

    fileprivate static let noPrices = Problem.expected(
        "no_prices",
        Phrase(fr: "la ligne n'a aucun prix", en: "the row has no price")
    )

    fileprivate static let priceIsDerived = Problem.expected(
        "price_is_derived",
        Phrase(
            fr: "le prix de ce type se déduit des autres, il n'a pas de ligne à lui",
            en: "the price of this kind follows from the others, it has no row of its own"
        )
    )

    fileprivate static func priceMissing(_ bracket: Int) -> Problem {
        .expected(
            "price_missing",
            Phrase(
                fr: "le prix de la tranche Q\(bracket) manque, que d'autres lignes ont",
                en: "the price of bracket Q\(bracket) is missing, which other rows have"
            )
        )
    }
}
