import Domain
import Importing

/// The SIREN and SIRET of a row, their check digits proven.
struct CompanyNumbers {
    private(set) var siren: String?
    private(set) var siret: String?

    init(_ row: inout ListRow<DonorList.Field>, isFrench: Bool) {
        guard isFrench else { return }
        siren = Self.digits(.siren, of: 9, in: &row)
        // A column of either holds both.
        let either = row.written(.siret).filter(\.isASCIIDigit).count
        siret = Self.digits(.siret, of: either == 9 ? 9 : 14, in: &row)
        if either == 9 { (siren, siret) = (siren ?? siret, nil) }
        guard let siret else { return }
        if let siren, !siret.hasPrefix(siren) { row.fail(.siret, .otherCompany) }
        siren = siren ?? String(siret.prefix(9))
    }

    private static func digits(
        _ field: DonorList.Field,
        of count: Int,
        in row: inout ListRow<DonorList.Field>
    ) -> String? {
        guard let text = row.text(field) else { return nil }
        let digits = text.filter(\.isASCIIDigit)
        let isPlain = text.allSatisfy { $0.isASCIIDigit || $0.isWhitespace || ".-".contains($0) }
        let problem = Problem.notACompanyNumber(count)
        guard isPlain, digits.count == count else {
            let lost = isPlain && digits.count == count - 1 && holds("0" + digits)
            row.fail(field, lost ? .lostZero : problem)
            return nil
        }
        if holds(digits) { return digits }
        row.fail(field, problem)
        return nil
    }

    /// The Luhn check; La Poste's establishments have a check of their own.
    private static func holds(_ digits: String) -> Bool {
        let values = digits.utf8.map { Int($0 & 0x0F) }
        if digits.count == 14, digits.hasPrefix("356000000") {
            return values.reduce(0, +).isMultiple(of: 5)
        }
        let sum = values.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.element * (digit.offset.isMultiple(of: 2) ? 1 : 2)
            return sum + (value > 9 ? value - 9 : value)
        }
        return sum.isMultiple(of: 10) && values.contains { $0 > 0 }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Problem {
    fileprivate static func notACompanyNumber(_ count: Int) -> Problem {
        let what = count == 9 ? "SIREN" : "SIRET"
        return .expected(
            "not_a_\(what.lowercased())",
            Phrase(
                fr: "les \(count) chiffres du \(what) sont attendus, clé comprise",
                en: "the \(count) digits of the \(what) are expected, check digit included"
            )
        )
    }

    fileprivate static let lostZero = Problem.expected(
        "lost_zero",
        Phrase(
            fr: "un tableur a sans doute ôté le zéro de tête, écrire le numéro en format texte",
            en: "a spreadsheet has probably taken the leading zero away, write it in a text cell"
        )
    )

    fileprivate static let otherCompany = Problem.expected(
        "siret_of_another",
        Phrase(
            fr: "ce SIRET ne commence pas par le SIREN de la ligne",
            en: "this SIRET does not begin with the SIREN of the row"
        )
    )
}
