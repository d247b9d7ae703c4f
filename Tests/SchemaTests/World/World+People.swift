extension World {
    /// Donors, rules, families and their vouchers, of organisation 1.
    static let people = #"""
        INSERT INTO core.donor (org_id, kind, name) VALUES (1, 'individual', 'Ida'), (1, 'public_body', 'Mairie');
        INSERT INTO core.donation (org_id, donor_id, donor_kind, origin_regime, origin_class, status, received_on) VALUES
            (1, 1, 'individual', 'private', 'individual', 'received', current_date),
            (1, 2, 'public_body', 'public_resale', 'public', 'received', current_date),
            (1, 2, 'public_body', 'public_no_resale', 'public', 'received', current_date);
        INSERT INTO core.rule_version (org_id, kind, name, during) VALUES (1, 'price_grid', 'G1', '[2020-01-01,)'),
            (1, 'public_cap', 'C1', '[2020-01-01,)'), (1, 'brackets', 'B1', '[2020-01-01,)');
        INSERT INTO core.price (org_id, grid, kind, grade, bracket, cents) VALUES (1, 'G1', 'laptop', 'B', 'b1', 3000);
        INSERT INTO core.price_cap (org_id, caps, kind, cents) VALUES (1, 'C1', 'laptop', 2000);
        INSERT INTO core.import_batch (org_id, kind, file_sha256, person_id) VALUES (1, 'devices', sha256('one'), 1);
        INSERT INTO core.shipment (org_id, route, stream, carrier, destination) VALUES (1, 'recycler', 'mixed', 'Rapide', 'Usine');
        SELECT world.family('V-1', '{ada,ben}', 1), world.family('V-2', '{cleo}', 4), world.family('V-3', '{dora}', 1)
        """#
}
