import FoundationEssentials

/// Values on their way to a door that takes `jsonb`.
public enum SentJSON {
    /// The JSON text of a value; absent optionals are left out.
    public static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            preconditionFailure("values for the database are plain, and encode")
        }
    }
}
