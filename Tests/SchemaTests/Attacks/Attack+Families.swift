import Cluster

extension Attack {
    /// Against the families' files: read from outside, kept longer or shorter than they may be (guarantees I7, 3.7).
    static let onFamilies = readingFamilies + seeingKeys + decidingAlone + erasingFamilies

    private static let tables = [
        "household", "adult", "application", "proof_seen", "evidence", "decision", "appeal",
        "letter", "approval", "allowance", "quota_slot", "waiting", "objection", "access_log",
        "kept_answer", "erasure", "past_count", "import_mapping",
    ]

    private static let readingFamilies =
        tables.map { table in
            Attack(
                "social.\(table) counted by the workshop",
                as: .main,
                on: [.privilege],
                "SELECT count(*) FROM social.\(table)"
            )
        }
        + tables.map { table in
            Attack(
                "social.\(table) emptied by the social services",
                as: .social,
                on: [.privilege],
                "DELETE FROM social.\(table) WHERE false"
            )
        }

    private static let seeingKeys = [
        Attack(
            "the keyed hashes of adults read by the social services",
            as: .social,
            on: [.privilege],
            "SELECT world.must(EXISTS (SELECT adult_key FROM social.adult))"
        ),
        Attack(
            "the quota of a family counted by the social services",
            as: .social,
            on: [.privilege],
            "SELECT world.must(EXISTS (SELECT FROM social.quota_slot))"
        ),
        Attack(
            "an answer of the house read by the social services",
            as: .social,
            on: [.privilege],
            "SELECT count(*) FROM core.idempotency"
        ),
        Attack(
            "a family erased by the counter",
            as: .main,
            on: [.privilege],
            "SELECT social.erase_household(1, 'request') WHERE false"
        ),
        Attack(
            "the clocks run by the social services",
            as: .social,
            on: [.privilege],
            "SELECT core.run_retention() WHERE false"
        ),
    ]

    private static let decidingAlone = [
        Attack(
            "an appeal after its two months",
            on: [.constraint("appeal_too_late")],
            """
            INSERT INTO social.appeal (org_id, application_id, decision_nth, decided_on, months, lodged_on, noted_by)
            VALUES (1, 1, 1, current_date, 2, current_date + 63, 2)
            """
        ),
        Attack(
            "an appeal against a decision of another day",
            on: [.constraint("appeal_is_of_that_decision")],
            """
            INSERT INTO social.appeal (org_id, application_id, decision_nth, decided_on, months, lodged_on, noted_by)
            VALUES (1, 1, 1, current_date + 1, 2, current_date + 2, 2)
            """
        ),
        Attack(
            "a refusal reversed that nobody appealed",
            on: [.constraint("second_look_answers_an_appeal")],
            """
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, explanation, rule_versions, entered_by, approver_id,
                previous_approver_id, decided_on) VALUES (1, 1, 2, 'reversed', 'official_quotient', 'b1', '{}', '{}', 2, 2, 3, current_date)
            """
        ),
        Attack(
            "a family that waits without an approval",
            on: [.constraint("only_the_approved_wait")],
            "INSERT INTO social.waiting (org_id, approval_id, kind, noted_by) VALUES (1, 99, 'laptop', 2)"
        ),
        Attack(
            "a family that waits twice",
            on: [.constraint("waiting_already")],
            "INSERT INTO social.waiting (org_id, approval_id, kind, noted_by) VALUES (1, 1, 'laptop', 2), (1, 1, 'laptop', 2)"
        ),
        Attack(
            "a voucher that stands for nobody",
            on: [.constraint("voucher_has_its_approval_until_erased")],
            "UPDATE core.voucher SET approval_id = NULL WHERE voucher_id = 3"
        ),
        Attack(
            "a price lowered by more than half",
            on: [
                .constraint("the_half_of_the_price_stays"),
                .constraint("under_the_grid_by_decision"),
            ],
            """
            SELECT world.sale_by_hand(3, '{"price_cents": 1499, "adjustment_reason": "a friend"}')
            """
        ),
    ]

    private static let erasingFamilies =
        [
            Attack(
                "a file erased by the clock before its two years",
                on: [.constraint("clock_has_run_out")],
                """
                INSERT INTO social.erasure (org_id, household_id, cause, last_contact_on, erased_on, applications, approvals, person_id)
                VALUES (1, 3, 'clock', current_date - 729, current_date, '{}', '{}', 1)
                """
            )
        ]
        + ["household", "adult", "application", "evidence", "decision", "approval", "allowance"].map
    { table in
        Attack(
            "social.\(table) deleted from by the owner without an erasure",
            on: [.rows(of: "social.\(table)"), .keys],
            """
            WITH gone AS (DELETE FROM social.\(table) RETURNING 1) SELECT world.must(EXISTS (SELECT FROM gone))
            """
        )
    }
}
