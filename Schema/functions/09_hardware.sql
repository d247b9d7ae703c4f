-- What programs found inside machines: written beside the machines, never over what a person counted.

-- Numbers for machines that reports are about to make known, so that a doubt can name a machine of the same run.
CREATE OR REPLACE FUNCTION core.reserve_devices(p_count integer) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM context.require();
    RETURN QUERY SELECT nextval('core.device_device_id_seq') FROM generate_series(1, p_count);
END $$;

-- Takes many reports in one statement: makes the machines that nobody knew, keeps the files, and writes each report beside its
-- machine. The nth elements of the arrays go together. No machine and no drive is in two reports of one call: what is said
-- of a machine twice is said in two calls, in its order. A kind is given for a machine to be made, under a reserved number; a
-- file where no earlier part of it was kept. The parts of a file are told apart by their rank; a part that is there already
-- changes nothing and answers no report.
CREATE OR REPLACE FUNCTION core.take_reports(p_donation bigint, p_step text, p_import bigint, p_devices bigint[], p_kinds text[], p_lines integer[],
        p_others bigint[], p_evidence jsonb[], p_reports jsonb[], p_files bytea[], p_hashes bytea[], p_parts integer[])
    RETURNS TABLE (nth integer, report_id bigint, new_parts integer, uncounted text[], elsewhere text[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_reports bigint[];
BEGIN
    PERFORM core.add_reported_devices(p_donation, p_step, p_import, p_devices, p_kinds, p_lines, p_others, p_evidence, p_reports);
    v_reports := core.keep_reports(p_devices, p_reports, p_files, p_hashes, p_parts);
    PERFORM core.describe_from_reports(p_devices, p_reports, v_reports);
    INSERT INTO core.identifier (org_id, device_id, kind, value, value_key, maker_key, is_junk, source)
    SELECT v_org, g.device_id, i.kind, i.value, i.key, i.maker, i.junk, g.report ->> 'source'
      FROM unnest(p_devices, p_reports, v_reports) AS g (device_id, report, report_id)
     CROSS JOIN LATERAL jsonb_to_recordset(g.report -> 'identifiers') AS i (kind text, value text, key text, maker text, junk boolean)
     WHERE g.report_id IS NOT NULL
        ON CONFLICT ON CONSTRAINT identifier_key DO NOTHING;
    INSERT INTO core.battery_reading (org_id, device_id, report_id, nth, maker, model, serial, technology, design_mwh, full_mwh, cycles, health_percent)
    SELECT v_org, g.device_id, g.report_id, e.nth, b.maker, b.model, b.serial, b.technology, b.design_mwh, b.full_mwh, b.cycles, b.health_percent
      FROM unnest(p_devices, p_reports, v_reports) AS g (device_id, report, report_id)
     CROSS JOIN LATERAL jsonb_array_elements(g.report -> 'batteries') WITH ORDINALITY AS e (battery, nth)
     CROSS JOIN LATERAL jsonb_to_record(e.battery) AS b (maker text, model text, serial text, technology text, design_mwh integer,
           full_mwh integer, cycles integer, health_percent integer)
     WHERE g.report_id IS NOT NULL;
    PERFORM audit.append('device', array_agg(g.device_id), 'record-hardware', array_agg(jsonb_build_object('report', g.report_id,
            'source', g.report ->> 'source', 'file', encode(g.sha256, 'hex'))))
       FROM unnest(p_devices, p_reports, v_reports, p_hashes) AS g (device_id, report, report_id, sha256)
      WHERE g.report_id IS NOT NULL HAVING count(*) > 0;
    RETURN QUERY
    WITH kept AS MATERIALIZED (SELECT k.device_id, k.parts FROM core.keep_parts(p_devices, p_reports, v_reports) AS k),
         expected AS MATERIALIZED (SELECT f.device_id, f.uncounted, f.elsewhere FROM core.expect_drives(p_devices, p_reports, v_reports) AS f)
    SELECT g.nth::integer, g.report_id, coalesce(k.parts, 0), coalesce(f.uncounted, '{}'), coalesce(f.elsewhere, '{}')
      FROM unnest(p_devices, v_reports) WITH ORDINALITY AS g (device_id, report_id, nth)
      LEFT JOIN kept AS k ON k.device_id = g.device_id
      LEFT JOIN expected AS f ON f.device_id = g.device_id
     WHERE g.report_id IS NOT NULL ORDER BY g.nth;
    PERFORM core.hold_back_uncounted(p_devices);
END $$;

-- Machines that reports made known, with the run that brought them. The queue of doubts hears of each that may be another.
CREATE OR REPLACE FUNCTION core.add_reported_devices(p_donation bigint, p_step text, p_import bigint, p_devices bigint[], p_kinds text[],
        p_lines integer[], p_others bigint[], p_evidence jsonb[], p_reports jsonb[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    g core.donation;
    s lifecycle.step;
BEGIN
    IF num_nonnulls(VARIADIC p_kinds) = 0 THEN RETURN; END IF;
    SELECT * INTO g FROM core.donation WHERE org_id = v_org AND donation_id = p_donation;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_donation', jsonb_build_object('donation', p_donation)); END IF;
    SELECT * INTO s FROM lifecycle.step AS l WHERE l.from_state = 'new' AND l.step = p_step;
    IF NOT FOUND THEN PERFORM context.refuse('step_not_on_map', jsonb_build_object('from', 'new', 'step', p_step)); END IF;
    -- Whole at once: every key of a row that is changed in the transaction which made it is checked twice.
    INSERT INTO core.device (org_id, device_id, kind, maker, model, serial, cpu, ram_mb, storage_gb, storage_kind, os, stay, state, clean, step_nth)
    SELECT v_org, n.device_id, n.kind, f.maker, f.model, f.serial, f.cpu, coalesce(f.ram_mb, f.usable_ram_mb), f.storage_gb, f.storage_kind,
           f.os, 1, s.to_state, false, 1
      FROM unnest(p_devices, p_kinds, p_reports) AS n (device_id, kind, report)
     CROSS JOIN LATERAL jsonb_to_record(n.report -> 'facts') AS f (maker text, model text, serial text, cpu text, ram_mb integer,
           usable_ram_mb integer, storage_gb integer, storage_kind text, os text)
     WHERE n.kind IS NOT NULL;
    INSERT INTO core.stay (org_id, device_id, stay, opened_by, donation_id, origin_class, origin_regime, required_level, import_id, import_line)
    SELECT v_org, n.device_id, 1, 'donation', p_donation, g.origin_class, g.origin_regime, g.required_level, p_import, n.line
      FROM unnest(p_devices, p_kinds, p_lines) AS n (device_id, kind, line) WHERE n.kind IS NOT NULL;
    INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, stay, person_id)
    SELECT v_org, n.device_id, 1, 'new', s.step, s.to_state, s.evidence, 1, who[2]
      FROM unnest(p_devices, p_kinds) AS n (device_id, kind) WHERE n.kind IS NOT NULL;
    INSERT INTO core.doubt (org_id, device_id, other_device_id, import_id, import_line, evidence)
    SELECT v_org, n.device_id, n.other, p_import, n.line, n.evidence
      FROM unnest(p_devices, p_lines, p_others, p_evidence) AS n (device_id, line, other, evidence)
     WHERE n.other IS NOT NULL ORDER BY n.line;
    PERFORM audit.append('device', array_agg(n.device_id), 'add-device',
            array_agg(jsonb_build_object('donation', p_donation, 'kind', n.kind, 'to', s.to_state)))
       FROM unnest(p_devices, p_kinds) AS n (device_id, kind) WHERE n.kind IS NOT NULL;
END $$;

-- The files and the reports in them; the number of each report, null for one that was there.
CREATE OR REPLACE FUNCTION core.keep_reports(p_devices bigint[], p_reports jsonb[], p_files bytea[], p_hashes bytea[], p_parts integer[])
    RETURNS bigint[]
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_unknown bigint;
    v_reports bigint[];
BEGIN
    PERFORM FROM core.device AS d WHERE d.org_id = v_org AND d.device_id = ANY (p_devices) ORDER BY d.device_id FOR NO KEY UPDATE;
    SELECT n INTO v_unknown FROM unnest(p_devices) AS n
     WHERE NOT EXISTS (SELECT FROM core.device AS d WHERE d.org_id = v_org AND d.device_id = n) LIMIT 1;
    IF FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', v_unknown)); END IF;
    INSERT INTO core.evidence_file (org_id, sha256, media_type, bytes)
    SELECT v_org, f.sha256, 'application/octet-stream', f.bytes
      FROM unnest(p_files, p_hashes) AS f (bytes, sha256) WHERE f.bytes IS NOT NULL
        ON CONFLICT ON CONSTRAINT evidence_file_key DO NOTHING;
    WITH kept AS (
        INSERT INTO core.hardware_report AS r (org_id, device_id, stay, source, facts, file_sha256, part, person_id)
        SELECT v_org, d.device_id, d.stay, g.report ->> 'source', g.report -> 'facts', g.sha256, g.part, who[2]
          FROM unnest(p_devices, p_reports, p_hashes, p_parts) WITH ORDINALITY AS g (device_id, report, sha256, part, nth)
          JOIN core.device AS d ON d.org_id = v_org AND d.device_id = g.device_id ORDER BY g.nth
            ON CONFLICT ON CONSTRAINT report_recorded_once DO NOTHING
        RETURNING r.device_id, r.report_id
    )
    SELECT array_agg(k.report_id ORDER BY g.nth) INTO v_reports
      FROM unnest(p_devices) WITH ORDINALITY AS g (device_id, nth) LEFT JOIN kept AS k ON k.device_id = g.device_id;
    RETURN v_reports;
END $$;

-- What is measured wins over what a list said; a name is only filled in where there was none. A report without news changes nothing.
CREATE OR REPLACE FUNCTION core.describe_from_reports(p_devices bigint[], p_reports jsonb[], p_kept bigint[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    UPDATE core.device AS u
       SET maker = n.maker, model = n.model, serial = n.serial, cpu = n.cpu, ram_mb = n.ram_mb, storage_gb = n.storage_gb,
           storage_kind = n.storage_kind, os = n.os, version = u.version + 1
      FROM (SELECT d.device_id, coalesce(d.maker, f.maker) AS maker, coalesce(d.model, f.model) AS model,
                   coalesce(d.serial, f.serial) AS serial, coalesce(f.cpu, d.cpu) AS cpu,
                   coalesce(f.ram_mb, d.ram_mb, f.usable_ram_mb) AS ram_mb, coalesce(f.storage_gb, d.storage_gb) AS storage_gb,
                   coalesce(f.storage_kind, d.storage_kind) AS storage_kind, coalesce(d.os, f.os) AS os
              FROM unnest(p_devices, p_reports, p_kept) AS g (device_id, report, report_id)
              JOIN core.device AS d ON d.org_id = who[1] AND d.device_id = g.device_id
             CROSS JOIN LATERAL jsonb_to_record(g.report -> 'facts') AS f (maker text, model text, serial text, cpu text, ram_mb integer,
                   usable_ram_mb integer, storage_gb integer, storage_kind text, os text)
             WHERE g.report_id IS NOT NULL) AS n
     WHERE u.org_id = who[1] AND u.device_id = n.device_id
       AND (u.maker, u.model, u.serial, u.cpu, u.ram_mb, u.storage_gb, u.storage_kind, u.os)
           IS DISTINCT FROM (n.maker, n.model, n.serial, n.cpu, n.ram_mb, n.storage_gb, n.storage_kind, n.os);
END $$;

-- The drives of reports: known by serial number or world-wide name, else made; expected in their machines until a person counts.
-- Answers, of each machine, those that a person has counted without, and those that are counted in another machine.
CREATE OR REPLACE FUNCTION core.expect_drives(p_devices bigint[], p_reports jsonb[], p_kept bigint[])
    RETURNS TABLE (device_id bigint, uncounted text[], elsewhere text[])
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
BEGIN
    RETURN QUERY
    WITH given AS MATERIALIZED (
        SELECT g.device_id, g.report_id, d.stay, d.drive_count, e.rank, r.*, k.drive_id AS known,
               coalesce(k.drive_id, nextval('core.drive_drive_id_seq')) AS drive_id
          FROM unnest(p_devices, p_reports, p_kept) AS g (device_id, report, report_id)
          JOIN core.device AS d ON d.org_id = v_org AND d.device_id = g.device_id
         CROSS JOIN LATERAL jsonb_array_elements(g.report -> 'drives') WITH ORDINALITY AS e (drive, rank)
         CROSS JOIN LATERAL jsonb_to_record(e.drive) AS r (media_kind text, maker text, model text, serial text, serial_key text, wwn text,
               capacity_gb integer, firmware text, interface text, health jsonb)
         CROSS JOIN LATERAL (SELECT CASE WHEN r.serial_key IS NOT NULL
               THEN (SELECT max(o.drive_id) FROM (SELECT x.drive_id FROM core.drive AS x WHERE x.org_id = v_org
                        AND x.serial_key = r.serial_key AND x.media_state <> 'destroyed' OFFSET 0) AS o)
               ELSE (SELECT max(o.drive_id) FROM (SELECT x.drive_id FROM core.drive AS x WHERE x.org_id = v_org
                        AND x.wwn = r.wwn AND x.media_state <> 'destroyed' OFFSET 0) AS o) END AS drive_id) AS k
         WHERE g.report_id IS NOT NULL
    ), made AS (
        INSERT INTO core.drive (org_id, drive_id, media_kind, reported_kind, maker, model, serial, serial_key, wwn, capacity_gb, firmware, interface)
        SELECT v_org, g.drive_id, coalesce(g.media_kind, 'unknown'), nullif(g.media_kind, 'unknown'), g.maker, g.model, g.serial, g.serial_key, g.wwn, g.capacity_gb,
               g.firmware, g.interface FROM given AS g WHERE g.known IS NULL
    ), described AS (
        UPDATE core.drive AS r
           SET media_kind = core.stricter_kind(r.media_kind, nullif(g.media_kind, 'unknown')),
               reported_kind = core.stricter_kind(nullif(g.media_kind, 'unknown'), r.reported_kind),
               maker = coalesce(r.maker, g.maker), model = coalesce(r.model, g.model), wwn = coalesce(r.wwn, g.wwn),
               firmware = coalesce(g.firmware, r.firmware), interface = coalesce(g.interface, r.interface),
               capacity_gb = coalesce(r.capacity_gb, g.capacity_gb)
          FROM given AS g WHERE g.known IS NOT NULL AND r.org_id = v_org AND r.drive_id = g.known
    ), placed AS MATERIALIZED (
        SELECT g.*, coalesce(g.serial, '#' || g.drive_id) AS name,
               g.known IS NOT NULL AND EXISTS (SELECT FROM core.drive_slot AS s WHERE s.org_id = v_org AND s.device_id = g.device_id
                   AND s.stay = g.stay AND s.drive_id = g.drive_id) AS is_counted,
               g.known IS NOT NULL AND EXISTS (SELECT FROM core.drive_slot AS s WHERE s.org_id = v_org AND s.drive_id = g.drive_id
                   AND s.device_id <> g.device_id
                   AND s.stay = (SELECT o.stay FROM core.device AS o WHERE o.org_id = v_org AND o.device_id = s.device_id AND o.state <> 'merged')
                   AND NOT EXISTS (SELECT FROM core.clearance AS c WHERE c.org_id = v_org
                   AND c.device_id = s.device_id AND c.stay = s.stay AND c.slot = s.slot)) AS is_elsewhere
          FROM given AS g
    ), expected AS (
        INSERT INTO core.expected_drive (org_id, device_id, stay, drive_id)
        SELECT v_org, p.device_id, p.stay, p.drive_id FROM placed AS p WHERE NOT p.is_elsewhere AND NOT p.is_counted
            ON CONFLICT ON CONSTRAINT expected_drive_key DO UPDATE SET gone_at = NULL WHERE expected_drive.gone_at IS NOT NULL
    ), measured AS (
        INSERT INTO core.drive_reading (org_id, drive_id, report_id, passed, hours, power_cycles, reallocated_sectors, pending_sectors,
            uncorrectable_sectors, percent_used, temperature)
        SELECT v_org, p.drive_id, p.report_id, h.passed, h.hours, h.power_cycles, h.reallocated_sectors, h.pending_sectors,
               h.uncorrectable_sectors, h.percent_used, h.temperature
          FROM placed AS p
         CROSS JOIN LATERAL jsonb_to_record(p.health) AS h (passed boolean, hours integer, power_cycles integer, reallocated_sectors bigint,
               pending_sectors bigint, uncorrectable_sectors bigint, percent_used integer, temperature integer)
         WHERE p.health IS NOT NULL
            ON CONFLICT ON CONSTRAINT drive_reading_key DO NOTHING
    )
    SELECT p.device_id,
           coalesce(array_agg(p.name ORDER BY p.rank) FILTER (WHERE NOT p.is_elsewhere AND NOT p.is_counted AND p.drive_count IS NOT NULL), '{}'),
           coalesce(array_agg(p.name ORDER BY p.rank) FILTER (WHERE p.is_elsewhere), '{}')
      FROM placed AS p GROUP BY p.device_id;
END $$;

-- The parts that reports tell. Of a machine without any, all are new; otherwise each is looked for among its parts.
CREATE OR REPLACE FUNCTION core.keep_parts(p_devices bigint[], p_reports jsonb[], p_kept bigint[]) RETURNS TABLE (device_id bigint, parts integer)
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_bare boolean[];
BEGIN
    SELECT array_agg(NOT EXISTS (SELECT FROM core.component AS c WHERE c.org_id = v_org AND c.device_id = g.device_id) ORDER BY g.nth)
      INTO v_bare FROM unnest(p_devices) WITH ORDINALITY AS g (device_id, nth);
    RETURN QUERY
    SELECT g.device_id, core.keep_components(g.device_id, g.report -> 'components')
      FROM unnest(p_devices, p_reports, p_kept, v_bare) AS g (device_id, report, report_id, is_bare)
     WHERE g.report_id IS NOT NULL AND NOT g.is_bare;
    RETURN QUERY
    WITH given AS MATERIALIZED (
        SELECT g.device_id, nextval('core.component_component_id_seq') AS component_id, e.part
          FROM unnest(p_devices, p_reports, p_kept, v_bare) AS g (device_id, report, report_id, is_bare)
         CROSS JOIN LATERAL jsonb_array_elements(g.report -> 'components') AS e (part)
         WHERE g.report_id IS NOT NULL AND g.is_bare
    ), made AS (
        INSERT INTO core.component (org_id, component_id, kind, maker, model, serial, facts, origin_device_id, device_id)
        SELECT v_org, g.component_id, g.part ->> 'kind', g.part ->> 'maker', g.part ->> 'model', g.part ->> 'serial', g.part -> 'facts',
               g.device_id, g.device_id FROM given AS g
    ), moved AS (
        INSERT INTO core.component_move (org_id, component_id, nth, to_device_id, act, person_id)
        SELECT v_org, g.component_id, 1, g.device_id, 'recorded', who[2] FROM given AS g
    )
    SELECT g.device_id, count(*)::integer FROM given AS g GROUP BY g.device_id;
END $$;

-- The parts that a report tells, each recorded once: known again by its serial number, or, without one, one by one by its name.
CREATE OR REPLACE FUNCTION core.keep_components(p_device bigint, p_components jsonb) RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    given jsonb;
    v_known bigint;
    v_met bigint[] := '{}';
    n integer := 0;
BEGIN
    FOR given IN SELECT e FROM jsonb_array_elements(p_components) AS e LOOP
        SELECT c.component_id INTO v_known FROM core.component AS c
         WHERE c.org_id = v_org AND c.device_id = p_device AND c.kind = given ->> 'kind' AND c.component_id <> ALL (v_met)
           AND CASE WHEN given ->> 'serial' IS NOT NULL AND c.serial IS NOT NULL THEN upper(c.serial) = upper(given ->> 'serial')
                    ELSE given ->> 'model' IS NULL OR c.model IS NULL OR c.model = given ->> 'model' END
         ORDER BY upper(c.serial) = upper(given ->> 'serial') DESC NULLS LAST, c.component_id LIMIT 1;
        IF v_known IS NULL THEN
            INSERT INTO core.component (org_id, kind, maker, model, serial, facts, origin_device_id, device_id)
            VALUES (v_org, given ->> 'kind', given ->> 'maker', given ->> 'model', given ->> 'serial', given -> 'facts', p_device, p_device)
            RETURNING component_id INTO v_known;
            INSERT INTO core.component_move (org_id, component_id, nth, to_device_id, act, person_id)
            VALUES (v_org, v_known, 1, p_device, 'recorded', who[2]);
            n := n + 1;
        ELSE
            UPDATE core.component AS c SET maker = coalesce(c.maker, given ->> 'maker'), model = coalesce(c.model, given ->> 'model'),
                   serial = coalesce(c.serial, given ->> 'serial'), facts = c.facts || (given -> 'facts')
             WHERE c.org_id = v_org AND c.component_id = v_known;
        END IF;
        v_met := v_met || v_known;
    END LOOP;
    RETURN n;
END $$;

-- A machine that had left us is reported under a new donation: it came again.
CREATE OR REPLACE FUNCTION core.receive_reported_device(p_device bigint, p_donation bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.receive_again(p_device, p_donation)
$$;

-- A person named one machine and the report says that it is another one: the queue of doubts hears of the two, once.
CREATE OR REPLACE FUNCTION core.doubt_reported_device(p_device bigint, p_other bigint, p_evidence jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    INSERT INTO core.doubt (org_id, device_id, other_device_id, evidence)
    SELECT who[1], p_device, p_other, p_evidence
     WHERE NOT EXISTS (SELECT FROM core.doubt AS q WHERE q.org_id = who[1]
                AND least(q.device_id, q.other_device_id) = least(p_device, p_other)
                AND greatest(q.device_id, q.other_device_id) = greatest(p_device, p_other));
END $$;

-- Counts the small tables again within a run of many reports. What the run has written is not counted otherwise, and every key that
-- is checked would read a whole index.
CREATE OR REPLACE FUNCTION core.recount_reported() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE t regclass;
BEGIN
    PERFORM context.require();
    FOR t IN SELECT c.oid FROM pg_class AS c WHERE c.reltuples < 5000 AND c.oid = ANY (ARRAY['core.device', 'core.stay', 'core.device_step',
            'core.identifier', 'core.drive', 'core.expected_drive', 'core.component', 'core.component_move', 'core.hardware_report',
            'core.evidence_file', 'core.drive_reading', 'core.wipe', 'core.clearance', 'core.custody', 'audit.chain', 'audit.event']::regclass[]) LOOP
        EXECUTE format('ANALYZE %s', t);
    END LOOP;
END $$;
