-- Importing devices: a typed staging table, a plan that says what would happen to each line, and the run that does just that.
-- The dry run stops after the plan; the real run executes the same plan.

-- Temporary, so that COPY may fill it (COPY refuses tables with row policies) and nothing is left of a run that dies.
CREATE OR REPLACE FUNCTION core.open_device_staging() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM context.require();
    CREATE TEMP TABLE device_staging (
        line integer NOT NULL, external_ref text, kind text, maker text, model text, serial text, serial_key text, cpu text,
        ram_mb integer, storage_gb integer, storage_kind text, drive_serial text, bought_on date, condition text, os text,
        weight_g integer, imei text, mac text, uuid text, comment text, extra text, note text, copies integer
    ) ON COMMIT DROP;
    GRANT SELECT, INSERT ON pg_temp.device_staging TO moulin_main;
END $$;

-- create: a machine we never saw. same / update: announced or received in this very donation. again: one that had left us.
-- doubtful: one that is in the house under another donation; a person decides. error: the file contradicts itself.
CREATE OR REPLACE FUNCTION core.plan_device_import(p_donation bigint, p_default_kind text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '128MB' AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
BEGIN
    PERFORM FROM core.donation WHERE org_id = v_org AND donation_id = p_donation;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_donation', jsonb_build_object('donation', p_donation)); END IF;
    ANALYZE pg_temp.device_staging;
    CREATE TEMP TABLE device_plan ON COMMIT DROP AS
    WITH staged AS (
        SELECT s.*, n AS copy, coalesce(s.kind, p_default_kind) AS planned_kind, lower(coalesce(s.maker, '')) AS maker_key,
               row_number() OVER (PARTITION BY s.serial_key, lower(coalesce(s.maker, '')) ORDER BY s.line) AS serial_nth,
               row_number() OVER (PARTITION BY s.external_ref ORDER BY s.line) AS ref_nth
          FROM pg_temp.device_staging AS s CROSS JOIN LATERAL generate_series(1, coalesce(s.copies, 1)) AS n
    ), nameless AS (
        SELECT s.line, n AS copy, row_number() OVER (PARTITION BY coalesce(s.kind, p_default_kind), lower(coalesce(s.maker, '')),
                                                                  lower(coalesce(s.model, '')) ORDER BY s.line, n) AS alike_nth
          FROM pg_temp.device_staging AS s CROSS JOIN LATERAL generate_series(1, coalesce(s.copies, 1)) AS n
         WHERE num_nonnulls(s.serial_key, s.external_ref, s.imei, s.uuid) = 0
    ), alike AS (
        -- Machines of this donation that came by a list which told them apart by nothing: the same list, corrected, means these.
        SELECT d.device_id, d.kind, lower(coalesce(d.maker, '')) AS maker_key, lower(coalesce(d.model, '')) AS model_key,
               row_number() OVER (PARTITION BY d.kind, lower(coalesce(d.maker, '')), lower(coalesce(d.model, '')) ORDER BY d.device_id) AS alike_nth
          FROM core.stay AS y JOIN core.device AS d ON d.org_id = y.org_id AND d.device_id = y.device_id AND d.stay = y.stay
          JOIN core.import_batch AS b ON b.org_id = y.org_id AND b.batch_id = y.import_id AND b.kind = 'devices'
         WHERE y.org_id = v_org AND y.donation_id = p_donation
           AND EXISTS (SELECT FROM nameless)
           AND NOT EXISTS (SELECT FROM core.identifier AS x WHERE x.org_id = v_org AND x.device_id = d.device_id AND x.source = 'import'
                              AND x.kind IN ('serial', 'asset_tag', 'imei', 'uuid'))
    ), tagged AS (
        -- The donor's own numbers in this very donation, read once: they are only known within it.
        SELECT x.value_key, min(x.device_id) AS device_id
          FROM core.stay AS y JOIN core.identifier AS x ON x.org_id = y.org_id AND x.device_id = y.device_id AND x.kind = 'asset_tag'
         WHERE y.org_id = v_org AND y.donation_id = p_donation AND y.closed_at IS NULL
         GROUP BY x.value_key
    ), matched AS (
        SELECT DISTINCT ON (s.line, s.copy) s.line, s.copy, s.planned_kind, s.maker_key,
               CASE WHEN s.serial_key IS NOT NULL AND s.serial_nth > 1 THEN 'serial_twice_in_file'
                    WHEN s.external_ref IS NOT NULL AND s.ref_nth > 1 THEN 'reference_twice_in_file'
                    -- A row about a machine that is known may say as little as it likes.
                    WHEN s.planned_kind IS NULL AND (d.device_id IS NULL OR (t.donation_id IS DISTINCT FROM p_donation
                        AND d.state NOT IN ('sold', 'gifted', 'placed'))) THEN 'kind_missing' END AS fault,
               d.device_id, d.state, t.donation_id AS known_donation,
               (d.device_id IS NOT NULL AND (
                    (s.maker IS NOT NULL AND s.maker IS DISTINCT FROM d.maker) OR (s.model IS NOT NULL AND s.model IS DISTINCT FROM d.model)
                 OR (s.kind IS NOT NULL AND s.kind IS DISTINCT FROM d.kind) OR (s.serial IS NOT NULL AND s.serial IS DISTINCT FROM d.serial)
                 OR (s.cpu IS NOT NULL AND s.cpu IS DISTINCT FROM d.cpu) OR (s.ram_mb IS NOT NULL AND s.ram_mb IS DISTINCT FROM d.ram_mb)
                 OR (s.storage_gb IS NOT NULL AND s.storage_gb IS DISTINCT FROM d.storage_gb)
                 OR (s.storage_kind IS NOT NULL AND s.storage_kind IS DISTINCT FROM d.storage_kind)
                 OR (s.extra IS NOT NULL AND NOT coalesce(d.extra, '{}') @> s.extra::jsonb)
                 OR (s.os IS NOT NULL AND s.os IS DISTINCT FROM d.os) OR (s.weight_g IS NOT NULL AND s.weight_g IS DISTINCT FROM d.weight_g)
                 OR (s.comment IS NOT NULL AND s.comment IS DISTINCT FROM d.comment)
                 OR (s.external_ref IS NOT NULL AND s.external_ref IS DISTINCT FROM d.external_ref))) AS differs
          FROM staged AS s
          LEFT JOIN core.identifier AS i ON i.org_id = v_org AND NOT i.is_junk
               AND ((i.kind = 'serial' AND i.value_key = s.serial_key AND (i.maker_key = s.maker_key OR i.maker_key = '' OR s.maker_key = '')))
          LEFT JOIN core.identifier AS e ON s.serial_key IS NULL AND e.org_id = v_org AND NOT e.is_junk AND e.kind = 'imei' AND e.value_key = s.imei
          LEFT JOIN core.identifier AS u ON s.serial_key IS NULL AND s.imei IS NULL
               AND u.org_id = v_org AND NOT u.is_junk AND u.kind = 'uuid' AND u.value_key = upper(s.uuid)
          LEFT JOIN tagged AS r ON s.serial_key IS NULL AND r.value_key = upper(s.external_ref)
          LEFT JOIN nameless AS z ON z.line = s.line AND z.copy = s.copy
          LEFT JOIN alike AS a ON a.alike_nth = z.alike_nth AND a.kind = s.planned_kind AND a.maker_key = s.maker_key
               AND a.model_key = lower(coalesce(s.model, ''))
          LEFT JOIN core.device AS d ON d.org_id = v_org AND d.device_id = coalesce(i.device_id, e.device_id, u.device_id, r.device_id, a.device_id)
               AND d.state NOT IN ('withdrawn', 'merged')
          LEFT JOIN core.stay AS t ON t.org_id = v_org AND t.device_id = d.device_id AND t.stay = d.stay
         ORDER BY s.line, s.copy, (t.donation_id = p_donation) DESC NULLS LAST, d.device_id DESC NULLS LAST
    )
    SELECT m.line, m.copy, m.planned_kind AS kind, m.maker_key, m.fault,
           CASE WHEN m.fault IS NOT NULL THEN 'error'
                WHEN m.device_id IS NULL THEN 'create'
                WHEN m.known_donation = p_donation THEN CASE WHEN m.differs THEN 'update' ELSE 'same' END
                WHEN m.state IN ('sold', 'gifted', 'placed') THEN 'again'
                ELSE 'doubtful' END AS verdict,
           CASE WHEN m.fault IS NULL AND m.known_donation IS DISTINCT FROM p_donation
                     AND (m.device_id IS NULL OR m.state NOT IN ('sold', 'gifted', 'placed'))
                THEN nextval('core.device_device_id_seq') ELSE m.device_id END AS device_id,
           m.device_id AS known_device
      FROM matched AS m;
    CREATE UNIQUE INDEX ON pg_temp.device_plan (line, copy);
    ANALYZE pg_temp.device_plan;
    GRANT SELECT ON pg_temp.device_plan TO moulin_main;
END $$;

-- Executes the plan. Returns how many lines met each verdict.
CREATE OR REPLACE FUNCTION core.import_devices(p_donation bigint, p_import bigint, p_step text) RETURNS TABLE (verdict text, lines bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    g core.donation;
    st lifecycle.step;
    one record;
    v_micros bigint := audit.instant();
BEGIN
    SELECT * INTO g FROM core.donation WHERE org_id = v_org AND donation_id = p_donation;
    SELECT * INTO st FROM lifecycle.step AS l WHERE l.from_state = 'new' AND l.step = p_step;
    IF NOT FOUND THEN PERFORM context.refuse('step_not_on_map', jsonb_build_object('from', 'new', 'step', p_step)); END IF;
    INSERT INTO core.device (org_id, device_id, kind, maker, model, serial, external_ref, cpu, ram_mb, storage_gb, storage_kind, os, weight_g,
        comment, extra, stay, state, clean, step_nth)
    SELECT v_org, p.device_id, p.kind, s.maker, s.model, s.serial, s.external_ref, s.cpu, s.ram_mb, s.storage_gb, s.storage_kind, s.os, s.weight_g,
           s.comment, s.extra::jsonb, 1, st.to_state, false, 1
      FROM pg_temp.device_plan AS p JOIN pg_temp.device_staging AS s USING (line)
     WHERE p.verdict IN ('create', 'doubtful') ORDER BY p.device_id;
    -- Counted from outside, the uncommitted rows are none: a plan made on that reads a whole index for every key it checks.
    ANALYZE core.device;
    INSERT INTO core.stay (org_id, device_id, stay, opened_by, donation_id, origin_class, origin_regime, required_level, import_id, import_line,
        import_copy)
    SELECT v_org, p.device_id, 1, 'donation', p_donation, g.origin_class, g.origin_regime, g.required_level, p_import, p.line,
           nullif(p.copy, 1)
      FROM pg_temp.device_plan AS p WHERE p.verdict IN ('create', 'doubtful') ORDER BY p.device_id;
    ANALYZE core.stay;
    INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, stay, person_id)
    SELECT v_org, p.device_id, 1, 'new', st.step, st.to_state, st.evidence, 1, who[2]
      FROM pg_temp.device_plan AS p WHERE p.verdict IN ('create', 'doubtful') ORDER BY p.device_id;
    ANALYZE core.device_step;
    INSERT INTO core.identifier (org_id, device_id, kind, value, value_key, maker_key, source)
    SELECT v_org, p.device_id, i.kind, i.value, i.value_key, CASE i.kind WHEN 'serial' THEN p.maker_key ELSE '' END, 'import'
      FROM pg_temp.device_plan AS p JOIN pg_temp.device_staging AS s USING (line)
      CROSS JOIN LATERAL (VALUES ('serial', s.serial, s.serial_key), ('asset_tag', s.external_ref, upper(s.external_ref)),
            ('uuid', s.uuid, upper(s.uuid)), ('mac', s.mac, upper(s.mac)), ('imei', s.imei, s.imei)) AS i (kind, value, value_key)
     WHERE p.verdict IN ('create', 'doubtful', 'update') AND i.value_key IS NOT NULL
        -- One that an undone import had brought is meant after all.
        ON CONFLICT ON CONSTRAINT identifier_key DO UPDATE SET is_junk = false, source = 'import', seen_at = clock_timestamp()
         WHERE identifier.source = 'undone import';
    WITH announced AS (
        INSERT INTO core.drive (org_id, media_kind, serial, serial_key, capacity_gb)
        SELECT v_org, coalesce(min(s.storage_kind), 'unknown'), min(s.drive_serial), upper(s.drive_serial), min(s.storage_gb)
          FROM pg_temp.device_plan AS p JOIN pg_temp.device_staging AS s USING (line)
         WHERE p.verdict IN ('create', 'doubtful') AND s.drive_serial IS NOT NULL
           AND NOT EXISTS (SELECT FROM core.drive AS k WHERE k.org_id = v_org AND k.serial_key = upper(s.drive_serial))
         GROUP BY upper(s.drive_serial)
        RETURNING drive_id, serial_key
    )
    INSERT INTO core.expected_drive (org_id, device_id, stay, drive_id)
    SELECT v_org, p.device_id, 1, a.drive_id
      FROM announced AS a JOIN pg_temp.device_staging AS s ON upper(s.drive_serial) = a.serial_key
      JOIN pg_temp.device_plan AS p USING (line) WHERE p.verdict IN ('create', 'doubtful');
    INSERT INTO core.doubt (org_id, device_id, other_device_id, import_id, import_line, evidence)
    SELECT v_org, p.device_id, p.known_device, p_import, p.line, jsonb_build_object('serial_key', s.serial_key, 'maker', s.maker)
      FROM pg_temp.device_plan AS p JOIN pg_temp.device_staging AS s USING (line) WHERE p.verdict = 'doubtful';
    INSERT INTO core.import_change (org_id, batch_id, device_id, before)
    SELECT DISTINCT ON (d.device_id) v_org, p_import, d.device_id,
           jsonb_build_object('kind', d.kind, 'maker', d.maker, 'model', d.model, 'serial', d.serial, 'external_ref', d.external_ref, 'cpu', d.cpu,
               'ram_mb', d.ram_mb, 'storage_gb', d.storage_gb, 'storage_kind', d.storage_kind, 'os', d.os, 'weight_g', d.weight_g, 'comment', d.comment, 'extra', d.extra)
      FROM pg_temp.device_plan AS p JOIN core.device AS d ON d.org_id = v_org AND d.device_id = p.device_id
     WHERE p.verdict = 'update' ORDER BY d.device_id;
    UPDATE core.device AS d
       SET kind = coalesce(s.kind, d.kind), maker = coalesce(s.maker, d.maker), model = coalesce(s.model, d.model), serial = coalesce(s.serial, d.serial),
           external_ref = coalesce(s.external_ref, d.external_ref), cpu = coalesce(s.cpu, d.cpu), ram_mb = coalesce(s.ram_mb, d.ram_mb),
           storage_gb = coalesce(s.storage_gb, d.storage_gb), storage_kind = coalesce(s.storage_kind, d.storage_kind),
           os = coalesce(s.os, d.os), weight_g = coalesce(s.weight_g, d.weight_g),
           comment = coalesce(s.comment, d.comment), extra = coalesce(d.extra, '{}') || coalesce(s.extra::jsonb, '{}'), version = d.version + 1
      FROM pg_temp.device_plan AS p JOIN pg_temp.device_staging AS s USING (line)
     WHERE p.verdict = 'update' AND d.org_id = v_org AND d.device_id = p.device_id;
    -- New chains need no lock and no look: their first event follows nothing.
    INSERT INTO audit.chain (org_id, subject, subject_id, seq, micros, prev_hash, hash)
    SELECT v_org, 'device', p.device_id, 1, v_micros, '\x', audit.link('\x', v_org, 'device', p.device_id, 1, v_micros, who[2], 'import-device',
               jsonb_build_object('import', p_import, 'line', p.line))
      FROM pg_temp.device_plan AS p WHERE p.verdict IN ('create', 'doubtful') ORDER BY p.device_id;
    INSERT INTO audit.event (org_id, subject, subject_id, seq, micros, person_id, name, body, prev_hash)
    SELECT v_org, 'device', p.device_id, 1, v_micros, who[2], 'import-device', jsonb_build_object('import', p_import, 'line', p.line), '\x'
      FROM pg_temp.device_plan AS p WHERE p.verdict IN ('create', 'doubtful') ORDER BY p.device_id;
    PERFORM audit.append('device', array_agg(p.device_id), 'update-device', array_agg(jsonb_build_object('import', p_import, 'line', p.line)))
       FROM pg_temp.device_plan AS p WHERE p.verdict = 'update' HAVING count(*) > 0;
    FOR one IN SELECT p.device_id, p.line, d.state FROM pg_temp.device_plan AS p JOIN core.device AS d ON d.org_id = v_org AND d.device_id = p.device_id
                WHERE p.verdict = 'again' ORDER BY p.line LOOP
        PERFORM core.receive_again(one.device_id, p_donation);
        UPDATE core.stay SET import_id = p_import, import_line = one.line
         WHERE org_id = v_org AND device_id = one.device_id AND closed_at IS NULL;
    END LOOP;
    RETURN QUERY SELECT p.verdict, count(*) FROM pg_temp.device_plan AS p GROUP BY p.verdict ORDER BY p.verdict;
END $$;

-- A machine that we had sold, given or placed is given to us once more: the same device, a new stay under the new donation.
CREATE OR REPLACE FUNCTION core.receive_again(p_device bigint, p_donation bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    s core.sale;
    p core.placement;
    v_stay integer;
    v_return bigint;
BEGIN
    PERFORM FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    SELECT * INTO s FROM core.sale WHERE org_id = who[1] AND device_id = p_device AND status = 'active' FOR UPDATE;
    SELECT * INTO p FROM core.placement WHERE org_id = who[1] AND device_id = p_device AND ended_at IS NULL FOR UPDATE;
    v_stay := core.open_stay(p_device, 'donation', p_donation);
    INSERT INTO core.device_return (org_id, device_id, sale_id, placement_id, cause, new_stay, person_id)
    VALUES (who[1], p_device, s.sale_id, p.placement_id, 'trade_in', v_stay, who[2]) RETURNING return_id INTO v_return;
    UPDATE core.sale SET status = 'returned' WHERE org_id = who[1] AND sale_id = s.sale_id;
    UPDATE core.placement SET ended_at = clock_timestamp() WHERE org_id = who[1] AND placement_id = p.placement_id;
    PERFORM core.step_with_evidence(p_device, 'take_back', v_return, v_stay, NULL, jsonb_build_object('return', v_return, 'donation', p_donation));
END $$;
