extension Attack {
    /// Against money that has two sides, and the closed days (guarantees I5).
    static let onMoney: [Attack] = [
        Attack(
            "a company's goods sold as its agent",
            on: [.constraint("agency_is_of_individuals")],
            #"""
            INSERT INTO core.donor (org_id, donor_id, kind, name) VALUES (1, 70, 'company', 'Val');
            INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class) VALUES (1, 70, 'company', 'uk_rga_agency', 'business')
            """#
        ),
        Attack(
            "money from an account to itself",
            on: [.constraint("transfer_has_two_sides")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "sales", "credit_account": "sales", "cents": 3000}')
            """#
        ),
        Attack(
            "money that does not move",
            on: [.constraint("transfer_is_positive")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "sales", "credit_account": "cash", "cents": 0}')
            """#
        ),
        Attack(
            "money to an account that is none",
            on: [.constraint("transfer_debits_an_account")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "my_pocket", "credit_account": "cash", "cents": 3000}')
            """#
        ),
        Attack(
            "money from an account that is none",
            on: [.constraint("transfer_credits_an_account")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "sales", "credit_account": "thin_air", "cents": 3000}')
            """#
        ),
        Attack(
            "a transfer reversed twice",
            on: [.constraint("transfer_reversed_once")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "sales", "credit_account": "cash", "cents": 3000, "reverses": 1, "reverses_cents": 3000}');
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "sales", "credit_account": "cash", "cents": 3000, "reverses": 1, "reverses_cents": 3000}')
            """#
        ),
        Attack(
            "more reversed than moved",
            on: [.constraint("reverse_is_not_more")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "sales", "credit_account": "cash", "cents": 3001, "reverses": 1, "reverses_cents": 3000}')
            """#
        ),
        Attack(
            "more reversed than moved, with a lie about what moved",
            on: [.constraint("transfer_reverses_a_transfer")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "sales", "credit_account": "cash", "cents": 9000, "reverses": 1, "reverses_cents": 9000}')
            """#
        ),
        Attack(
            "a reversal in the same direction",
            on: [.constraint("transfer_reverses_a_transfer")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "cash", "credit_account": "sales", "cents": 3000, "reverses": 1, "reverses_cents": 3000}')
            """#
        ),
        Attack(
            "a reversal on another sale",
            on: [.constraint("transfer_reverses_a_transfer")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 2, "person_id": 1, "debit_account": "sales", "credit_account": "cash", "cents": 3000, "reverses": 1, "reverses_cents": 3000}')
            """#
        ),
        Attack(
            "a reversal that does not say what moved",
            on: [.constraint("reverse_knows_the_amount")],
            #"""
            SELECT world.add('core.transfer', '{"sale_id": 1, "person_id": 1, "debit_account": "sales", "credit_account": "cash", "cents": 9000, "reverses": 1}')
            """#
        ),
        Attack(
            "a closing that forgets the one before",
            on: [.constraint("closing_continues_the_total")],
            #"""
            SELECT world.add('core.closing', jsonb_build_object('period', 'day', 'nth', 3, 'during', '[2026-01-03,2026-01-04)', 'sales', 0, 'total_cents', 0,
                'perpetual_before', 77, 'prev_hash', hash, 'last_transfer_id', 2, 'person_id', 1)) FROM core.closing WHERE nth = 2
            """#
        ),
        Attack(
            "a closing left out",
            on: [
                .constraint("closing_continues_the_total"),
                .constraint("closing_continues_the_chain"),
            ],
            #"""
            SELECT world.add('core.closing', jsonb_build_object('period', 'day', 'nth', 4, 'during', '[2026-01-03,2026-01-04)', 'sales', 0, 'total_cents', 0,
                'perpetual_before', 0, 'prev_hash', hash, 'last_transfer_id', 2, 'person_id', 1)) FROM core.closing WHERE nth = 2
            """#
        ),
        Attack(
            "a closing on another chain",
            on: [.constraint("closing_continues_the_chain")],
            #"""
            SELECT world.add('core.closing', jsonb_build_object('period', 'day', 'nth', 3, 'during', '[2026-01-03,2026-01-04)', 'sales', 0, 'total_cents', 0,
                'perpetual_before', 0, 'prev_hash', sha256('other'), 'last_transfer_id', 2, 'person_id', 1))
            """#
        ),
        Attack(
            "a closed day edited",
            on: [
                .constraint("closing_continues_the_total"),
                .constraint("closing_continues_the_chain"),
            ],
            #"""
            UPDATE core.closing SET total_cents = 100 WHERE nth = 1
            """#
        ),
        Attack(
            "the number of sales of a closed day edited",
            on: [.constraint("closing_continues_the_chain")],
            #"""
            UPDATE core.closing SET sales = 100 WHERE nth = 1
            """#
        ),
        Attack(
            "a day closed twice",
            on: [.constraint("closings_do_not_overlap")],
            #"""
            SELECT world.add('core.closing', jsonb_build_object('period', 'day', 'nth', 3, 'during', '[2026-01-02,2026-01-03)', 'sales', 0, 'total_cents', 0,
                'perpetual_before', 0, 'prev_hash', hash, 'last_transfer_id', 2, 'person_id', 1)) FROM core.closing WHERE nth = 2
            """#
        ),
        Attack(
            "a perpetual total that starts above zero",
            on: [.constraint("total_starts_at_zero")],
            #"""
            SELECT world.add('core.closing', '{"period": "month", "nth": 1, "during": "[2026-01-01,2026-02-01)", "sales": 0, "total_cents": 0, "perpetual_before": 5,
                "prev_hash": "\\x", "last_transfer_id": 2, "person_id": 1}')
            """#
        ),
    ]
}
