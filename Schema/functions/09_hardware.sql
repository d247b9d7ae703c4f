-- What a program found inside a machine: written beside the machine, never over what a person counted.

-- Records one report of one machine. The reports of a file are told apart by their rank; one that is there already changes
-- nothing and answers no report.
CREATE OR REPLACE FUNCTION core.record_hardware(p_device bigint, p_report jsonb, p_file bytea, p_media_type text, p_part integer)
    RETURNS TABLE (report_id bigint, new_parts integer, uncounted text[], elsewhere text[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_sha bytea := sha256(p_file);
    v_facts jsonb := p_report -> 'facts';
    d core.device;
    v_report bigint;
    v_parts integer;
    v_uncounted text[];
    v_elsewhere text[];
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = v_org AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    INSERT INTO core.evidence_file (org_id, sha256, media_type, bytes) VALUES (v_org, v_sha, p_media_type, p_file)
    ON CONFLICT ON CONSTRAINT evidence_file_key DO NOTHING;
    INSERT INTO core.hardware_report (org_id, device_id, stay, source, facts, file_sha256, part, person_id)
    VALUES (v_org, p_device, d.stay, p_report ->> 'source', v_facts, v_sha, p_part, who[2])
    ON CONFLICT ON CONSTRAINT report_recorded_once DO NOTHING RETURNING report_id INTO v_report;
    IF v_report IS NULL THEN RETURN; END IF;
    -- What is measured wins over what a list said; a name is only filled in where there was none.
    UPDATE core.device AS u
       SET maker = coalesce(u.maker, v_facts ->> 'maker'), model = coalesce(u.model, v_facts ->> 'model'),
           serial = coalesce(u.serial, v_facts ->> 'serial'), cpu = coalesce(v_facts ->> 'cpu', u.cpu),
           ram_mb = coalesce((v_facts ->> 'ram_mb')::integer, u.ram_mb, (v_facts ->> 'usable_ram_mb')::integer),
           storage_gb = coalesce((v_facts ->> 'storage_gb')::integer, u.storage_gb),
           storage_kind = coalesce(v_facts ->> 'storage_kind', u.storage_kind), os = coalesce(u.os, v_facts ->> 'os'),
           version = u.version + 1
     WHERE u.org_id = v_org AND u.device_id = p_device;
    INSERT INTO core.identifier (org_id, device_id, kind, value, value_key, maker_key, is_junk, source)
    SELECT v_org, p_device, i ->> 'kind', i ->> 'value', i ->> 'key', i ->> 'maker', (i ->> 'junk')::boolean, p_report ->> 'source'
      FROM jsonb_array_elements(p_report -> 'identifiers') AS i
        ON CONFLICT ON CONSTRAINT identifier_key DO NOTHING;
    SELECT f.uncounted, f.elsewhere INTO v_uncounted, v_elsewhere FROM core.expect_drives(p_device, v_report, p_report -> 'drives') AS f;
    v_parts := core.keep_components(p_device, p_report -> 'components');
    INSERT INTO core.battery_reading (org_id, device_id, report_id, nth, maker, model, serial, technology, design_mwh, full_mwh, cycles, health_percent)
    SELECT v_org, p_device, v_report, n, b ->> 'maker', b ->> 'model', b ->> 'serial', b ->> 'technology', (b ->> 'design_mwh')::integer,
           (b ->> 'full_mwh')::integer, (b ->> 'cycles')::integer, (b ->> 'health_percent')::integer
      FROM jsonb_array_elements(p_report -> 'batteries') WITH ORDINALITY AS e (b, n);
    PERFORM audit.append_one('device', p_device, 'record-hardware',
        jsonb_build_object('report', v_report, 'source', p_report ->> 'source', 'file', encode(v_sha, 'hex')));
    RETURN QUERY SELECT v_report, v_parts, v_uncounted, v_elsewhere;
END $$;

-- The drives of a report: known by serial number or world-wide name, else made; expected in the machine until a person counts.
-- Answers those that a person has counted without, and those that are counted in another machine.
CREATE OR REPLACE FUNCTION core.expect_drives(p_device bigint, p_report bigint, p_drives jsonb) RETURNS TABLE (uncounted text[], elsewhere text[])
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_stay integer;
    v_count integer;
    given jsonb;
    v_drive bigint;
BEGIN
    uncounted := '{}';
    elsewhere := '{}';
    SELECT d.stay, d.drive_count INTO v_stay, v_count FROM core.device AS d WHERE d.org_id = v_org AND d.device_id = p_device;
    FOR given IN SELECT e FROM jsonb_array_elements(p_drives) AS e LOOP
        IF given ->> 'serial_key' IS NOT NULL THEN
            SELECT max(k.drive_id) INTO v_drive FROM (SELECT r.drive_id FROM core.drive AS r
                WHERE r.org_id = v_org AND r.serial_key = given ->> 'serial_key' AND r.media_state <> 'destroyed' OFFSET 0) AS k;
        ELSE
            SELECT max(k.drive_id) INTO v_drive FROM (SELECT r.drive_id FROM core.drive AS r
                WHERE r.org_id = v_org AND r.wwn = given ->> 'wwn' AND r.media_state <> 'destroyed' OFFSET 0) AS k;
        END IF;
        IF v_drive IS NULL THEN
            INSERT INTO core.drive (org_id, media_kind, maker, model, serial, serial_key, wwn, capacity_gb, firmware, interface)
            VALUES (v_org, coalesce(given ->> 'media_kind', 'unknown'), given ->> 'maker', given ->> 'model', given ->> 'serial',
                    given ->> 'serial_key', given ->> 'wwn', (given ->> 'capacity_gb')::integer, given ->> 'firmware', given ->> 'interface')
            RETURNING drive_id INTO v_drive;
        ELSE
            UPDATE core.drive AS r
               SET media_kind = CASE WHEN r.media_kind = 'unknown' THEN coalesce(given ->> 'media_kind', 'unknown') ELSE r.media_kind END,
                   maker = coalesce(r.maker, given ->> 'maker'), model = coalesce(r.model, given ->> 'model'),
                   wwn = coalesce(r.wwn, given ->> 'wwn'), firmware = coalesce(given ->> 'firmware', r.firmware),
                   interface = coalesce(given ->> 'interface', r.interface),
                   capacity_gb = coalesce(r.capacity_gb, (given ->> 'capacity_gb')::integer)
             WHERE r.org_id = v_org AND r.drive_id = v_drive;
        END IF;
        IF EXISTS (SELECT FROM core.drive_slot AS s WHERE s.org_id = v_org AND s.drive_id = v_drive AND s.device_id <> p_device
                AND s.stay = (SELECT o.stay FROM core.device AS o WHERE o.org_id = v_org AND o.device_id = s.device_id AND o.state <> 'merged')
                AND NOT EXISTS (SELECT FROM core.clearance AS c WHERE c.org_id = v_org
                AND c.device_id = s.device_id AND c.stay = s.stay AND c.slot = s.slot)) THEN
            elsewhere := elsewhere || coalesce(given ->> 'serial', '#' || v_drive);
        ELSIF NOT EXISTS (SELECT FROM core.drive_slot AS s WHERE s.org_id = v_org AND s.device_id = p_device AND s.stay = v_stay
                AND s.drive_id = v_drive) THEN
            IF v_count IS NOT NULL THEN uncounted := uncounted || coalesce(given ->> 'serial', '#' || v_drive); END IF;
            INSERT INTO core.expected_drive (org_id, device_id, stay, drive_id) VALUES (v_org, p_device, v_stay, v_drive)
            ON CONFLICT ON CONSTRAINT expected_drive_key DO NOTHING;
        END IF;
        INSERT INTO core.drive_reading (org_id, drive_id, report_id, passed, hours, power_cycles, reallocated_sectors, pending_sectors,
            uncorrectable_sectors, percent_used, temperature)
        SELECT v_org, v_drive, p_report, h.passed, h.hours, h.power_cycles, h.reallocated_sectors, h.pending_sectors,
               h.uncorrectable_sectors, h.percent_used, h.temperature
          FROM jsonb_to_record(given -> 'health') AS h (passed boolean, hours integer, power_cycles integer, reallocated_sectors bigint,
               pending_sectors bigint, uncorrectable_sectors bigint, percent_used integer, temperature integer)
         WHERE given ? 'health'
            ON CONFLICT ON CONSTRAINT drive_reading_key DO NOTHING;
    END LOOP;
    RETURN NEXT;
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

-- A machine that a report made known, with the run that brought it. The queue of doubts hears when it may be another.
CREATE OR REPLACE FUNCTION core.add_reported_device(p_donation bigint, p_kind text, p_step text, p_import bigint, p_line integer,
        p_other bigint, p_evidence jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_device bigint;
BEGIN
    SELECT core.add_devices(p_donation, p_kind, 1, p_step, NULL, NULL, NULL) INTO v_device;
    UPDATE core.stay SET import_id = p_import, import_line = p_line WHERE org_id = who[1] AND device_id = v_device;
    IF p_other IS NOT NULL THEN
        INSERT INTO core.doubt (org_id, device_id, other_device_id, import_id, import_line, evidence)
        VALUES (who[1], v_device, p_other, p_import, p_line, p_evidence);
    END IF;
    RETURN v_device;
END $$;

-- A machine that had left us is reported under a new donation: it came again.
CREATE OR REPLACE FUNCTION core.receive_reported_device(p_device bigint, p_donation bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.receive_again(p_device, p_donation)
$$;

-- Counts the small tables again within a run of many reports. What the run has written is not counted otherwise, and every key that
-- is checked would read a whole index.
CREATE OR REPLACE FUNCTION core.recount_reported() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE t regclass;
BEGIN
    PERFORM context.require();
    FOR t IN SELECT c.oid FROM pg_class AS c WHERE c.reltuples < 5000 AND c.oid = ANY (ARRAY['core.device', 'core.stay', 'core.device_step',
            'core.identifier', 'core.drive', 'core.expected_drive', 'core.component', 'core.component_move', 'core.hardware_report',
            'core.evidence_file', 'core.drive_reading', 'audit.chain', 'audit.event']::regclass[]) LOOP
        EXECUTE format('ANALYZE %s', t);
    END LOOP;
END $$;
