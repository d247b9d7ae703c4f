public import Domain

/// Why a row is not taken, at the place where a person will look.
public struct RowError: Error, Sendable, Hashable {
    public var line: Int
    /// Counted from 1; 0 when the whole row is meant.
    public var column: Int
    /// As the list writes it; empty when the whole row is meant.
    public var heading: String
    /// As written, cut after some eighty characters; empty where it is nobody's business.
    public var value: String
    public var problem: Problem

    public init(line: Int, column: Int, heading: String, value: String, problem: Problem) {
        self.line = line
        self.column = column
        self.heading = heading
        self.value = value
        self.problem = problem
    }

    /// What was expected, for whoever has the row before them: "N° de série : …".
    public func reason(in language: Language) -> String {
        clause(heading, in: language)
    }

    /// The whole sentence: "Ligne 17, colonne 4, N° de série « 6,37E+15 » : …".
    public func sentence(in language: Language) -> String {
        switch language {
        case .fr:
            "Ligne \(line)\(column > 0 ? ", colonne \(column)" : ""), "
                + clause(value.isEmpty ? heading : "\(heading) « \(value) »", in: .fr)
        case .en:
            "Line \(line)\(column > 0 ? ", column \(column)" : ""), "
                + clause(value.isEmpty ? heading : "\(heading) \"\(value)\"", in: .en)
        }
    }

    private func clause(_ cell: String, in language: Language) -> String {
        let expected = problem.sentence.text(in: language)
        guard column > 0 else { return expected }
        return language == .fr ? "\(cell) : \(expected)" : "\(cell): \(expected)"
    }
}
