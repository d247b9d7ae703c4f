/// How the seller stands towards value added tax; each regime has its sentence on the slip.
public enum VATRegime: String, Codable, Hashable, Sendable, CaseIterable {
    case exemptNonprofit = "EXEMPT_NONPROFIT"
    case franchise = "FRANCHISE"
    case marginScheme = "MARGIN_SCHEME"
    case normal = "NORMAL"

    /// The legal sentence, French in every language: it cites French law.
    var mention: String {
        switch self {
        case .exemptNonprofit: "Exonération de TVA, article 261-7-1° du CGI"
        case .franchise: "TVA non applicable, article 293 B du CGI"
        case .marginScheme: "Régime particulier - Biens d'occasion (article 297 A du CGI)"
        case .normal: "TVA acquittée sur les débits"
        }
    }
}

/// One rate of a slip under the normal regime.
public struct VATLine: Codable, Hashable, Sendable {
    /// In hundredths of a per cent: 2000 is 20 %.
    public let rate: Int64
    /// Cents.
    public let net: Int64
    public let tax: Int64

    public init(rate: Int64, net: Int64, tax: Int64) {
        self.rate = rate
        self.net = net
        self.tax = tax
    }

    func printed(_ language: DocumentLanguage) -> String {
        let fraction = rate % 100 < 10 ? "0\(rate % 100)" : "\(rate % 100)"
        let percent = "\(rate / 100)\(language(",", "."))\(fraction)\u{A0}%"
        let net = Printed.money(net, language)
        let tax = Printed.money(tax, language)
        return language(
            "TVA \(percent) : base hors taxe \(net), taxe \(tax)",
            "VAT \(percent): net \(net), tax \(tax)"
        )
    }
}

/// Ways to pay (the names are those of the rulebook).
public enum PaymentMethod: String, Codable, Hashable, Sendable, CaseIterable {
    case cash = "CASH"
    case card = "CARD"
    case cheque = "CHEQUE"
    case transfer = "TRANSFER"
    case instalments = "INSTALMENTS"
    case thirdParty = "THIRD_PARTY"
    case free = "FREE"

    func printed(_ language: DocumentLanguage) -> String {
        switch self {
        case .cash: language("Espèces", "Cash")
        case .card: language("Carte bancaire", "Card")
        case .cheque: language("Chèque", "Cheque")
        case .transfer: language("Virement", "Bank transfer")
        case .instalments: language("Paiement échelonné", "Instalments")
        case .thirdParty: language("Tiers payeur", "Third-party payer")
        case .free: language("Gratuit", "Free")
        }
    }
}

/// A part of the price, paid in one way.
public struct Payment: Codable, Hashable, Sendable {
    public let method: PaymentMethod
    /// Cents.
    public let amount: Int64
    /// Who pays when it is not the buyer, or the schedule of the instalments.
    public let note: String?

    public init(method: PaymentMethod, amount: Int64, note: String? = nil) {
        self.method = method
        self.amount = amount
        self.note = note
    }

    func printed(_ language: DocumentLanguage) -> String {
        method.printed(language) + (note.map { " (\($0))" } ?? "")
    }
}

/// What the goods may be called: the rule for each is in the law of refurbished products.
public enum GoodsLabel: String, Codable, Hashable, Sendable, CaseIterable {
    case refurbished = "REFURBISHED"
    case used = "USED"

    func printed(_ language: DocumentLanguage) -> String {
        switch self {
        case .refurbished: language("Produit reconditionné", "Refurbished product")
        case .used: language("Produit d'occasion", "Used product")
        }
    }
}
