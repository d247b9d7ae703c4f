/// Whole numbers by category and series, drawn as bars and always told as a table too.
public struct Chart: Hashable, Codable, Sendable {
    public struct Series: Hashable, Codable, Sendable {
        public let name: String
        /// One for each category, in their order; nil where nothing is known, which is no zero.
        public let values: [Int?]

        public init(name: String, values: [Int?]) {
            self.name = name
            self.values = values
        }
    }

    public let title: String
    /// What is counted: « appareils », « kg ».
    public let unit: String
    /// Years, kinds, fates: what stands below the bars.
    public let categories: [String]
    /// At most six: as many fills as can be told apart in black and white.
    public let series: [Series]

    public init(title: String, unit: String, categories: [String], series: [Series]) {
        self.title = title
        self.unit = unit
        self.categories = categories
        self.series = series
    }

    /// The table's heading row and its rows, as text.
    public var table: (heading: [String], rows: [[String]]) {
        let heading = [unit] + series.map(\.name)
        let rows = categories.enumerated().map { index, category in
            [category]
                + series.map { one in
                    one.values.indices.contains(index)
                        ? one.values[index].map { "\($0)" } ?? "–" : "–"
                }
        }
        return (heading, rows)
    }

    /// The upper end of the axis: the next of 1, 2, 5, 10, 20, 50 … at or above every value; at least 1.
    public var ceiling: Int {
        let highest = series.flatMap(\.values).compactMap(\.self).max() ?? 0
        var step = 1
        while true {
            for factor in [1, 2, 5] where factor * step >= highest { return factor * step }
            let (next, isTooLarge) = step.multipliedReportingOverflow(by: 10)
            if isTooLarge { return highest }
            step = next
        }
    }
}
