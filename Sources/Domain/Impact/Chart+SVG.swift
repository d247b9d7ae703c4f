extension Chart {
    /// The chart as an `svg` element, to be put into a page as it is: every text in it is escaped.
    ///
    /// Its size is in pixels and does not shrink with the page, so that its text stays readable on a telephone; let the
    /// element around it scroll. Colours come from the page: `currentColor` at falling opacity.
    public var svg: String {
        let drawing = ChartDrawing(chart: self)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" width="\(drawing.width)" \
            height="\(drawing.height)" viewBox="0 0 \(drawing.width) \(drawing.height)" font-size="12" fill="currentColor">
            <title>\(Self.escaped(title))</title>
            \((drawing.axis + drawing.bars + drawing.legend).joined(separator: "\n"))
            </svg>
            """
    }

    /// The chart and its table in one `figure`, for a page that reads well without seeing the bars.
    public var figure: String {
        let (heading, rows) = table
        let head = heading.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
        let body = rows.map { row in
            "<tr><th scope=\"row\">\(Self.escaped(row[0]))</th>"
                + row.dropFirst().map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>"
        }
        return """
            <figure class="chart">
            \(svg)
            <table><caption>\(Self.escaped(title))</caption><thead><tr>\(head)</tr></thead>
            <tbody>\(body.joined(separator: "\n"))</tbody></table>
            </figure>
            """
    }

    /// Text for an element or an attribute of HTML and SVG: what would mean something there stands for itself, and
    /// characters that XML forbids are left out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n", "\r": escaped += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// Where everything of a chart goes, in whole pixels.
private struct ChartDrawing {
    let chart: Chart

    private let left = 56
    private let top = 16
    private let plot = 200
    private let bar = 26
    private let gap = 24

    private var group: Int { max(1, chart.series.count) * bar + gap }
    private var bottom: Int { top + plot }
    var width: Int { left + max(1, chart.categories.count) * group + gap }
    var height: Int { bottom + 40 + 20 * chart.series.count }

    /// Four lines with their numbers.
    var axis: [String] {
        (0...4).map { quarter in
            let y = bottom - plot * quarter / 4
            let value = chart.ceiling * quarter / 4
            let isExact = chart.ceiling * quarter % 4 == 0
            return """
                <line x1="\(left)" y1="\(y)" x2="\(width)" y2="\(y)" stroke="currentColor" stroke-opacity="0.25"/>\
                <text x="\(left - 6)" y="\(y + 4)" text-anchor="end">\(isExact ? "\(value)" : "")</text>
                """
        }
    }

    /// The bars of each category, each with its number, and the category's name below.
    var bars: [String] {
        chart.categories.indices.map { category in
            let start = left + gap / 2 + category * group
            let bars = chart.series.indices.map { bar($0, of: category, from: start) }
            let middle = start + (group - gap) / 2
            let name = Chart.escaped(chart.categories[category])
            return bars.joined()
                + "<text x=\"\(middle)\" y=\"\(bottom + 16)\" text-anchor=\"middle\">\(name)</text>"
        }
    }

    private func bar(_ index: Int, of category: Int, from start: Int) -> String {
        let series = chart.series[index]
        guard series.values.indices.contains(category), let value = series.values[category] else {
            return ""
        }
        let height = max(0, value) * plot / chart.ceiling
        let x = start + index * bar
        let y = bottom - height
        let said = Chart.escaped(
            "\(series.name), \(chart.categories[category]) : \(value) \(chart.unit)"
        )
        return """
            <rect x="\(x)" y="\(y)" width="\(bar - 4)" height="\(height)" fill-opacity="\(opacity(index))" \
            stroke="currentColor"><title>\(said)</title></rect>\
            <text x="\(x + (bar - 4) / 2)" y="\(y - 4)" text-anchor="middle" font-size="11">\(value)</text>
            """
    }

    var legend: [String] {
        chart.series.enumerated().map { index, series in
            let y = bottom + 32 + 20 * index
            return """
                <rect x="\(left)" y="\(y)" width="12" height="12" fill-opacity="\(opacity(index))" stroke="currentColor"/>\
                <text x="\(left + 18)" y="\(y + 11)">\(Chart.escaped(series.name)) (\(Chart.escaped(chart.unit)))</text>
                """
        }
    }

    private func opacity(_ index: Int) -> String {
        ["0.9", "0.45", "0.15", "0.7", "0.3", "0"][index % 6]
    }
}
