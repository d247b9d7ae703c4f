extension World {
    /// Organisation 2, with a donor, a donation and device 14.
    static let neighbour = #"""
        INSERT INTO core.donor (org_id, donor_id, kind, name) VALUES (2, 90, 'individual', 'Zoé');
        INSERT INTO core.donation (org_id, donation_id, donor_id, donor_kind, origin_regime, origin_class, status, received_on)
        VALUES (2, 90, 90, 'individual', 'private', 'individual', 'received', current_date);
        SELECT core.add_devices(90, 'laptop', 1, 'receive', NULL, NULL, NULL)
        """#
}
