extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    /// The kind, and the names that the server gave.
    ///
    /// No values: this line may go to any log.
    public var description: String {
        switch kind {
        case .server(let state): "server refused: \(state)\(names)\(harmlessMessage(of: state))"
        case .decoding(let mismatch): mismatch.description
        case .encoding(let parameter): "parameter $\(parameter) cannot be sent: \(message)"
        case .unexpectedRowCount(let count): "\(message), not \(count)"
        case .connectionFailed: "connection failed: \(message)"
        case .connectionLost: "connection lost: \(message)"
        case .cancelled: "cancelled: \(message)"
        case .timedOut: "timed out: \(message)"
        case .commitOutcomeUnknown: "commit outcome unknown: \(message)"
        case .overloaded: "overloaded: \(message)"
        case .misuse: "misuse: \(message)"
        }
    }

    /// Everything known, row data included.
    ///
    /// For a developer's eyes.
    public var debugDescription: String {
        guard let report else {
            return "\(description) [\(message)]"
        }
        let lines = [report.message, report.detail, report.hint, report.context].compactMap(\.self)
        return ([description] + lines).joined(separator: "\n")
    }

    private var names: String {
        let named = [
            ("constraint", constraintName), ("table", tableName), ("column", columnName),
        ]
        return named.compactMap { label, name in name.map { ", \(label) \($0)" } }.joined()
    }

    /// The server's sentence, for the families that speak of statements, rights and resources.
    ///
    /// Data exceptions (class 22) quote the value, and raised exceptions say whatever their author wrote.
    private func harmlessMessage(of state: SQLState) -> String {
        let harmless = ["08", "25", "26", "28", "3D", "40", "42", "53", "55", "57", "58"]
        return harmless.contains { $0 == state.conditionClass } ? ", \(message)" : ""
    }
}
