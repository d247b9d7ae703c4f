extension World {
    /// Thirteen devices of organisation 1, by number, and papers of theirs.
    ///
    /// 1 received; 2 triaged, two drives; 3 in stock, two drives; 4 in stock, no drive; 5 sold to `V-1`, one drive;
    /// 6 reserved for `V-2`; 7 sold to `V-2` and taken back, in its second stay; 8 in stock, public origin; 9 in stock,
    /// public origin, not for resale; 10 placed; 11 triaged, not counted; 12 at the wipe bench, two drives, one attempt
    /// failed; 13 in test, one drive.
    static let devices = #"""
        SELECT world.received(1);
        SELECT world.triaged(1, 2);
        SELECT world.stocked(1, 2);
        SELECT world.stocked(1, 0);
        SELECT world.stocked(1, 1);
        SELECT world.sell('V-1', 5, 3000);
        SELECT world.stocked(1, 0);
        SELECT core.reserve('V-2', 6, 7);
        SELECT world.stocked(1, 1);
        SELECT world.sell('V-2', 7, 3000);
        SELECT core.take_back(7, 'withdrawal_14_days', NULL, 3000);
        SELECT world.stocked(2, 0);
        SELECT world.stocked(3, 0);
        SELECT world.stocked(1, 0);
        SELECT core.place_device(10, 'loan', 'École Jaurès', 'C-1', NULL);
        SELECT world.triaged(1, NULL);
        SELECT world.triaged(1, 2);
        SELECT world.step(12, 'send_to_wipe'), world.wipe(12, 1, false);
        SELECT world.triaged(1, 1);
        SELECT world.test(13, 1);
        SELECT world.issue('acc'), world.issue('acc'), world.issue('acc');
        INSERT INTO core.closing (org_id, period, nth, during, sales, total_cents, perpetual_before, prev_hash, last_transfer_id, person_id)
        VALUES (1, 'day', 1, '[2026-01-01,2026-01-02)', 0, 0, 0, '\x', 0, 1);
        INSERT INTO core.closing (org_id, period, nth, during, sales, total_cents, perpetual_before, prev_hash, last_transfer_id, person_id)
        SELECT 1, 'day', 2, '[2026-01-02,2026-01-03)', 1, 0, 0, hash, 2, 1 FROM core.closing WHERE nth = 1;
        INSERT INTO core.register_line (org_id, year, no, entered_on, device_id, description, source_commitment, value_cents, prev_hash)
        VALUES (1, 2026, 1, '2026-01-05', 1, 'laptop', sha256('salt Ida'), 0, '\x');
        INSERT INTO core.register_line (org_id, year, no, entered_on, device_id, description, source_commitment, value_cents, prev_hash)
        SELECT 1, 2026, 2, '2026-01-05', 2, 'laptop', sha256('salt Ida'), 0, hash FROM core.register_line WHERE no = 1
        """#
}
