/// A libpq connection string, `key='value' …`, with every value quoted, in the order given.
func conninfo(_ parameters: KeyValuePairs<String, String>) -> String {
    parameters.map { key, value in
        let escaped = value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "\(key)='\(String(escaped))'"
    }
    .joined(separator: " ")
}
