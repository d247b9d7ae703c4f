extension Attack {
    /// Against approvals, vouchers and the quota of every adult (guarantees I3).
    static let onVouchers: [Attack] = [
        Attack(
            "a voucher renewed twice",
            on: [.constraint("voucher_is_renewed_once")],
            #"""
            INSERT INTO core.voucher_term (org_id, voucher_id, nth, during) VALUES (1, 1, 2, tstzrange('2040-01-01', '2041-01-01')), (1, 1, 3, tstzrange('2041-01-01', '2042-01-01'))
            """#
        ),
        Attack(
            "a voucher without an end",
            on: [.constraint("term_is_bounded")],
            #"""
            INSERT INTO core.voucher_term (org_id, voucher_id, nth, during) VALUES (1, 1, 2, tstzrange('2040-01-01', NULL))
            """#
        ),
        Attack(
            "two terms at once",
            on: [.constraint("terms_do_not_overlap")],
            #"""
            INSERT INTO core.voucher_term (org_id, voucher_id, nth, during) SELECT 1, 1, 2, tstzrange(now(), now() + interval '9 years')
            """#
        ),
        Attack(
            "two vouchers for one approval",
            on: [.constraint("voucher_of_an_approval_once")],
            #"""
            INSERT INTO core.voucher (org_id, code, first_name, initial, kinds, approval_id, issued_by)
            VALUES (1, 'V-9', 'Ada', 'L', '{laptop}', 1, 2)
            """#
        ),
        Attack(
            "an approval in a better bracket than was decided",
            on: [.constraint("approval_is_what_was_decided")],
            #"""
            UPDATE social.approval SET bracket = 'b0' WHERE approval_id = 1
            """#
        ),
        Attack(
            "an approval of a refusal",
            on: [.constraint("approval_is_what_was_decided")],
            #"""
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, refusal_reason, explanation, rule_versions, entered_by, approver_id, decided_on)
            VALUES (1, 1, 2, 'refused', 'official_quotient', 'income_above_ceiling', '{}', '{}', 2, 3, current_date);
            INSERT INTO social.approval (org_id, application_id, decision_nth, household_id, bracket) VALUES (1, 1, 2, 1, 'b1')
            """#
        ),
        Attack(
            "the approval of a family given to another",
            on: [.constraint("approval_is_of_the_household_that_applied")],
            #"""
            UPDATE social.approval SET household_id = 2 WHERE approval_id = 1
            """#
        ),
        Attack(
            "one decision, two approvals",
            on: [.constraint("decision_gives_one_approval")],
            #"""
            INSERT INTO social.approval (org_id, application_id, decision_nth, household_id, bracket) VALUES (1, 1, 1, 1, 'b1')
            """#
        ),
        Attack(
            "an estimate approved by the person who entered it",
            on: [.constraint("estimate_needs_another_approver")],
            #"""
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, explanation, rule_versions, entered_by, approver_id,
                second_approver_id, previous_approver_id, decided_on) VALUES (1, 1, 2, 'approved', 'computed_quotient', 'b1', '{}', '{}', 2, 2, NULL, NULL, current_date)
            """#
        ),
        Attack(
            "an estimate that names another as having entered it",
            on: [.constraint("decision_names_who_entered")],
            #"""
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, explanation, rule_versions, entered_by, approver_id,
                second_approver_id, previous_approver_id, decided_on) VALUES (1, 1, 2, 'approved', 'computed_quotient', 'b1', '{}', '{}', 3, 2, NULL, NULL, current_date)
            """#
        ),
        Attack(
            "an override by one person",
            on: [.constraint("override_has_two_approvers")],
            #"""
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, explanation, rule_versions, entered_by, approver_id,
                second_approver_id, previous_approver_id, decided_on) VALUES (1, 1, 2, 'approved', 'override', 'b1', '{}', '{}', 2, 3, NULL, NULL, current_date)
            """#
        ),
        Attack(
            "an override seconded by the same person",
            on: [.constraint("second_approver_is_another")],
            #"""
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, explanation, rule_versions, entered_by, approver_id,
                second_approver_id, previous_approver_id, decided_on) VALUES (1, 1, 2, 'approved', 'override', 'b1', '{}', '{}', 2, 3, 3, NULL, current_date)
            """#
        ),
        Attack(
            "an appeal judged by the person who refused",
            on: [.constraint("appeal_needs_another_approver")],
            #"""
            INSERT INTO social.appeal (org_id, application_id, decision_nth, decided_on, months, lodged_on, noted_by)
            VALUES (1, 1, 1, current_date, 2, current_date, 2);
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, explanation, rule_versions, entered_by, approver_id,
                second_approver_id, previous_approver_id, decided_on) VALUES (1, 1, 2, 'reversed', 'official_quotient', 'b1', '{}', '{}', 2, 3, NULL, 3, current_date)
            """#
        ),
        Attack(
            "an appeal that names another as having refused",
            on: [.constraint("decision_names_the_approver_before")],
            #"""
            INSERT INTO social.appeal (org_id, application_id, decision_nth, decided_on, months, lodged_on, noted_by)
            VALUES (1, 1, 1, current_date, 2, current_date, 2);
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, explanation, rule_versions, entered_by, approver_id,
                second_approver_id, previous_approver_id, decided_on) VALUES (1, 1, 2, 'reversed', 'official_quotient', 'b1', '{}', '{}', 2, 3, NULL, 2, current_date)
            """#
        ),
        Attack(
            "an appeal that names nobody as having refused",
            on: [.constraint("appeal_follows_a_decision")],
            #"""
            INSERT INTO social.appeal (org_id, application_id, decision_nth, decided_on, months, lodged_on, noted_by)
            VALUES (1, 1, 1, current_date, 2, current_date, 2);
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, explanation, rule_versions, entered_by, approver_id,
                second_approver_id, previous_approver_id, decided_on) VALUES (1, 1, 2, 'reversed', 'official_quotient', 'b1', '{}', '{}', 2, 3, NULL, NULL, current_date)
            """#
        ),
        Attack(
            "an adult in two households at once",
            on: [.constraint("adult_in_one_household_at_a_time")],
            #"""
            INSERT INTO social.adult (org_id, household_id, adult_key) VALUES (1, 2, sha256(context.bytes('ada')))
            """#
        ),
        Attack(
            "a quota slot beyond the quota",
            on: [.constraint("slot_is_within_the_quota")],
            #"""
            UPDATE social.quota_slot SET slot = 2 WHERE sale_id = 1
            """#
        ),
        Attack(
            "a quota larger than was allowed",
            on: [.constraint("slot_is_of_an_allowance")],
            #"""
            UPDATE social.quota_slot SET quota = 4 WHERE sale_id = 1
            """#
        ),
        Attack(
            "the same quota slot twice",
            on: [.constraint("quota_reached")],
            #"""
            INSERT INTO social.quota_slot (org_id, adult_key, quota_group, slot, quota, approval_id, sale_id, during)
            SELECT org_id, adult_key, quota_group, slot, quota, approval_id, 2, during FROM social.quota_slot WHERE sale_id = 1
            """#
        ),
        Attack(
            "a quota slot of a sale that never was",
            on: [.constraint("quota_slot_is_of_a_sale")],
            #"""
            UPDATE social.quota_slot SET sale_id = 99 WHERE sale_id = 1
            """#
        ),
    ]
}
