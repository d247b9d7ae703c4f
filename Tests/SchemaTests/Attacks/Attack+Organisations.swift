import Cluster

extension Attack {
    /// On rows that belong to the organisation next door, and on rows that nobody may delete.
    static let acrossOrganisations =
        [Login.owner, .main].flatMap { writing(as: $0) + reading(as: $0) } + deleting

    private static func writing(as login: Login) -> [Attack] {
        [
            Attack(
                "a row written for the neighbours, as \(login)",
                as: login,
                on: [.rows(of: "core.donor")],
                "INSERT INTO core.donor (org_id, kind, name) VALUES (2, 'individual', 'Mallory')"
            ),
            Attack(
                "a row given to the neighbours, as \(login)",
                as: login,
                on: [.rows(of: "core.donor")],
                """
                INSERT INTO core.donor (org_id, donor_id, kind, name) VALUES (1, 800, 'individual', 'Mallory');
                UPDATE core.donor SET org_id = 2 WHERE donor_id = 800
                """
            ),
            Attack(
                "a row of the neighbours changed, as \(login)",
                as: login,
                on: [.rows(of: "core.donor")],
                """
                WITH changed AS (UPDATE core.donor SET name = 'x' WHERE donor_id = 90 RETURNING 1)
                SELECT world.must(EXISTS (SELECT FROM changed))
                """
            ),
        ]
    }

    private static func reading(as login: Login) -> [Attack] {
        [
            "core.donor", "core.device", "core.donation", "core.stay", "core.device_step",
            "audit.event", "audit.chain", "core.organisation",
        ].map { table in
            Attack(
                "\(table) of the neighbours read, as \(login)",
                as: login,
                on: [.rows(of: table)],
                "SELECT world.must(EXISTS (SELECT FROM \(table) WHERE org_id = 2))"
            )
        }
    }

    private static let deleting = [
        "core.sale", "core.document", "core.device_step", "core.clearance", "social.quota_slot",
        "audit.event",
    ].map { table in
        Attack(
            "\(table) deleted from by the owner",
            on: [.rows(of: table), .keys],
            """
            WITH gone AS (DELETE FROM \(table) RETURNING 1) SELECT world.must(EXISTS (SELECT FROM gone))
            """
        )
    }
}
