import Domain
import Postgres

extension Row {
    /// A day that was selected as text; nil when it is null.
    func day(_ column: String) throws(PostgresError) -> Day? {
        let text: String? = try decode(column)
        return text.flatMap { Day($0) }
    }
}
