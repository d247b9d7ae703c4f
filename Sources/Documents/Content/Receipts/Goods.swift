public import Domain

/// A line of goods on a document of gift: what was received **and accepted**.
public struct GoodsLine: Codable, Hashable, Sendable {
    public let quantity: Int
    /// Device type, in the words of the document: « ordinateur portable ».
    public let nature: String
    public let brand: String
    public let model: String
    /// Nil on a document that states no value.
    public let unitValue: Money?

    public init(
        quantity: Int,
        nature: String,
        brand: String,
        model: String,
        unitValue: Money? = nil
    ) {
        self.quantity = quantity
        self.nature = nature
        self.brand = brand
        self.model = model
        self.unitValue = unitValue
    }

    var lineValue: Money? { unitValue.map { $0 * quantity } }
}

/// A single machine of the appendix.
public struct SerialLine: Codable, Hashable, Sendable {
    /// The workshop's own code.
    public let code: String
    public let serial: String
    public let description: String
    /// Nil on a document that states no value.
    public let value: Money?

    public init(code: String, serial: String, description: String, value: Money? = nil) {
        self.code = code
        self.serial = serial
        self.description = description
        self.value = value
    }

    /// For a paper that must name no value, whatever is known.
    var withoutValue: SerialLine {
        SerialLine(code: code, serial: serial, description: description)
    }
}

/// Goods by nature and quantity; columns of value only where there are values.
struct GoodsTable {
    let lines: [GoodsLine]
    let total: Money?
    let language: Language

    var table: Table {
        let count = lines.reduce(0) { $0 + $1.quantity }
        let totals =
            ["\(count)", "Total", "", ""]
            + (total.map { ["", $0.formatted(in: language)] } ?? [])
        return Table(columns: columns, rows: lines.map(row), totals: [totals])
    }

    private var columns: [Table.Column] {
        let columns = [
            Table.Column(heading: language("Qté", "Qty"), share: 1.0, alignment: .end),
            Table.Column(heading: language("Nature", "Nature"), share: 4),
            Table.Column(heading: language("Marque", "Brand"), share: 2.5),
            Table.Column(heading: language("Modèle", "Model"), share: 4.5),
        ]
        guard total != nil else { return columns }
        return columns + [
            Table.Column(
                heading: language("Valeur unitaire", "Unit value"),
                share: 2.6,
                alignment: .end
            ),
            Table.Column(heading: language("Valeur", "Value"), share: 2.6, alignment: .end),
        ]
    }

    private func row(_ line: GoodsLine) -> [String] {
        let goods = ["\(line.quantity)", line.nature, line.brand, line.model]
        guard total != nil else { return goods }
        return goods
            + [line.unitValue, line.lineValue].map { $0.map { $0.formatted(in: language) } ?? "" }
    }
}

extension Composition {
    func goods(_ lines: [GoodsLine], total: Money?, _ language: Language)
        throws(DrawingError)
    {
        try table(GoodsTable(lines: lines, total: total, language: language).table)
    }

    /// The appendix, from a fresh page: each machine by its serial number.
    func appendix(_ serials: [SerialLine], of number: String, _ language: Language)
        throws(DrawingError)
    {
        guard !serials.isEmpty else { return }
        breakPage()
        heading(
            language(
                "Annexe au n° \(number) : numéros de série",
                "Appendix to no. \(number): serial numbers"
            )
        )
        try table(SerialTable(serials: serials, language: language).table)
    }
}

/// Machines by their serial numbers; a column of value only where there are values.
struct SerialTable {
    let serials: [SerialLine]
    let language: Language

    var table: Table {
        let isValued = serials.contains { $0.value != nil }
        var columns = [
            Table.Column(heading: language("N°", "No."), share: 0.8, alignment: .end),
            Table.Column(heading: language("Code", "Code"), share: 2.6),
            Table.Column(heading: language("Numéro de série", "Serial number"), share: 4),
            Table.Column(heading: language("Désignation", "Description"), share: 5),
        ]
        if isValued {
            columns.append(
                Table.Column(heading: language("Valeur", "Value"), share: 2, alignment: .end)
            )
        }
        let rows = serials.enumerated().map { index, line in
            ["\(index + 1)", line.code, line.serial, line.description]
                + (isValued ? [line.value.map { $0.formatted(in: language) } ?? ""] : [])
        }
        return Table(columns: columns, rows: rows)
    }
}
