import Cluster

/// One thing that stands in the way, and how to take it away.
enum Wall: Sendable, Hashable {
    /// A constraint or unique index, by its name.
    case constraint(String)
    /// What a login was granted; it falls when everything is granted.
    case privilege
    /// The row policies of a table: rows of others are neither seen nor written.
    case rows(of: String)
    /// One restrictive policy.
    case policy(String, of: String)
    /// The keys that point at a table; they fall when no trigger fires, which only a superuser can bring about.
    case keys
    /// No login makes anything in a schema.
    case creation(schema: String)
    /// No login makes temporary tables of its own.
    case temporaryTables
    /// A setting that only a superuser has.
    case setting(String)
    /// No login is a member of another.
    case membership(of: Login)

    /// The statements that take the wall away from a login; `tables` says where each constraint and index is.
    func removal(from login: Login, in database: String, _ tables: [String: String]) -> String {
        switch self {
        case .constraint(let name):
            guard let table = tables[name] else {
                return "DROP INDEX IF EXISTS core.\(name), social.\(name)"
            }
            return "ALTER TABLE \(table) DROP CONSTRAINT \(name) CASCADE"
        case .privilege: return Self.schemas.map { Self.grant($0, to: login) }.joined()
        case .rows(let table): return "ALTER TABLE \(table) DISABLE ROW LEVEL SECURITY"
        case .policy(let name, let table): return "DROP POLICY \(name) ON \(table)"
        case .keys: return "SET LOCAL session_replication_role = replica"
        case .creation(let schema): return "GRANT CREATE ON SCHEMA \(schema) TO \(login.role)"
        case .temporaryTables: return "GRANT TEMP ON DATABASE \(database) TO \(login.role)"
        case .setting(let name): return "GRANT SET ON PARAMETER \(name) TO \(login.role)"
        case .membership(let other): return "GRANT \(other.role) TO \(login.role)"
        }
    }

    /// True when an error of this SQLSTATE and name is this wall speaking.
    func refuses(_ state: String?, _ constraint: String?) -> Bool {
        switch self {
        case .constraint(let name): constraint == name
        case .privilege, .creation, .temporaryTables, .setting: state == "42501"
        case .rows, .policy: state == "42501" || constraint == "nothing_happened"
        case .keys: state == "23503"
        case .membership: constraint == "nothing_happened"
        }
    }

    private static let schemas = [
        "core", "social", "audit", "context", "lifecycle", "reference", "report",
    ]

    private static func grant(_ schema: String, to login: Login) -> String {
        """
        GRANT USAGE ON SCHEMA \(schema) TO \(login.role);
        GRANT ALL ON ALL TABLES IN SCHEMA \(schema) TO \(login.role);
        GRANT ALL ON ALL SEQUENCES IN SCHEMA \(schema) TO \(login.role);
        GRANT ALL ON ALL FUNCTIONS IN SCHEMA \(schema) TO \(login.role);
        """
    }
}
