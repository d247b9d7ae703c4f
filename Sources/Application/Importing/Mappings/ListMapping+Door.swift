import Domain
public import Importing

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

extension OpenMoulin {
    /// What a person says of a list, completed by what was kept under a name; kept under another name when asked.
    ///
    /// - Throws: `.unreadable` for a word or a name that is not known.
    public func choices(
        _ said: ListMapping,
        mapping name: String?,
        savedAs: String?
    ) async throws(Failure) -> DeviceListPlan.Choices {
        var mapping = said
        if let name {
            let kept = try await application.ask(ShowImportMapping(mapping: name), as: speaker)
            mapping = said.completed(by: kept)
        }
        if let savedAs {
            _ = try await application.perform(
                SaveImportMapping(name: savedAs, mapping),
                as: speaker
            )
        }
        guard let choices = mapping.choices else {
            let words = mapping.columns.values.sorted().joined(separator: ", ")
            throw .unreadable(
                Unreadable(
                    words,
                    expected: Phrase(
                        fr: "pour chaque colonne un de : \(ListMapping.roles)",
                        en: "for each column one of: \(ListMapping.roles)"
                    )
                )
            )
        }
        return choices
    }
}
