extension World {
    /// Rows written by hand: true as they stand, so that an attack is the one thing that it changes.
    static let rows = #"""
        -- An attack that must change or see something says so: one that finds nothing is an attack refused.
        CREATE FUNCTION world.must(done boolean) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            IF done IS NOT TRUE THEN RAISE EXCEPTION 'nothing happened' USING ERRCODE = 'MO000', CONSTRAINT = 'nothing_happened'; END IF;
        END $$;

        -- Inserts a row given as JSON; what it does not name takes its default.
        CREATE FUNCTION world.add(target regclass, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            full_row jsonb := '{"org_id": 1}' || given;
            names text := (SELECT string_agg(quote_ident(k), ', ') FROM jsonb_object_keys(full_row) AS k);
        BEGIN
            EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM jsonb_populate_record(NULL::%s, $1)', target, names, names, target) USING full_row;
        END $$;

        CREATE FUNCTION world.drive() RETURNS bigint LANGUAGE sql
            AS $$ INSERT INTO core.drive (org_id, media_kind) VALUES (1, 'ssd') RETURNING drive_id $$;

        CREATE FUNCTION world.slot_drive(device bigint, slot integer) RETURNS bigint LANGUAGE sql
            AS $$ SELECT s.drive_id FROM core.drive_slot AS s JOIN core.device AS d USING (org_id, device_id, stay)
                   WHERE d.device_id = slot_drive.device AND s.slot = slot_drive.slot $$;

        -- The next step of a device, written by hand; the device itself does not follow.
        CREATE FUNCTION world.step_row(device bigint, given jsonb) RETURNS void LANGUAGE sql
            AS $$ SELECT world.add('core.device_step', jsonb_build_object('device_id', d.device_id, 'nth', d.step_nth + 1, 'from_state', d.state,
                      'stay', d.stay, 'person_id', 1, 'evidence', 'none') || given) FROM core.device AS d WHERE d.device_id = device $$;

        -- The next step of a device without evidence, written by hand, and the device that follows it to a clean state.
        CREATE FUNCTION world.start_test_by_hand(machine bigint) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM world.step_row(machine, '{"step": "start_test", "to_state": "testing"}');
            UPDATE core.device SET state = 'testing', clean = true, step_nth = step_nth + 1 WHERE device_id = machine;
        END $$;

        -- An accepted attempt on a drive, written by hand.
        CREATE FUNCTION world.wipe_row(device bigint, slot integer, given jsonb) RETURNS void LANGUAGE sql
            AS $$ SELECT world.add('core.wipe', jsonb_build_object('drive_id', world.slot_drive(device, slot), 'device_id', device, 'stay', t.stay,
                      'attempt', 1, 'media_kind', 'ssd', 'method', 'ata_sanitize', 'level', 2, 'origin_class', t.origin_class, 'policy_level', 2,
                      'donor_level', 0, 'source', 'by_hand', 'result', 'success', 'verified', 'all', 'hidden_sectors', 'none', 'pass_errors', 0,
                      'finished_at', clock_timestamp(), 'stay_opened_at', t.opened_at, 'accepted', true, 'operator_id', 1) || given)
                    FROM core.device AS d JOIN core.stay AS t USING (org_id, device_id, stay) WHERE d.device_id = device $$;

        CREATE FUNCTION world.clearance_row(device bigint, slot integer, given jsonb) RETURNS void LANGUAGE sql
            AS $$ SELECT world.add('core.clearance', jsonb_build_object('device_id', device, 'stay', d.stay, 'nth', 1, 'slot', slot,
                      'drive_id', world.slot_drive(device, slot), 'kind', 'removed', 'destination', 'destruction', 'person_id', 1) || given)
                    FROM core.device AS d WHERE d.device_id = device $$;

        -- A sale and its payment, written by hand; true as it stands, except for what is given.
        CREATE FUNCTION world.sale_row(device bigint, given jsonb, paid jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE
            sale bigint := nextval('core.sale_sale_id_seq');
            facts jsonb;
        BEGIN
            SELECT jsonb_build_object('sale_id', sale, 'device_id', device, 'stay', d.stay, 'kind', d.kind, 'sold_at', clock_timestamp(),
                       'delivered_on', current_date, 'person_id', 1, 'voucher_id', m.voucher_id, 'voucher_term', m.during, 'offer_id', o.offer_id,
                       'grade', o.grade, 'grid', 'G1', 'origin_regime', t.origin_regime, 'grid_cents', 3000, 'price_cents', 3000,
                       'step_nth', d.step_nth + CASE WHEN d.state = 'sold' THEN 0 ELSE 1 END, 'drive_count', d.drive_count, 'last_payment', 1,
                       'status', 'active', 'warranty_until', current_date + 730, 'presumption_until', current_date + 365) || given
              INTO facts
              FROM core.device AS d
              JOIN core.stay AS t USING (org_id, device_id, stay)
              JOIN core.voucher_term AS m ON m.org_id = d.org_id AND m.voucher_id = 2
              LEFT JOIN LATERAL (SELECT * FROM core.offer AS f WHERE f.org_id = d.org_id AND f.device_id = d.device_id ORDER BY offer_id DESC LIMIT 1) AS o
                   ON true
             WHERE d.device_id = device;
            PERFORM world.add('core.sale', facts);
            IF paid IS NOT NULL THEN
                PERFORM world.add('core.payment', jsonb_build_object('sale_id', sale, 'nth', 1, 'method', 'cash',
                    'due_before', facts -> 'price_cents', 'cents', facts -> 'price_cents', 'person_id', 1) || paid);
            END IF;
            RETURN sale;
        END $$;

        -- The whole of a sale by hand: row, payment, step, and the device that follows.
        CREATE FUNCTION world.sale_by_hand(machine bigint, given jsonb DEFAULT '{}', paid jsonb DEFAULT '{}') RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE sale bigint := world.sale_row(machine, given, paid);
        BEGIN
            PERFORM world.step_row(machine, jsonb_build_object('step', 'sell', 'to_state', 'sold', 'evidence', 'sale', 'evidence_id', sale));
            UPDATE core.device SET state = 'sold', clean = true, step_nth = step_nth + 1 WHERE device_id = machine;
            RETURN sale;
        END $$;

        CREATE FUNCTION world.placement_row(machine bigint, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE placement bigint := nextval('core.placement_placement_id_seq');
        BEGIN
            PERFORM world.add('core.placement', jsonb_build_object('placement_id', placement, 'device_id', machine, 'stay', d.stay, 'kind', 'loan',
                'taker', 'École', 'agreement', 'C-2', 'step_nth', d.step_nth + 1, 'drive_count', d.drive_count, 'person_id', 1) || given)
               FROM core.device AS d WHERE d.device_id = machine;
            IF (SELECT state FROM core.device WHERE device_id = machine) = 'in_stock' THEN
                PERFORM world.step_row(machine, jsonb_build_object('step', 'place', 'to_state', 'placed', 'evidence', 'placement', 'evidence_id', placement));
            END IF;
        END $$;

        -- The next document of a series, written by hand.
        CREATE FUNCTION world.document_row(given jsonb) RETURNS void LANGUAGE sql
            AS $$ SELECT world.add('core.document', jsonb_build_object('kind', kind, 'year', year, 'no', last_no + 1, 'verification', 'by hand',
                      'commitment', sha256('salt content'), 'prev_hash', last_hash, 'person_id', 1) || given)
                    FROM core.document_series WHERE kind = 'acc' $$
        """#
}
