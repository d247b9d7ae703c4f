import Cluster
import Postgres

extension Connection {
    func hasDatabase(_ name: DatabaseName) throws(PostgresError) -> Bool {
        try optionalRow("SELECT 1 AS found FROM pg_database WHERE datname = \(name.text)") != nil
    }

    func create(
        _ name: DatabaseName,
        from template: DatabaseName? = nil
    ) throws(PostgresError) {
        let source = template.map(\.text) ?? "template1"
        try script(
            "CREATE DATABASE \(name.text) OWNER \(Login.owner.role) TEMPLATE \(source)"
        )
    }

    /// Only a `DatabaseName` can be dropped, and only tests' databases have one.
    func drop(_ name: DatabaseName) throws(PostgresError) {
        try script("DROP DATABASE IF EXISTS \(name.text) WITH (FORCE)")
    }

    /// Gives a clone the privileges and settings of its template, which CREATE DATABASE does not copy.
    ///
    /// Without them every login could create temporary tables, and a test of what a login may not do would lie.
    func copyPrivileges(from template: DatabaseName, to name: DatabaseName) throws(PostgresError) {
        let statements = try rows(
            """
            WITH source AS (SELECT * FROM pg_database WHERE datname = \(template.text))
            SELECT format('GRANT %s ON DATABASE %I TO %s', privilege_type, \(name.text)::text,
                          CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
                   AS statement
            FROM source, aclexplode(datacl) WHERE grantee <> datdba
            UNION ALL
            SELECT format('ALTER %s SET %s = %L',
                          CASE setrole WHEN 0 THEN format('DATABASE %I', \(name.text)::text)
                          ELSE format('ROLE %s IN DATABASE %I', setrole::regrole, \(name.text)::text)
                          END, split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1))
            FROM source JOIN pg_db_role_setting ON setdatabase = source.oid, unnest(setconfig) setting
            """
        )
        var texts = ["REVOKE ALL ON DATABASE \(name.text) FROM PUBLIC"]
        for row in statements { texts.append(try row.decode("statement", as: String.self)) }
        try script(texts.joined(separator: ";\n"))
    }

    /// Makes the logins on a server that was not prepared by `PrivateCluster`.
    ///
    /// Roles belong to the whole server, and several runs may make them at once.
    func createLogins() throws(PostgresError) {
        try lock(.logins, 0)
        for login in Login.created
        where try optionalRow("SELECT 1 AS found FROM pg_roles WHERE rolname = \(login.role)")
            == nil
        {
            try script("CREATE ROLE \(login.role) \(Login.attributes)")
        }
        try unlock(.logins, 0)
    }
}
