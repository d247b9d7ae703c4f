import Cluster

extension Attack {
    /// By SQL that a login may not speak (guarantees I7): writing around the doors, reading what is not its own.
    static let onPrivileges: [Attack] = [
        Attack(
            "a device changed by hand",
            as: .main,
            on: [.privilege],
            #"""
            UPDATE core.device SET comment = 'x' WHERE device_id = 1
            """#
        ),
        Attack(
            "another waste code for a shipment that is prepared",
            as: .main,
            on: [.privilege],
            #"""
            INSERT INTO core.shipment (org_id, shipment_id, route, stream, waste_code, carrier, destination)
            VALUES (1, 901, 'recycler', 'écrans', '16 02 13*', 'Vasseur', 'Recyclage du Nord');
            UPDATE core.shipment SET waste_code = '16 02 14' WHERE org_id = 1 AND shipment_id = 901
            """#
        ),
        Attack(
            "a place retired by hand",
            as: .main,
            on: [.privilege],
            #"""
            UPDATE core.place SET retired_on = current_date
            """#
        ),
        Attack(
            "a drive cleared by hand",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.clearance_row(2, 1, '{}')
            """#
        ),
        Attack(
            "a wipe written by hand",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.wipe_row(12, 2, '{}')
            """#
        ),
        Attack(
            "a step written by hand",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.step_row(1, '{"step": "triage", "to_state": "triaged"}')
            """#
        ),
        Attack(
            "a sale written by hand",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.sale_by_hand(3)
            """#
        ),
        Attack(
            "money moved by hand",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "sales", "credit_account": "cash", "cents": 3000}')
            """#
        ),
        Attack(
            "a document edited by hand",
            as: .main,
            on: [.privilege],
            #"""
            UPDATE core.document SET verification = 'x' WHERE no = 1
            """#
        ),
        Attack(
            "a document counter moved by hand",
            as: .main,
            on: [.privilege],
            #"""
            UPDATE core.document_series SET kind = 'x' WHERE false
            """#
        ),
        Attack(
            "an event written by hand",
            as: .main,
            on: [.privilege],
            #"""
            INSERT INTO audit.event (org_id, subject, subject_id, seq, micros, person_id, name, body, prev_hash) VALUES (1, 'ghost', 1, 1, 1, 1, 'x', '{}', '\x')
            """#
        ),
        Attack(
            "an event edited",
            as: .main,
            on: [.privilege],
            #"""
            UPDATE audit.event SET name = 'x' WHERE false
            """#
        ),
        Attack(
            "an anchor written by hand",
            as: .main,
            on: [.privilege],
            #"""
            INSERT INTO audit.anchor (org_id, nth, micros, chains, events, root, prev_hash) VALUES (1, 1, 0, 0, 0, '\x', '\x')
            """#
        ),
        Attack(
            "a closing edited",
            as: .main,
            on: [.privilege],
            #"""
            UPDATE core.closing SET sales = 9 WHERE nth = 2
            """#
        ),
        Attack(
            "a voucher made by hand",
            as: .main,
            on: [.privilege],
            #"""
            INSERT INTO core.voucher_term (org_id, voucher_id, nth, during) VALUES (1, 1, 2, tstzrange('2040-01-01', '2041-01-01'))
            """#
        ),
        Attack(
            "the incomes read",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.must(EXISTS (SELECT FROM social.evidence))
            """#
        ),
        Attack(
            "the households read",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.must(EXISTS (SELECT FROM social.household))
            """#
        ),
        Attack(
            "the brackets of the families read",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.must(EXISTS (SELECT bracket FROM social.approval))
            """#
        ),
        Attack(
            "the approval behind a voucher read",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.must(EXISTS (SELECT approval_id FROM core.voucher))
            """#
        ),
        Attack(
            "password hashes read",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.must(EXISTS (SELECT password_hash FROM core.person))
            """#
        ),
        Attack(
            "the signing key read",
            as: .main,
            on: [.privilege],
            #"""
            SELECT world.must(EXISTS (SELECT FROM context.signing_key))
            """#
        ),
        Attack(
            "a voucher issued by the counter",
            as: .main,
            on: [.privilege],
            #"""
            SELECT social.revoke_voucher('V-1', 'envy')
            """#
        ),
        Attack(
            "a step with evidence, around its door",
            as: .main,
            on: [.privilege],
            #"""
            SELECT core.step_with_evidence(1, 'triage', NULL, 1, NULL, '{}')
            """#
        ),
        Attack(
            "a stay opened around its door",
            as: .main,
            on: [.privilege],
            #"""
            SELECT core.open_stay(10, 'return', NULL) WHERE false
            """#
        ),
        Attack(
            "the map redrawn",
            as: .main,
            on: [.privilege],
            #"""
            INSERT INTO lifecycle.step (from_state, step, to_state, role, evidence, label_fr, label_en, position) VALUES ('received', 'sell', 'sold', 'shop', 'none', 'x', 'x', 999)
            """#
        ),
        Attack(
            "the policy of wiping lowered",
            as: .main,
            on: [.privilege],
            #"""
            UPDATE reference.wipe_policy SET level = 0 WHERE false
            """#
        ),
        Attack(
            "a paper of the house read by the social services",
            as: .social,
            on: [.policy("papers_of_the_social_desk", of: "core.document")],
            #"""
            SELECT world.must(EXISTS (SELECT FROM core.document WHERE kind = 'acc'))
            """#
        ),
        Attack(
            "the text of a paper of the house read by the social services",
            as: .social,
            on: [.policy("papers_of_the_social_desk", of: "core.document_content")],
            #"""
            SELECT world.must(EXISTS (SELECT FROM core.document_content WHERE kind = 'acc'))
            """#
        ),
        Attack(
            "the text of a voucher's paper read by the workshop",
            as: .main,
            on: [.policy("papers_of_the_house", of: "core.document_content")],
            #"""
            SELECT world.issue('bon');
            SELECT world.must(EXISTS (SELECT FROM core.document_content WHERE kind = 'bon'))
            """#
        ),
        Attack(
            "the drawn paper of a voucher read by the workshop",
            as: .main,
            on: [.policy("papers_of_the_house", of: "core.document_pdf")],
            #"""
            SELECT core.keep_pdf(world.issue('bon'), 'paper');
            SELECT world.must(EXISTS (SELECT FROM core.document_pdf WHERE kind = 'bon'))
            """#
        ),
        Attack(
            "a number of the house's taken by the social services",
            as: .social,
            on: [.privilege],
            #"""
            SELECT core.take_number('rfe') WHERE false
            """#
        ),
        Attack(
            "a device read by the social services",
            as: .social,
            on: [.privilege],
            #"""
            SELECT world.must(EXISTS (SELECT FROM core.device))
            """#
        ),
        Attack(
            "a sale by the social services",
            as: .social,
            on: [.privilege],
            #"""
            SELECT core.sell('V-2', 3, 3000, NULL, '{cash}', '{3000}', '{NULL}', NULL)
            """#
        ),
        Attack(
            "a quota slot taken back by the social services",
            as: .social,
            on: [.privilege],
            #"""
            UPDATE social.quota_slot SET during = 'empty' WHERE false
            """#
        ),
        Attack(
            "a decision edited",
            as: .social,
            on: [.privilege],
            #"""
            UPDATE social.decision SET bracket = 'b0' WHERE false
            """#
        ),
        Attack(
            "an approval revived",
            as: .social,
            on: [.privilege],
            #"""
            UPDATE social.approval SET revoked_at = NULL WHERE false
            """#
        ),
        Attack(
            "a household deleted",
            as: .social,
            on: [.privilege],
            #"""
            DELETE FROM social.household WHERE false
            """#
        ),
    ]
}
