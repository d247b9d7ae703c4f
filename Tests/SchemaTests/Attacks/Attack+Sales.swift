extension Attack {
    /// Against one sale a device, and what a sale relies on (guarantees I2).
    static let onSales: [Attack] = [
        Attack(
            "hazardous waste under a code that is none of hazardous waste",
            on: [.constraint("hazardous_code_has_its_star")],
            #"""
            INSERT INTO core.shipment (org_id, route, stream, waste_code, carrier, destination)
            VALUES (1, 'hazardous_bsd', 'écrans', '16 02 14', 'Vasseur', 'Recyclage du Nord')
            """#
        ),
        Attack(
            "a second active sale",
            on: [.constraint("device_already_sold")],
            #"""
            SELECT world.sale_row(5, '{}', '{}')
            """#
        ),
        Attack(
            "a sale without its step",
            on: [.constraint("sale_has_its_step")],
            #"""
            SELECT world.sale_row(3, '{}', '{}')
            """#
        ),
        Attack(
            "a sale of an earlier stay once more",
            on: [.constraint("sale_is_of_the_open_stay")],
            #"""
            SELECT world.sale_row(7, '{"stay": 1, "drive_count": 1, "step_nth": 8}', '{}')
            """#
        ),
        Attack(
            "a grade that was not offered",
            on: [.constraint("sale_relies_on_an_offer")],
            #"""
            SELECT world.sale_by_hand(3, '{"grade": "A"}')
            """#
        ),
        Attack(
            "the offer of another device",
            on: [.constraint("sale_relies_on_an_offer")],
            #"""
            SELECT world.sale_by_hand(3, '{"offer_id": 2}')
            """#
        ),
        Attack(
            "a term that the voucher never had",
            on: [.constraint("sale_relies_on_a_term")],
            #"""
            SELECT world.sale_by_hand(3, jsonb_build_object('voucher_term', tstzrange('2000-01-01', NULL)))
            """#
        ),
        Attack(
            "a sale after the voucher ran out",
            on: [.constraint("voucher_expired")],
            #"""
            SELECT world.sale_by_hand(3, jsonb_build_object('sold_at', now() + interval '1 year'))
            """#
        ),
        Attack(
            "a price over the grid",
            on: [
                .constraint("lower_price_has_its_reason"), .constraint("price_over_grid"),
                .constraint("under_the_grid_by_decision"),
            ],
            #"""
            SELECT world.sale_by_hand(3, '{"price_cents": 3001}')
            """#
        ),
        Attack(
            "a price over the grid, with a reason",
            on: [
                .constraint("price_over_grid"), .constraint("under_the_grid_by_decision"),
            ],
            #"""
            SELECT world.sale_by_hand(3, '{"price_cents": 3001, "adjustment_reason": "rich"}')
            """#
        ),
        Attack(
            "a lower price without a reason",
            on: [
                .constraint("lower_price_has_its_reason"),
                .constraint("under_the_grid_by_decision"),
            ],
            #"""
            SELECT world.sale_by_hand(3, '{"price_cents": 2900}')
            """#
        ),
        Attack(
            "a machine of public origin without its cap",
            on: [.constraint("public_origin_has_its_cap")],
            #"""
            SELECT world.sale_by_hand(8)
            """#
        ),
        Attack(
            "a cap that no rule sets",
            on: [.constraint("sale_knows_the_cap")],
            #"""
            SELECT world.sale_by_hand(8, '{"caps": "C1", "cap_cents": 3000}')
            """#
        ),
        Attack(
            "a cap without its rule",
            on: [.constraint("cap_has_its_rule")],
            #"""
            SELECT world.sale_by_hand(8, '{"cap_cents": 3000}')
            """#
        ),
        Attack(
            "a price over the cap",
            on: [
                .constraint("price_over_cap"), .constraint("under_the_grid_by_decision"),
            ],
            #"""
            SELECT world.sale_by_hand(8, '{"caps": "C1", "cap_cents": 2000, "price_cents": 2500, "adjustment_reason": "kind"}')
            """#
        ),
        Attack(
            "a machine of public origin said to be private",
            on: [.constraint("sale_knows_the_origin")],
            #"""
            SELECT world.sale_by_hand(8, '{"origin_regime": "private"}')
            """#
        ),
        Attack(
            "a machine that may not be sold, sold",
            on: [.constraint("no_resale_means_free")],
            #"""
            SELECT world.sale_by_hand(9)
            """#
        ),
        Attack(
            "a price below nothing",
            on: [
                .constraint("sale_price_is_not_negative"),
                .constraint("the_half_of_the_price_stays"),
                .constraint("under_the_grid_by_decision"),
                .constraint("sale_has_the_payment_it_names"),
            ],
            #"""
            SELECT world.sale_row(3, '{"price_cents": -1, "adjustment_reason": "kind", "instalments": 2}', NULL);
            SELECT world.step_row(3, jsonb_build_object('step', 'sell', 'to_state', 'sold', 'evidence', 'sale', 'evidence_id', (SELECT max(sale_id) FROM core.sale)))
            """#
        ),
        Attack(
            "a sale that nobody paid",
            on: [.constraint("settled_sale_has_payments")],
            #"""
            SELECT world.sale_by_hand(3, '{"last_payment": null}', NULL)
            """#
        ),
        Attack(
            "a sale paid in part",
            on: [.constraint("payment_incomplete")],
            #"""
            SELECT world.sale_by_hand(3, '{}', '{"cents": 1000}')
            """#
        ),
        Attack(
            "a sale whose payments start below its price",
            on: [.constraint("payment_starts_from_the_price")],
            #"""
            SELECT world.sale_by_hand(3, '{}', '{"due_before": 1000, "cents": 1000}')
            """#
        ),
        Attack(
            "a second payment that forgets the first",
            on: [.constraint("payment_follows_payment")],
            #"""
            SELECT world.sale_by_hand(3, '{"last_payment": 2}', '{"cents": 1000}');
            SELECT world.add('core.payment', jsonb_build_object('sale_id', max(sale_id), 'nth', 2, 'method', 'cash', 'due_before', 500, 'cents', 500, 'person_id', 1)) FROM core.sale
            """#
        ),
        Attack(
            "more paid than is due",
            on: [.constraint("nothing_is_overpaid")],
            #"""
            SELECT world.sale_by_hand(3, '{"instalments": 2}', '{"cents": 4000}')
            """#
        ),
        Attack(
            "a payment of nothing",
            on: [.constraint("payment_is_positive")],
            #"""
            SELECT world.sale_by_hand(3, '{"instalments": 2}', '{"cents": 0}')
            """#
        ),
        Attack(
            "change for a card",
            on: [.constraint("change_is_given_in_cash")],
            #"""
            SELECT world.sale_by_hand(3, '{}', '{"method": "card", "tendered_cents": 5000}')
            """#
        ),
        Attack(
            "the same payment twice",
            on: [.constraint("payment_key")],
            #"""
            SELECT world.add('core.payment', '{"sale_id": 1, "nth": 1, "method": "card", "due_before": 3000, "cents": 2999, "person_id": 1}')
            """#
        ),
        Attack(
            "a placement of uncleared drives",
            on: [.constraint("placement_drive_not_cleared")],
            #"""
            SELECT world.step(10, 'report_missing');
            ALTER TABLE core.placement ALTER CONSTRAINT placement_drives_not_counted DEFERRABLE INITIALLY DEFERRED;
            SELECT world.count(10, 1); UPDATE core.placement SET drive_count = 1 WHERE device_id = 10;
            SET CONSTRAINTS ALL IMMEDIATE
            """#
        ),
        Attack(
            "a late drive on a placed machine",
            on: [.constraint("placement_drives_not_counted")],
            #"""
            SELECT world.step(10, 'report_missing'); SELECT world.count(10, 1)
            """#
        ),
        Attack(
            "a second placement",
            on: [.constraint("one_open_placement")],
            #"""
            SELECT world.placement_row(10, jsonb_build_object('step_nth', (SELECT step_nth FROM core.device WHERE device_id = 10)))
            """#
        ),
        Attack(
            "a placement without its step",
            on: [.constraint("placement_has_its_step")],
            #"""
            SELECT world.placement_row(2, '{"drive_count": 2, "ended_at": "2026-01-01"}')
            """#
        ),
        Attack(
            "an open placement of an earlier stay",
            on: [.constraint("placement_is_of_the_open_stay")],
            #"""
            ALTER TABLE core.placement DROP CONSTRAINT placement_has_its_step; SELECT world.placement_row(7, '{"stay": 1, "drive_count": 1}')
            """#
        ),
        Attack(
            "a machine for parts on the shelf",
            on: [.constraint("grade_d_is_never_offered")],
            #"""
            SELECT world.add('core.grade', '{"grade_id": 700, "device_id": 13, "stay": 1, "grade": "D", "label": "used", "rule_version": "x", "inspection": {}, "reasons": [], "defects": [], "person_id": 1}');
            SELECT world.add('core.offer', '{"device_id": 13, "stay": 1, "grade_id": 700, "grade": "D"}')
            """#
        ),
        Attack(
            "an offer better than its grade",
            on: [.constraint("offer_has_its_grade")],
            #"""
            UPDATE core.offer SET grade = 'A' WHERE device_id = 3
            """#
        ),
        Attack(
            "two open offers",
            on: [.constraint("one_open_offer")],
            #"""
            SELECT world.add('core.offer', '{"device_id": 3, "stay": 1, "grade_id": 1, "grade": "B"}')
            """#
        ),
        Attack(
            "an open offer of an earlier stay",
            on: [.constraint("offer_is_of_the_open_stay")],
            #"""
            UPDATE core.offer SET withdrawn_at = NULL WHERE device_id = 7
            """#
        ),
        Attack(
            "a sale returned twice",
            on: [.constraint("sale_returned_once")],
            #"""
            SELECT world.add('core.device_return', '{"device_id": 7, "sale_id": 2, "cause": "warranty", "new_stay": 2, "person_id": 1, "refund_cents": 3000}')
            """#
        ),
        Attack(
            "a placement returned twice",
            on: [.constraint("placement_returned_once")],
            #"""
            SELECT world.add('core.device_return', '{"device_id": 10, "placement_id": 1, "cause": "end_of_placement", "new_stay": 1, "person_id": 1, "refund_cents": 0}')
              FROM generate_series(1, 2)
            """#
        ),
        Attack(
            "the return of a machine that the sale was not of",
            on: [.constraint("return_is_of_a_sale")],
            #"""
            SELECT world.add('core.device_return', '{"device_id": 3, "sale_id": 1, "cause": "warranty", "new_stay": 1, "person_id": 1, "refund_cents": 0}')
            """#
        ),
        Attack(
            "a return from nowhere",
            on: [.constraint("return_has_its_origin")],
            #"""
            SELECT world.add('core.device_return', '{"device_id": 3, "cause": "warranty", "new_stay": 1, "person_id": 1, "refund_cents": 3000}')
            """#
        ),
        Attack(
            "two reservations of one machine",
            on: [.constraint("one_open_reservation")],
            #"""
            SELECT world.add('core.reservation', jsonb_build_object('device_id', 6, 'voucher_id', 1, 'during', tstzrange(now(), now() + interval '1 day')))
            """#
        ),
    ]
}
