import Domain

/// The sentences of the fiscal receipts, word for word.
enum FiscalWording {
    private static let certifies =
        "Le bénéficiaire certifie sur l'honneur que les dons et versements qu'il reçoit ouvrent droit à la "
        + "réduction d'impôt prévue à l'article"

    /// Gifts of individuals.
    static let individual = "\(certifies) 200 du CGI"
    /// Gifts of companies.
    static let company = "\(certifies) 238 bis du CGI"

    static let companyValues =
        "Valorisation établie sous la responsabilité de l'entreprise donatrice"

    /// « le 5 octobre 2026 », or « du 1er au … » for a stated period.
    static func dates(_ from: Day, _ to: Day?) -> String {
        guard let to, to != from else { return "Le \(from.formatted(in: .fr))" }
        return "Du \(from.formatted(in: .fr)) au \(to.formatted(in: .fr))"
    }
}

extension Composition {
    /// Who receives: what the tax form asks of the beneficiary, with its category ticked.
    func beneficiary(_ issuer: Issuer) {
        heading("Bénéficiaire des dons et versements")
        facts([
            Fact(label: "Nom ou dénomination", value: issuer.name, isStrong: true),
            Fact(label: "SIREN ou RNA", value: issuer.registration),
            Fact(label: "Adresse", value: issuer.address.inline),
            Fact(label: "Objet", value: issuer.object ?? ""),
            Fact(label: "Catégorie", value: issuer.taxCategory.map { "☒ \($0)" } ?? ""),
        ])
    }

    /// Which cancelled document this one stands for.
    func history(_ replacement: Replacement?, _ language: Language) {
        guard let replacement else { return }
        paragraph(replacement.sentence(in: language), .strong)
    }
}
