import Cluster

/// What must stay possible: a wall that refuses everything would pass every attack.
enum Rightful {
    static let all = workshop + parts + counter + social

    private static func way(_ name: String, as login: Login = .main, _ sql: String) -> Attack {
        Attack(name, as: login, on: [], sql)
    }

    private static let workshop = [
        way("a machine without a drive goes to the shelf", "SELECT world.stocked(1, 0)"),
        way("a machine with three drives goes to the shelf", "SELECT world.stocked(1, 3)"),
        way(
            "drives are cleared in any order, wiped or removed",
            """
            SELECT world.step(2, 'send_to_wipe'); SELECT world.wipe(2, 2, true);
            SELECT core.remove_drive(2, 1, 'destruction', NULL);
            SELECT world.step(2, 'record_wiped'), world.step(2, 'start_test')
            """
        ),
        way(
            "a third attempt succeeds after two that failed",
            "SELECT world.wipe(12, 1, false), world.wipe(12, 1, true)"
        ),
        way(
            "a drive found late goes back to the bench with its machine",
            "SELECT world.step(3, 'find_drive'), world.count(3, 3), world.wipe(3, 3, true), world.step(3, 'record_wiped')"
        ),
        way(
            "a machine that came back is wiped again and sold again",
            """
            SELECT world.step(7, 'triage'), world.count(7, 1), world.test(7, 1);
            SELECT world.stock(7); SELECT world.sell('V-2', 7, 3000)
            """
        ),
    ]

    private static let parts = [
        way(
            "what belongs to drives is a part",
            """
            SELECT core.add_component(13, kind, NULL, NULL, NULL, NULL)
              FROM unnest(ARRAY['memory', 'câble SSD', 'lecteur DVD', 'drive bay', 'motherboard']) AS kind;
            SELECT core.move_part('caddy HDD 2,5"', 4, NULL, 'count')
            """
        )
    ]

    private static let counter = [
        way("a sale", "SELECT world.sell('V-2', 3, 3000)"),
        way("a sale to whom it was reserved for", "SELECT world.sell('V-2', 6, 3000)"),
        way("a sale under the cap", "SELECT world.sell('V-2', 8, 2000)"),
        way("a gift of what may not be sold", "SELECT world.sell('V-2', 9, 0)"),
        way(
            "a return, and a reversal of part",
            "SELECT core.take_back(5, 'warranty', 'screen', 1000)"
        ),
        way(
            "the quota is free again after a return within 14 days",
            "SELECT core.take_back(5, 'withdrawal_14_days', NULL, 3000); SELECT world.sell('V-1', 3, 3000)"
        ),
        way("a document numbered and frozen", "SELECT world.issue('acc')"),
        way("the first document of a series", "SELECT world.issue('ret')"),
        way(
            "a role given to another",
            "INSERT INTO core.person_role (org_id, person_id, role, granted_by) VALUES (1, 4, 'dpo', 1)"
        ),
    ]

    private static let social = [
        way(
            "an income read by whom it is for",
            as: .social,
            "SELECT world.must(EXISTS (SELECT FROM social.evidence))"
        ),
        way("a voucher renewed", as: .social, "SELECT social.renew_voucher('V-1', 30)"),
        way("a voucher revoked", as: .social, "SELECT social.revoke_voucher('V-1', 'moved away')"),
    ]
}
