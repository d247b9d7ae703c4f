extension World {
    /// What the workshop and the counter do, by the doors, as short words of SQL.
    static let verbs = #"""
        CREATE FUNCTION world.step(device bigint, step text) RETURNS void LANGUAGE sql
            AS $$ SELECT FROM core.take_steps(ARRAY[device], step, 'because', true) $$;

        -- A machine that was received under a donation.
        CREATE FUNCTION world.received(donation bigint) RETURNS bigint LANGUAGE sql
            AS $$ SELECT core.add_devices(donation, 'laptop', 1, 'receive', NULL, NULL, NULL) $$;

        -- A machine that a run of reports brought; the run has its number.
        CREATE FUNCTION world.imported() RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE device bigint := world.received(1);
        BEGIN
            INSERT INTO core.import_batch (org_id, batch_id, kind, file_sha256, donation_id, person_id)
            VALUES (1, device, 'hardware', sha256(context.bytes(device::text)), 1, 1);
            UPDATE core.stay AS y SET import_id = device, import_line = 1 WHERE y.device_id = device;
            RETURN device;
        END $$;

        CREATE FUNCTION world.count(device bigint, drives integer) RETURNS integer LANGUAGE sql
            AS $$ SELECT core.count_drives(device, coalesce((SELECT jsonb_agg(jsonb_build_object('media_kind', 'ssd',
                      'serial', 'S' || device || '-' || n, 'serial_key', 'S' || device || '-' || n)) FROM generate_series(1, drives) AS n), '[]')) $$;

        -- An attempt by hand on one drive, good or bad.
        CREATE FUNCTION world.wipe(device bigint, slot integer, good boolean) RETURNS bigint LANGUAGE sql
            AS $$ SELECT wipe_id FROM core.record_wipe(device, slot, jsonb_build_object('method', 'ata_sanitize', 'source', 'by_hand',
                      'result', CASE WHEN good THEN 'success' ELSE 'failed' END, 'rounds_done', 1, 'rounds_asked', 1, 'verified', 'all',
                      'hidden_sectors', 'none'), good, '[]', NULL) $$;

        CREATE FUNCTION world.triaged(donation bigint, drives integer) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE device bigint := world.received(donation);
        BEGIN
            PERFORM world.step(device, 'triage');
            IF drives IS NOT NULL THEN PERFORM world.count(device, drives); END IF;
            RETURN device;
        END $$;

        -- From the bench to the state of being tested, every drive wiped.
        CREATE FUNCTION world.test(device bigint, drives integer) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            IF drives > 0 THEN
                PERFORM world.step(device, 'send_to_wipe');
                PERFORM world.wipe(device, slot, true) FROM generate_series(1, drives) AS slot;
                PERFORM world.step(device, 'record_wiped');
            END IF;
            PERFORM world.step(device, 'start_test');
        END $$;

        CREATE FUNCTION world.stock(device bigint) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM core.record_grade(device, 'B', 'used', 'GRADE-2026-1', '{}', '[]', '{}');
            PERFORM core.shelve(device);
        END $$;

        CREATE FUNCTION world.stocked(donation bigint, drives integer) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE device bigint := world.triaged(donation, drives);
        BEGIN
            PERFORM world.test(device, drives);
            PERFORM world.stock(device);
            RETURN device;
        END $$;

        CREATE FUNCTION world.sell(voucher text, device bigint, cents bigint) RETURNS bigint LANGUAGE sql
            AS $$ SELECT sale_id FROM core.sell(voucher, device, cents, NULL,
                      CASE WHEN cents > 0 THEN ARRAY['cash'] ELSE ARRAY[]::text[] END,
                      CASE WHEN cents > 0 THEN ARRAY[cents] ELSE ARRAY[]::bigint[] END, ARRAY[NULL]::bigint[], NULL) $$;

        CREATE FUNCTION world.issue(kind text) RETURNS text LANGUAGE plpgsql AS $$
        DECLARE n record;
        BEGIN
            SELECT * INTO n FROM core.take_number(kind);
            PERFORM core.freeze_document(kind, n.year, n.no, 'content ' || n.no, '\x000102030405060708090a0b0c0d0e0f', n.number || '-check', NULL,
                NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            RETURN n.number;
        END $$;

        -- A household with its adults, approved, and its voucher.
        CREATE FUNCTION world.family(code text, adults text[], quota integer) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            home bigint;
            file bigint;
            approved bigint;
            issued bigint;
        BEGIN
            INSERT INTO social.household (org_id, persons) VALUES (1, cardinality(adults)) RETURNING household_id INTO home;
            INSERT INTO social.adult (org_id, household_id, adult_key) SELECT 1, home, sha256(context.bytes(a)) FROM unnest(adults) AS a;
            INSERT INTO social.application (org_id, household_id, kinds, entered_by) VALUES (1, home, '{laptop}', 2) RETURNING application_id INTO file;
            INSERT INTO social.evidence (org_id, application_id, quotient, quotient_source, set_by) VALUES (1, file, 417, 'caf', 2);
            INSERT INTO social.decision (org_id, application_id, nth, outcome, basis, bracket, explanation, rule_versions, entered_by, approver_id, decided_on)
            VALUES (1, file, 1, 'approved', 'official_quotient', 'b1', '{}', '{}', 2, 3, current_date);
            INSERT INTO social.approval (org_id, application_id, decision_nth, household_id, bracket) VALUES (1, file, 1, home, 'b1')
            RETURNING approval_id INTO approved;
            INSERT INTO social.allowance (org_id, approval_id, quota_group, quota) VALUES (1, approved, 'main_device', quota);
            INSERT INTO core.voucher (org_id, code, first_name, initial, kinds, approval_id, issued_by)
            VALUES (1, code, 'Ada', 'L', '{laptop}', approved, 2) RETURNING voucher_id INTO issued;
            INSERT INTO core.voucher_term (org_id, voucher_id, nth, during)
            VALUES (1, issued, 1, tstzrange(now() - interval '1 hour', now() + interval '60 days'));
        END $$
        """#
}
