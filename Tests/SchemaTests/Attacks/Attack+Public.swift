import Cluster

extension Attack {
    /// By whoever comes without an account: what is not one of their doors is not there at all.
    static let onPublic = readingAsPublic + actingAsPublic + linking + announcing

    private static let readingAsPublic = [
        "core.device", "core.donor", "core.donor_link", "core.announcement", "core.announced_list",
        "core.document", "core.voucher", "core.sale", "core.person", "core.outbox",
        "social.evidence",
        "social.approval", "audit.event", "report.device_line",
    ].map { table in
        Attack(
            "\(table) read by the public",
            as: .everybody,
            on: [.privilege],
            "SELECT count(*) FROM \(table)"
        )
    }

    private static let actingAsPublic =
        [
            (
                "a donor written down",
                "INSERT INTO core.donor (org_id, kind, name) VALUES (1, 'individual', 'Eve')"
            ),
            (
                "a letter put into the outbox",
                "INSERT INTO core.outbox (org_id, kind, body) VALUES (1, 'letter', '{}')"
            ),
            ("a machine reserved around its door", "SELECT core.reserve('V-2', 3, 7)"),
            ("a machine sold", "SELECT world.sell('V-2', 3, 3000)"),
            ("a voucher shown", "SELECT core.show_voucher('V-1')"),
            ("a link made", "SELECT core.make_donor_link(1, sha256('x'), 9)"),
            (
                "an announced gift decided",
                "SELECT core.decide_announcement(1, NULL, 'no') WHERE false"
            ),
            ("a paper kept", "SELECT core.keep_pdf('ACC-2026-000001', 'x') WHERE false"),
            ("an event written", "SELECT audit.append_one('donor', 1, 'x', '{}')"),
            ("a step taken", "SELECT world.step(1, 'triage')"),
        ].map { act, sql in
            Attack("\(act) by the public", as: .everybody, on: [.privilege], sql)
        }
        + [
            Attack(
                "the public become the workshop",
                as: .everybody,
                on: [.membership(of: .main)],
                "SELECT world.must(pg_has_role(current_user, 'moulin_main', 'MEMBER'))"
            ),
            Attack(
                "the public given a password",
                on: [.constraint("the_public_never_signs_in")],
                """
                INSERT INTO core.person (org_id, login, name, active_during, password_hash)
                VALUES (1, 'moulin.public', 'Public', 'empty', 'x')
                """
            ),
            Attack(
                "the public let in",
                on: [.constraint("the_public_never_signs_in")],
                "INSERT INTO core.person (org_id, login, name) VALUES (1, 'moulin.public', 'Public')"
            ),
            Attack(
                "a caller of no bucket",
                on: [.constraint("caller_is_a_bucket")],
                "INSERT INTO core.open_try (org_id, act, caller, since, tries) VALUES (1, 'link', 65536, now(), 1)"
            ),
        ]

    private static let linking = [
        Attack(
            "what a link is known by read by the workshop",
            as: .main,
            on: [.privilege],
            "SELECT count(token_sha256) FROM core.donor_link"
        ),
        Attack(
            "a link written by hand",
            as: .main,
            on: [.privilege],
            link("1, sha256('a'), 1, now() + interval '9 days'")
        ),
        Attack(
            "a link without an end",
            on: [.constraint("donor_link_ends")],
            link("1, sha256('a'), 1, now() + interval '2 years'")
        ),
        Attack(
            "a link to a donor of the neighbours",
            on: [.constraint("donor_link_is_of_a_donor")],
            link("90, sha256('a'), 1, now() + interval '9 days'")
        ),
        Attack(
            "a link known by its secret",
            on: [.constraint("donor_link_token_is_a_hash")],
            link("1, 'secret', 1, now() + interval '9 days'")
        ),
    ]

    private static func link(_ values: String) -> String {
        "INSERT INTO core.donor_link (org_id, donor_id, token_sha256, made_by, until) VALUES (1, \(values))"
    }

    private static let announcing = [
        Attack(
            "a gift announced by hand",
            as: .main,
            on: [.privilege],
            gift("'company', 'Val', NULL, NULL, NULL, NULL, NULL")
        ),
        Attack(
            "an anonymous gift with a name",
            on: [.constraint("anonymous_has_no_name")],
            gift("'anonymous', 'Val', NULL, NULL, NULL, NULL, NULL")
        ),
        Attack(
            "an accepted gift without its donation",
            on: [.constraint("decision_on_a_gift_is_whole")],
            gift("'company', NULL, NULL, 'accepted', NULL, now(), 1")
        ),
        Attack(
            "a refused gift without a reason",
            on: [.constraint("decision_on_a_gift_is_whole")],
            gift("'company', NULL, NULL, 'refused', NULL, now(), 1")
        ),
        Attack(
            "a decided gift that still names somebody",
            on: [.constraint("decided_gift_names_nobody")],
            gift("'company', NULL, 'val@example.org', 'accepted', 1, now(), 1")
        ),
        Attack(
            "an announced gift that becomes a donation of the neighbours",
            on: [.constraint("announcement_becomes_a_donation")],
            gift("'company', NULL, NULL, 'accepted', 90, now(), 1")
        ),
        Attack(
            "more lines than a stranger may write",
            on: [.constraint("announced_lines_are_few")],
            """
            \(gift("'company', 'Val', NULL, NULL, NULL, NULL, NULL"));
            INSERT INTO core.announced_line (org_id, announcement_id, line, kind, quantity)
            SELECT 1, announcement_id, 51, 'laptop', 1 FROM core.announcement
            """
        ),
        Attack(
            "strangers' words kept for ever",
            on: [.constraint("retention_is_bounded")],
            """
            INSERT INTO core.rule_version (org_id, kind, name, during) VALUES (1, 'retention', 'R', '[2020-01-01,)');
            INSERT INTO core.rule_body (org_id, rule_kind, rule, body) VALUES (1, 'retention', 'R', '{"announcements": 37}')
            """
        ),
        Attack(
            "a list that is too large",
            on: [.constraint("list_is_not_too_large")],
            """
            \(gift("'company', 'Val', NULL, NULL, NULL, NULL, NULL"));
            INSERT INTO core.announced_list (org_id, announcement_id, file_name, bytes)
            SELECT 1, announcement_id, 'a.csv', decode(repeat('00', 5242881), 'hex') FROM core.announcement
            """
        ),
    ]

    private static func gift(_ values: String) -> String {
        """
        INSERT INTO core.announcement (org_id, token_sha256, language, consents_to_mail, donor_kind, name, email, outcome, donation_id,
            decided_at, decided_by) VALUES (1, sha256('a'), 'fr', false, \(values))
        """
    }
}
