-- Importing devices: a typed staging table, a plan that says what would happen to each line, and the run that does just that.
-- The dry run stops after the plan; the real run executes the same plan.

-- Temporary, so that COPY may fill it (COPY refuses tables with row policies) and nothing is left of a run that dies.
CREATE OR REPLACE FUNCTION core.open_device_staging() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM context.require();
    CREATE TEMP TABLE device_staging (
        line integer NOT NULL, external_ref text, kind text, maker text, model text, serial text, serial_key text, cpu text,
        ram_mb integer, storage_gb integer, storage_kind text, drive_serial text, os text,
        weight_g integer, imei text, mac text, uuid text, comment text, extra text, copies integer
    ) ON COMMIT DROP;
    GRANT SELECT, INSERT ON pg_temp.device_staging TO moulin_main;
END $$;

-- Makers are compared by their first word, as reports compare them: "HP" writes lists, "HP Inc." writes firmware, and one company had
-- three names.
CREATE OR REPLACE FUNCTION core.maker_word(p_maker text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN w IN ('hewlett', 'hpe') THEN 'hp' ELSE w END
      FROM coalesce(substring(lower(p_maker) FROM '^[[:alnum:]]+'), '') AS w
$$;

-- Whether two writings of a model can be one: lists cut models short and put makers in front.
CREATE OR REPLACE FUNCTION core.models_agree(p_one text, p_other text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(strpos(a, b) > 0 OR strpos(b, a) > 0, true)
      FROM regexp_replace(lower(p_one), '[^[:alnum:]]', '', 'g') AS a, regexp_replace(lower(p_other), '[^[:alnum:]]', '', 'g') AS b
$$;

-- What a list makes of a fact: it corrects what stands there while the machine is at the door; later the workshop knows better, and the
-- list only fills what nobody said.
CREATE OR REPLACE FUNCTION core.told(p_corrects boolean, p_said anyelement, p_known anyelement) RETURNS anyelement
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN p_corrects THEN coalesce(p_said, p_known) ELSE coalesce(p_known, p_said) END
$$;

-- create: a machine we never saw. same / update: one of this very donation. again: one that had left us, and nothing speaks against it.
-- doubtful: one that is in the house under another donation, or that the list describes as another; a person decides. error: the file
-- contradicts itself. A serial number decides before an IMEI, that before a UUID, and that before the donor's own number.
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
        SELECT s.*, n AS copy, coalesce(s.kind, p_default_kind) AS planned_kind, lower(coalesce(s.maker, '')) AS maker_key, w AS maker_word,
               row_number() OVER (PARTITION BY s.serial_key, w ORDER BY s.line) AS serial_nth,
               -- A row that names no maker can be of any.
               bool_or(w = '') OVER (PARTITION BY s.serial_key) AND row_number() OVER (PARTITION BY s.serial_key ORDER BY s.line) > 1 AS is_given,
               row_number() OVER (PARTITION BY s.external_ref ORDER BY s.line) AS ref_nth,
               row_number() OVER (PARTITION BY s.imei ORDER BY s.line) AS imei_nth,
               row_number() OVER (PARTITION BY upper(s.uuid), s.serial_key ORDER BY s.line) AS uuid_nth,
               row_number() OVER (PARTITION BY upper(s.drive_serial) ORDER BY s.line) AS drive_nth
          FROM pg_temp.device_staging AS s CROSS JOIN LATERAL core.maker_word(s.maker) AS w
          CROSS JOIN LATERAL generate_series(1, coalesce(s.copies, 1)) AS n
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
    ), found AS (
        SELECT s.*, a.device_id AS alike_id, i.device_id AS serial_id, e.device_id AS imei_id, u.device_id AS uuid_id, r.device_id AS tagged_id,
               coalesce(i.device_id, e.device_id, u.device_id, r.device_id, a.device_id) AS found_id
          FROM staged AS s
          LEFT JOIN core.identifier AS i ON i.org_id = v_org AND NOT i.is_junk AND i.kind = 'serial' AND i.value_key = s.serial_key
               AND (i.maker_key = '' OR s.maker_word = '' OR core.maker_word(i.maker_key) = s.maker_word)
          LEFT JOIN core.identifier AS e ON e.org_id = v_org AND NOT e.is_junk AND e.kind = 'imei' AND e.value_key = s.imei
          LEFT JOIN core.identifier AS u ON s.imei IS NULL
               AND u.org_id = v_org AND NOT u.is_junk AND u.kind = 'uuid' AND u.value_key = upper(s.uuid)
          LEFT JOIN tagged AS r ON r.value_key = upper(s.external_ref)
          LEFT JOIN nameless AS z ON z.line = s.line AND z.copy = s.copy
          LEFT JOIN alike AS a ON a.alike_nth = z.alike_nth AND a.kind = s.planned_kind AND a.maker_key = s.maker_key
               AND a.model_key = lower(coalesce(s.model, ''))
    ), known AS (
        SELECT DISTINCT ON (s.line, s.copy) s.line, s.copy, d.device_id, d.state, t.donation_id, l.stage = 'intake' AS corrects,
               d.state IN ('sold', 'gifted', 'placed') AS is_away,
               -- The number is this machine's, but a serial number that it is known to have is another one.
               s.serial_id IS NULL AND s.imei_id IS NULL AND s.serial_key IS NOT NULL
                   AND EXISTS (SELECT FROM core.identifier AS x WHERE x.org_id = v_org AND x.device_id = d.device_id AND x.kind = 'serial'
                                  AND NOT x.is_junk) AS has_other_serial,
               s.planned_kind IS DISTINCT FROM d.kind AND s.planned_kind IS NOT NULL AS is_other_kind,
               NOT core.models_agree(s.model, d.model) AS is_other_model,
               s.serial_id IS NULL AND s.imei_id IS NULL AND s.uuid_id IS NULL AS is_known_by_tag,
               (s.mac IS NOT NULL AND NOT EXISTS (SELECT FROM core.identifier AS x WHERE x.org_id = v_org AND x.device_id = d.device_id
                    AND x.kind = 'mac' AND x.value_key = upper(s.mac)))
                 OR (s.imei IS NOT NULL AND s.imei_id IS DISTINCT FROM d.device_id)
                 OR (s.uuid IS NOT NULL AND NOT EXISTS (SELECT FROM core.identifier AS x WHERE x.org_id = v_org AND x.device_id = d.device_id
                    AND x.kind = 'uuid' AND x.value_key = upper(s.uuid)))
                 OR (s.drive_serial IS NOT NULL AND d.drive_count IS NULL AND NOT EXISTS (SELECT FROM core.drive AS k
                    WHERE k.org_id = v_org AND k.serial_key = upper(s.drive_serial))) AS identifies,
               coalesce(d.extra, '{}') || coalesce(s.extra::jsonb, '{}') IS DISTINCT FROM coalesce(d.extra, '{}')
                 OR (s.comment IS NOT NULL AND s.comment IS DISTINCT FROM d.comment) AS remarks,
               (d.maker, d.model, d.kind, d.serial, d.cpu, d.ram_mb, d.storage_gb, d.storage_kind, d.os, d.weight_g, d.external_ref)
                 IS DISTINCT FROM (core.told(c, s.maker, d.maker), core.told(c, s.model, d.model), core.told(c, s.kind, d.kind),
                    core.told(c, s.serial, d.serial), core.told(c, s.cpu, d.cpu), core.told(c, s.ram_mb, d.ram_mb),
                    core.told(c, s.storage_gb, d.storage_gb), core.told(c, s.storage_kind, d.storage_kind), core.told(c, s.os, d.os),
                    core.told(c, s.weight_g, d.weight_g), core.told(c, s.external_ref, d.external_ref)) AS corrected
          FROM found AS s
          JOIN core.device AS d ON d.org_id = v_org AND d.device_id = s.found_id AND d.state NOT IN ('withdrawn', 'merged')
          JOIN lifecycle.state AS l ON l.state = d.state CROSS JOIN LATERAL (SELECT l.stage = 'intake') AS c (c)
          LEFT JOIN core.stay AS t ON t.org_id = v_org AND t.device_id = d.device_id AND t.stay = d.stay
         ORDER BY s.line, s.copy, (t.donation_id = p_donation) DESC NULLS LAST, d.device_id DESC
    ), judged AS (
        SELECT s.line, s.copy, s.planned_kind, s.maker_key, k.device_id, k.corrects,
               CASE WHEN s.serial_key IS NOT NULL AND (s.serial_nth > 1 OR s.is_given) THEN 'serial_twice_in_file'
                    WHEN s.external_ref IS NOT NULL AND s.ref_nth > 1 THEN 'reference_twice_in_file'
                    WHEN s.imei IS NOT NULL AND s.imei_nth > 1 THEN 'imei_twice_in_file'
                    -- Boards are cloned with their number; what has a serial number of its own is another machine.
                    WHEN s.uuid IS NOT NULL AND s.serial_key IS NULL AND s.uuid_nth > 1 THEN 'uuid_twice_in_file'
                    WHEN s.drive_serial IS NOT NULL AND s.drive_nth > 1 THEN 'drive_twice_in_file'
                    -- A row about a machine that is known may say as little as it likes.
                    WHEN s.planned_kind IS NULL AND (k.device_id IS NULL OR (k.donation_id IS DISTINCT FROM p_donation AND NOT k.is_away))
                    THEN 'kind_missing' END AS fault,
               CASE WHEN k.device_id IS NULL THEN 'create'
                    WHEN k.has_other_serial OR (k.is_known_by_tag AND k.is_other_kind AND k.is_other_model) THEN 'doubtful'
                    WHEN k.donation_id = p_donation THEN CASE WHEN k.corrected OR k.identifies OR k.remarks THEN 'update' ELSE 'same' END
                    WHEN k.is_away AND NOT k.is_other_kind AND NOT k.is_other_model THEN 'again'
                    ELSE 'doubtful' END AS verdict,
               k.donation_id = p_donation AND k.state = 'announced' AS arrives
          FROM staged AS s LEFT JOIN known AS k USING (line, copy)
    )
    SELECT j.line, j.copy, j.planned_kind AS kind, j.maker_key, j.fault, v.verdict,
           CASE WHEN v.verdict IN ('create', 'doubtful') THEN nextval('core.device_device_id_seq') ELSE j.device_id END AS device_id,
           j.device_id AS known_device, j.corrects, v.verdict IN ('same', 'update') AND j.arrives AS arrives
      FROM judged AS j CROSS JOIN LATERAL (SELECT CASE WHEN j.fault IS NULL THEN j.verdict ELSE 'error' END) AS v (verdict)
     -- Machines are numbered as they are listed.
     ORDER BY j.line, j.copy;
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
         WHERE p.verdict IN ('create', 'doubtful', 'update') AND s.drive_serial IS NOT NULL
           AND NOT EXISTS (SELECT FROM core.drive AS k WHERE k.org_id = v_org AND k.serial_key = upper(s.drive_serial))
         GROUP BY upper(s.drive_serial)
        RETURNING drive_id, serial_key
    )
    INSERT INTO core.expected_drive (org_id, device_id, stay, drive_id)
    SELECT v_org, p.device_id, d.stay, a.drive_id
      FROM announced AS a JOIN pg_temp.device_staging AS s ON upper(s.drive_serial) = a.serial_key
      JOIN pg_temp.device_plan AS p USING (line) JOIN core.device AS d ON d.org_id = v_org AND d.device_id = p.device_id
     WHERE p.verdict IN ('create', 'doubtful', 'update') AND d.drive_count IS NULL;
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
       SET kind = core.told(p.corrects, s.kind, d.kind), maker = core.told(p.corrects, s.maker, d.maker),
           model = core.told(p.corrects, s.model, d.model), serial = core.told(p.corrects, s.serial, d.serial),
           external_ref = core.told(p.corrects, s.external_ref, d.external_ref), cpu = core.told(p.corrects, s.cpu, d.cpu),
           ram_mb = core.told(p.corrects, s.ram_mb, d.ram_mb), storage_gb = core.told(p.corrects, s.storage_gb, d.storage_gb),
           storage_kind = core.told(p.corrects, s.storage_kind, d.storage_kind), os = core.told(p.corrects, s.os, d.os),
           weight_g = core.told(p.corrects, s.weight_g, d.weight_g),
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
    -- What was announced and is listed as being here has arrived.
    IF st.to_state = 'received' THEN
        PERFORM core.take_steps(array_agg(p.device_id), p_step, NULL, true) FROM pg_temp.device_plan AS p WHERE p.arrives HAVING count(*) > 0;
    END IF;
    RETURN QUERY SELECT CASE WHEN p.arrives AND st.to_state = 'received' THEN 'update' ELSE p.verdict END, count(*)
      FROM pg_temp.device_plan AS p GROUP BY 1 ORDER BY 1;
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
