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
