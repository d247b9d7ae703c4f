import Cluster

extension Attack {
    /// Against papers without a gap that never change (guarantees I4).
    static let onDocuments: [Attack] = [
        Attack(
            "a document number left out",
            on: [
                .constraint("documents_have_no_gap"), .constraint("document_continues_the_chain"),
                .constraint("number_not_used"),
            ],
            #"""
            SELECT world.document_row('{"no": 5}')
            """#
        ),
        Attack(
            "a document number used again",
            on: [.constraint("document_key"), .constraint("document_number_once")],
            #"""
            SELECT world.document_row(jsonb_build_object('no', 3, 'prev_hash', (SELECT hash FROM core.document WHERE no = 2)))
            """#
        ),
        Attack(
            "a document on another chain",
            on: [.constraint("document_continues_the_chain")],
            #"""
            SELECT world.document_row(jsonb_build_object('prev_hash', sha256('other')));
            UPDATE core.document_series SET last_no = 4, last_hash = (SELECT hash FROM core.document WHERE no = 4)
            """#
        ),
        Attack(
            "a document edited",
            on: [.constraint("document_continues_the_chain")],
            #"""
            UPDATE core.document SET amount_cents = 1 WHERE no = 2
            """#
        ),
        Attack(
            "the last document edited",
            on: [.constraint("number_not_used")],
            #"""
            UPDATE core.document SET amount_cents = 1 WHERE no = 3
            """#
        ),
        Attack(
            "a number taken and not used",
            as: .main,
            on: [.constraint("number_not_used")],
            #"""
            SELECT core.take_number('acc')
            """#
        ),
        Attack(
            "the counter set back",
            on: [.constraint("number_not_used")],
            #"""
            UPDATE core.document_series SET last_no = 2
            """#
        ),
        Attack(
            "frozen content edited",
            on: [.constraint("content_is_what_was_frozen")],
            #"""
            UPDATE core.document_content SET content = 'other' WHERE no = 2
            """#
        ),
        Attack(
            "a receipt worth nothing",
            on: [.constraint("receipt_is_worth_something")],
            #"""
            SELECT world.add('core.document_series', '{"kind": "rfp", "year": 2026}');
            SELECT world.document_row(jsonb_build_object('kind', 'rfp', 'year', 2026, 'no', 1, 'prev_hash', '\x'::bytea, 'amount_cents', 0))
            """#
        ),
        Attack(
            "a document replaced twice",
            on: [.constraint("document_replaced_once")],
            #"""
            UPDATE core.document SET replaces_year = year, replaces_no = 1 WHERE no IN (2, 3)
            """#
        ),
        Attack(
            "a line of the register left out",
            on: [.constraint("register_continues_the_chain"), .constraint("register_has_no_gap")],
            #"""
            SELECT world.add('core.register_line', jsonb_build_object('year', 2026, 'no', 4, 'entered_on', '2026-01-05', 'description', 'x', 'serials', '{}'::text[],
                'source_commitment', sha256('x'), 'value_cents', 0, 'acquired', 'x', 'prev_hash', hash)) FROM core.register_line WHERE no = 2
            """#
        ),
        Attack(
            "a line of the register edited",
            on: [.constraint("register_continues_the_chain")],
            #"""
            UPDATE core.register_line SET value_cents = 5 WHERE no = 1
            """#
        ),
        Attack(
            "a line of the register in another year",
            on: [.constraint("register_year_is_the_days")],
            #"""
            UPDATE core.register_line SET entered_on = '2025-12-31' WHERE no = 2
            """#
        ),
        Attack(
            "a document that replaces half a document",
            on: [.constraint("replaced_document_is_named_whole")],
            #"""
            UPDATE core.document SET replaces_no = 99 WHERE no = 3;
            UPDATE core.document_series SET last_hash = (SELECT hash FROM core.document WHERE no = 3)
            """#
        ),
    ]
}
