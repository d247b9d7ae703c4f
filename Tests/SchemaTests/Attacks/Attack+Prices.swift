import Cluster

extension Attack {
    /// Against prices set by hand: a reason, a decision for this sale alone, and two people where the house asks for them.
    static let onPrices: [Attack] = [
        Attack(
            "a sale below the grid that nobody decided",
            on: [.constraint("under_the_grid_by_decision")],
            #"""
            SELECT world.sale_by_hand(3, '{"price_cents": 2000, "adjustment_reason": "kind"}')
            """#
        ),
        Attack(
            "a price lowered by one person where two are asked for",
            on: [.constraint("lowering_takes_two")],
            #"""
            \#(lowering("'takes_two', true"))
            """#
        ),
        Attack(
            "a price lowered on a proposal that nobody approved",
            on: [.constraint("lowering_was_approved")],
            #"""
            SELECT world.add('core.proposal', '{"proposal_id": 900, "command": "lower-price", "content": "{}", "content_sha256": "\\x\#(String(repeating: "00", count: 32))", "reason": "x", "proposed_by": 1, "until": "2040-01-01"}');
            \#(lowering("'takes_two', true, 'proposal_id', 900, 'proposed_by', 1"))
            """#
        ),
        Attack(
            "a proposal named without who proposed it",
            on: [.constraint("lowering_names_its_proposer")],
            #"""
            \#(lowering("'takes_two', true, 'proposal_id', 900"))
            """#
        ),
        Attack(
            "a price lowered for no reason",
            on: [.constraint("lowering_has_its_reason")],
            #"""
            \#(lowering("'reason', ' '"))
            """#
        ),
        Attack(
            "a price lowered to nothing",
            on: [.constraint("lowered_price_is_something")],
            #"""
            \#(lowering("'cents', 0"))
            """#
        ),
        Attack(
            "the lowered price of another machine",
            on: [.constraint("sale_relies_on_a_lowering")],
            #"""
            \#(lowering("'device_id', 4"))
            SELECT world.sale_by_hand(3, '{"price_cents": 2000, "adjustment_reason": "kind", "lowering_id": 900}')
            """#
        ),
        Attack(
            "a lowered price lowered again in the sale",
            on: [.constraint("sale_relies_on_a_lowering")],
            #"""
            \#(lowering("'cents', 2500"))
            SELECT world.sale_by_hand(3, '{"price_cents": 2000, "adjustment_reason": "kind", "lowering_id": 900}')
            """#
        ),
        Attack(
            "a lowered price used a second time",
            on: [.constraint("lowering_serves_once")],
            #"""
            \#(lowering("'cents', 2000"))
            SELECT world.sale_row(3, '{"status": "returned", "price_cents": 2000, "adjustment_reason": "kind", "lowering_id": 900}', '{}');
            SELECT world.sale_by_hand(3, '{"price_cents": 2000, "adjustment_reason": "kind", "lowering_id": 900}')
            """#
        ),
        Attack(
            "a lowered price written around its door",
            as: .main,
            on: [.privilege],
            #"""
            \#(lowering("'cents', 2000"))
            """#
        ),
    ]

    /// A decision on the price of device 3 for the second voucher, true except for what is given.
    private static func lowering(_ given: String) -> String {
        """
        SELECT world.add('core.lowered_price', jsonb_build_object('lowering_id', 900, 'device_id', 3, 'stay', 1, 'voucher_id', 2,
            'cents', 2000, 'reason', 'scratched', 'person_id', 1, 'takes_two', false) || jsonb_build_object(\(given)));
        """
    }
}
