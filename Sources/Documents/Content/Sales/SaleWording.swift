public import Domain

/// How the seller stands towards value added tax; each regime has its sentence on the slip.
public enum VATRegime: String, Codable, Hashable, Sendable, CaseIterable {
    case exemptNonprofit = "EXEMPT_NONPROFIT"
    case franchise = "FRANCHISE"
    case marginScheme = "MARGIN_SCHEME"
    case normal = "NORMAL"

    /// The legal sentence, French in every language: it cites French law.
    ///
    /// Nil under the normal regime, where the rates and taxes speak.
    var mention: String? {
        switch self {
        case .exemptNonprofit: "Exonération de TVA, article 261-7-1° du CGI"
        case .franchise: "TVA non applicable, article 293 B du CGI"
        case .marginScheme: "Régime particulier - Biens d'occasion (article 297 A du CGI)"
        case .normal: nil
        }
    }
}

/// One rate of a slip under the normal regime.
public struct VATLine: Codable, Hashable, Sendable {
    /// In hundredths of a per cent: 2000 is 20 %.
    public let rate: Int64
    public let net: Money
    public let tax: Money

    public init(rate: Int64, net: Money, tax: Money) {
        self.rate = rate
        self.net = net
        self.tax = tax
    }

    func printed(_ language: Language) -> String {
        let fraction = rate % 100 < 10 ? "0\(rate % 100)" : "\(rate % 100)"
        let percent = "\(rate / 100)\(language(",", "."))\(fraction)\u{A0}%"
        let net = net.formatted(in: language)
        let tax = tax.formatted(in: language)
        return language(
            "TVA \(percent) : base hors taxe \(net), taxe \(tax)",
            "VAT \(percent): net \(net), tax \(tax)"
        )
    }
}

/// A part of the price, paid in one way.
public struct Payment: Codable, Hashable, Sendable {
    public let method: PaymentMethod
    public let amount: Money
    /// Who pays when it is not the buyer, or the schedule of the instalments.
    public let note: String?

    public init(method: PaymentMethod, amount: Money, note: String? = nil) {
        self.method = method
        self.amount = amount
        self.note = note
    }

    func printed(_ language: Language) -> String {
        let name = method.label(in: language)
        return name.prefix(1).uppercased() + name.dropFirst() + (note.map { " (\($0))" } ?? "")
    }
}
