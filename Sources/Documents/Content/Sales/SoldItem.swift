public import Domain

/// A machine handed over, sold or given.
public struct SoldItem: Codable, Hashable, Sendable {
    public let code: String
    /// Device type in the words of the document.
    public let nature: String
    public let brand: String
    public let model: String
    public let serial: String
    public let label: SaleLabel
    /// `A`, `B` or `C`.
    public let grade: String
    /// Each defect as declared to the buyer; empty when there is none.
    public let defects: [String]
    /// Operating system and licence.
    public let system: String?
    /// Tax included; nil on a gift.
    public let price: Money?

    public init(
        code: String,
        nature: String,
        brand: String,
        model: String,
        serial: String,
        label: SaleLabel,
        grade: String,
        defects: [String] = [],
        system: String? = nil,
        price: Money? = nil
    ) {
        self.code = code
        self.nature = nature
        self.brand = brand
        self.model = model
        self.serial = serial
        self.label = label
        self.grade = grade
        self.defects = defects
        self.system = system
        self.price = price
    }

    func mentions(_ language: Language) -> [String] {
        [
            code, serial, label.label(in: language), brand, model,
            "\(language("Grade", "Grade")) \(grade)",
        ]
            + defects + (system.map { [$0] } ?? [])
            + (price.map { [$0.formatted(in: language)] } ?? [])
    }

    func row(_ language: Language) -> [String] {
        let serialName = language("N° de série", "Serial no.")
        var article = "\(brand) \(model), \(nature)\n\(serialName) \(serial)"
        if let system { article += "\n\(system)" }
        let declared =
            defects.isEmpty
            ? language("Aucun défaut déclaré", "No declared defect")
            : language("Défauts déclarés : ", "Declared defects: ")
                + defects.joined(separator: " ; ")
        let state =
            "\(label.label(in: language))\n\(language("Grade", "Grade")) \(grade)\n\(declared)"
        return [code, article, state] + (price.map { [$0.formatted(in: language)] } ?? [])
    }
}

extension Composition {
    func items(_ items: [SoldItem], total: Money?, _ language: Language)
        throws(DrawingError)
    {
        var columns = [
            Table.Column(heading: "Code", share: 1.9),
            Table.Column(heading: language("Article", "Item"), share: 5),
            Table.Column(heading: language("État", "Condition"), share: 4.2),
        ]
        if total != nil {
            columns.append(
                Table.Column(
                    heading: language("Prix TTC", "Price incl. tax"),
                    share: 2.2,
                    alignment: .end
                )
            )
        }
        let totals = total.map {
            [["", language("Total TTC", "Total incl. tax"), "", $0.formatted(in: language)]]
        }
        try table(
            Table(columns: columns, rows: items.map { $0.row(language) }, totals: totals ?? [])
        )
    }
}
