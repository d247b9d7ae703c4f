import Cluster

extension Attack {
    /// On what a login is: it makes nothing, switches nothing off, empties nothing, and becomes nobody else.
    static let onPowers =
        creating + emptying + [
            Attack(
                "a temporary table made",
                as: .main,
                on: [.temporaryTables],
                "CREATE TEMP TABLE mine (n integer)"
            ),
            Attack(
                "triggers and keys switched off by the workshop",
                as: .main,
                on: [.setting("session_replication_role")],
                "SET LOCAL session_replication_role = replica"
            ),
            Attack(
                "triggers and keys switched off by the owner",
                on: [.setting("session_replication_role")],
                "SET LOCAL session_replication_role = replica"
            ),
            Attack(
                "the workshop become the social services",
                as: .main,
                on: [.membership(of: .social)],
                "SELECT world.must(pg_has_role(current_user, 'moulin_social', 'MEMBER'))"
            ),
            Attack(
                "the social services become the workshop",
                as: .social,
                on: [.membership(of: .main)],
                "SELECT world.must(pg_has_role(current_user, 'moulin_main', 'MEMBER'))"
            ),
            Attack(
                "the workshop become the owner",
                as: .main,
                on: [.membership(of: .owner)],
                "SELECT world.must(pg_has_role(current_user, 'moulin_owner', 'MEMBER'))"
            ),
        ]

    private static let creating = ["core", "context", "lifecycle", "audit", "report", "public"].map
    { schema in
        Attack(
            "a leaky function made in \(schema)",
            as: .main,
            on: [.creation(schema: schema)],
            """
            CREATE FUNCTION \(schema).leak(integer) RETURNS boolean LANGUAGE sql COST 0.0001 AS 'SELECT true'
            """
        )
    }

    private static let emptying = [
        "core.sale", "core.device", "core.payment", "core.transfer", "core.document",
        "core.clearance", "core.wipe", "audit.event", "core.idempotency",
    ].map { table in
        Attack("\(table) emptied", as: .main, on: [.privilege], "TRUNCATE \(table) CASCADE")
    }
}
