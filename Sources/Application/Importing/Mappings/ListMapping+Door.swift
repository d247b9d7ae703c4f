extension ListMapping {
    /// Of the words of a command line: `Heading=serial` for columns, cells set apart by `;`, `,` or tabs for a heading.
    ///
    /// Nil when a column has no word behind its last equals sign.
    public init?(columns: [String], heading: String?, charset: String?, dates: String?) {
        self.init(charset: charset, dates: dates)
        for column in columns {
            guard let sign = column.lastIndex(of: "=") else { return nil }
            self.columns[String(column[..<sign])] = String(column[column.index(after: sign)...])
        }
        guard let heading else { return }
        let separator = [";", "\t", ","].first { heading.contains($0) } ?? ";"
        self.heading = heading.split(separator: separator, omittingEmptySubsequences: false).map {
            String($0.trimmingPrefix { $0 == " " })
        }
    }
}
