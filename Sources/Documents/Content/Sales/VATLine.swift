public import Domain

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
