import Domain

extension Composition {
    /// Bars from left to right, one row a category and series; the table that must go with them is the caller's.
    func chart(_ chart: Chart) {
        let isSingle = chart.series.count == 1
        for (index, category) in chart.categories.enumerated() {
            for series in chart.series where series.values.indices.contains(index) {
                guard let value = series.values[index] else { continue }
                row(isSingle ? category : "\(category) · \(series.name)", value, of: chart.ceiling)
            }
        }
        space(mm(2))
    }

    private func row(_ name: String, _ value: Int, of ceiling: Int) {
        let label = block(name, .cell, width: mm(52))
        let figure = block("\(value)", .cell.bold)
        let height = max(label.height, mm(4))
        keep(height)
        let x = Self.left + mm(55)
        let length = (Self.right - x - mm(16)) * Double(max(0, value)) / Double(ceiling)
        tagged(.paragraph) {
            put(.text(label, x: Self.left, y: y))
            put(.text(figure, x: x + length + mm(1.5), y: y))
        }
        if length > 0 {
            put(.rule(x: x, y: y + mm(2), width: length, thickness: mm(3), .accent))
        }
        y += height + mm(0.8)
    }
}
