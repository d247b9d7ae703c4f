import Cluster
import Postgres
import TestSupport

extension Town {
    /// Runs a text as the superuser, around every wall.
    public func tamper(_ sql: String) async throws {
        let db = try await database.connect(as: .superuser)
        _ = try await db.script(sql)
        await db.close()
    }
}
