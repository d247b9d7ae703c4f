/// Hears one sheet of an XLSX.
final class ExcelSheet: SheetListener {
    private let parts: ExcelParts
    private var rows: SheetRows
    private var row = 0
    private var column = -1
    private var type = ""
    private var style = 0
    private var value: [UInt8] = []
    private var isInValue = false
    private var isFormula = false
    private var isHidden = false
    private var merged: MergedCells

    init(_ parts: ExcelParts, _ merged: MergedCells, _ limits: SpreadsheetLimits) {
        self.parts = parts
        self.merged = merged
        rows = SheetRows(limits)
    }

    private(set) var hiddenRows = 0

    func take() -> [UInt8] { rows.take() }

    func start(_ name: String, _ attributes: XMLAttributes) -> XMLFault.Reason? {
        switch name {
        case "row":
            row = attributes["r"].flatMap { Int($0) } ?? rows.followingRow
            isHidden = ["1", "true"].contains(attributes["hidden"])
            column = -1
        case "c":
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            value.removeAll(keepingCapacity: true)
            isFormula = false
        case "f": isFormula = true
        case "v": isInValue = true
        case "t": isInValue = type == "inlineStr"
        default: break
        }
        return nil
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> XMLFault.Reason? {
        guard isInValue else { return nil }
        value.append(contentsOf: bytes)
        return value.count > 1 << 20 ? .tooLong : nil
    }

    func end(_ name: String) -> XMLFault.Reason? {
        switch name {
        case "v", "t": isInValue = false
        case "c":
            guard !value.isEmpty else {
                // A formula that gives an empty text has the type of texts.
                guard isFormula, type != "str" else { return nil }
                return rows.put(SheetCell.formulaWithoutValue, column: column)
            }
            let text = shown(String(decoding: value, as: UTF8.self))
            if !merged.isEmpty { merged.meet(text, row: row, column: column) }
            return rows.put(text, column: column)
        case "row":
            if isHidden, !rows.isBlank { hiddenRows += 1 }
            return rows.fill(merged.values(in: row)) ?? rows.endRow(row)
        default: break
        }
        return nil
    }

    private func shown(_ stored: String) -> String {
        switch type {
        case "s":
            guard let index = Int(stored.trimmingWhiteSpace), parts.texts.indices.contains(index)
            else { return "" }
            return parts.texts[index]
        case "b": return stored == "1" ? "true" : "false"
        case "n":
            let format = parts.formats.indices.contains(style) ? parts.formats[style] : .general
            return format.shown(stored, since1904: parts.since1904)
        default: return ExcelText.decoded(stored)
        }
    }

    /// From 0, of `AB12`; nil when no letters stand before the figures.
    static func column(_ reference: some StringProtocol) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard byte >= 0x41, byte <= 0x5A else { break }
            column = column * 26 + Int(byte - 0x40)
            if column > 1 << 20 { return column }
        }
        return column > 0 ? column - 1 : nil
    }
}
