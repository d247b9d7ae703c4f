import FoundationEssentials
import Postgres

/// A value of a column that was sent as JSON text.
///
/// A text that does not hold one is a mismatch of the column, as a word in a column of numbers would be.
struct StoredJSON<Value: Decodable & Sendable>: PostgresDecodable {
    let value: Value

    static func decode(_ field: Field) -> StoredJSON? {
        guard let text = String.decode(field),
            let value = try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
        else { return nil }
        return StoredJSON(value: value)
    }
}
