extension Attack {
    /// Against blanks in the place of what the law asks for, and money that never came.
    static let onWritten: [Attack] =
        onPlans + onBlanks
        + ["HELLO", "16 02", "160213", "16 02 13**", "1 60 213"].map { code in
            Attack(
                "waste under the code \(code)",
                on: [.constraint("waste_code_has_six_digits")],
                """
                INSERT INTO core.shipment (org_id, route, stream, waste_code, carrier, destination)
                VALUES (1, 'recycler', 'écrans', '\(code)', 'Vasseur', 'Recyclage du Nord')
                """
            )
        }

    private static let onPlans: [Attack] = [
        Attack(
            "a plan in the place of money",
            on: [.constraint("payment_method_is_known")],
            #"""
            SELECT world.sale_by_hand(3, '{}', '{"method": "instalments"}')
            """#
        ),
        Attack(
            "a fifth payment of a plan",
            on: [.constraint("instalment_is_one_of_few")],
            #"""
            SELECT world.sale_by_hand(3, '{"instalments": 2}', '{"instalment": 5}')
            """#
        ),
        Attack(
            "a machine that leaves on a plan before its first payment",
            on: [.constraint("plan_begins_with_a_payment")],
            #"""
            SELECT world.sale_by_hand(3, '{"instalments": 2, "last_payment": null}', NULL)
            """#
        ),
        Attack(
            "a plan whose first payment is not there",
            on: [.constraint("sale_has_the_payment_it_names")],
            #"""
            SELECT world.sale_by_hand(3, '{"instalments": 2}', NULL)
            """#
        ),
        Attack(
            "a counterpart that raises the receipt above the gift",
            on: [.constraint("counterpart_is_not_negative")],
            #"""
            UPDATE core.donation SET counterpart_cents = -5000 WHERE org_id = 1
            """#
        ),
    ]

    private static let onBlanks: [Attack] = [
        blank("valuation_letter", "valuation_letter_says_something", of: "valued"),
        blank("valuation_signer", "valuation_letter_says_something", of: "valued"),
        blank("slip_no", "slip_says_something", of: "shipment"),
        blank("carrier", "carrier_says_something", of: "shipment"),
        blank("destination", "destination_says_something", of: "shipment"),
        blank("taker", "taker_says_something", of: "placement"),
        blank("agreement", "agreement_says_something", of: "placement"),
        blank("fault", "fault_says_something", of: "warranty_case"),
    ]

    /// What has to be written, left blank.
    private static func blank(_ column: String, _ wall: String, of thing: String) -> Attack {
        let before =
            switch thing {
            case "valued": company
            case "warranty_case": warrantyCase
            default: ""
            }
        let table = thing == "valued" ? "donation" : thing
        let which = thing == "valued" ? "donor_id = 71" : "org_id = 1"
        return Attack(
            "a blank \(column)",
            on: [.constraint(wall)],
            "\(before) UPDATE core.\(table) SET \(column) = ' ' WHERE \(which)"
        )
    }

    private static let company = """
        INSERT INTO core.donor (org_id, donor_id, kind, name) VALUES (1, 71, 'company', 'Val');
        INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class, valuation_basis, valuation_unit_cents,
            valuation_letter, valuation_on, valuation_signer)
        VALUES (1, 71, 'company', 'private', 'business', 'net_book_value', 6000, 'lettre.pdf', '2026-10-01', 'Paule Gérard');
        """

    private static let warrantyCase = #"""
        SELECT world.add('core.warranty_case', '{"sale_id": 1, "fault": "screen", "opened_on": "2026-01-05", "presumed": true, "person_id": 1}');
        """#
}
