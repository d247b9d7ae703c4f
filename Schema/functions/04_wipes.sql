-- When a machine arrived for a stay: the day of hand-over where that is before the minute in which it was typed in.
CREATE OR REPLACE FUNCTION core.arrived_at(p_org integer, p_device bigint, p_stay integer) RETURNS timestamptz
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT least(y.opened_at, CASE WHEN y.stay = 1 AND y.opened_by = 'donation' THEN g.received_on::timestamp AT TIME ZONE o.time_zone END)
      FROM core.stay AS y JOIN core.organisation AS o ON o.org_id = y.org_id LEFT JOIN core.donation AS g ON g.org_id = y.org_id AND g.donation_id = y.donation_id
     WHERE y.org_id = p_org AND y.device_id = p_device AND y.stay = p_stay
$$;

-- Writes one attempt down with all that it is held against. For the doors below; no role may call it.
CREATE OR REPLACE FUNCTION core.keep_attempt(p_device bigint, p_slot integer, p_attempt integer, p_report jsonb, p_accepted boolean,
        p_findings jsonb, p_sha256 bytea, p_late boolean) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    st core.stay;
    l core.drive_slot;
    dr core.drive;
    v_wipe bigint;
BEGIN
    SELECT y.* INTO st FROM core.stay AS y JOIN core.device AS d USING (org_id, device_id, stay) WHERE y.org_id = v_org AND y.device_id = p_device;
    SELECT * INTO l FROM core.drive_slot AS s WHERE s.org_id = v_org AND s.device_id = p_device AND s.stay = st.stay AND s.slot = p_slot;
    SELECT * INTO dr FROM core.drive AS r WHERE r.org_id = v_org AND r.drive_id = l.drive_id;
    IF NOT p_late THEN
        UPDATE core.drive_slot AS s SET media_kind = dr.media_kind
         WHERE s.org_id = v_org AND s.device_id = p_device AND s.stay = st.stay AND s.slot = p_slot AND s.media_kind <> dr.media_kind;
    END IF;
    INSERT INTO core.wipe (org_id, drive_id, device_id, stay, attempt, media_kind, method, level, origin_class, policy_level, donor_level,
        source, tool, tool_version, result, reported_serial, pass_errors, verify_errors, sync_errors, rounds_done, rounds_asked, verified,
        hidden_sectors, started_at, finished_at, stay_opened_at, provable_from, accepted, is_late, findings, evidence_sha256, operator_id)
    SELECT v_org, dr.drive_id, p_device, st.stay, p_attempt, dr.media_kind, p_report ->> 'method', m.level, st.origin_class, p.level,
        st.required_level, p_report ->> 'source', p_report ->> 'tool', p_report ->> 'tool_version', p_report ->> 'result',
        p_report ->> 'reported_serial', coalesce((p_report ->> 'pass_errors')::bigint, 0), coalesce((p_report ->> 'verify_errors')::bigint, 0),
        coalesce((p_report ->> 'sync_errors')::bigint, 0), coalesce((p_report ->> 'rounds_done')::integer, 0),
        coalesce((p_report ->> 'rounds_asked')::integer, 1), coalesce(p_report ->> 'verified', 'none'),
        coalesce(p_report ->> 'hidden_sectors', 'unknown'), (p_report ->> 'started_at')::timestamptz,
        coalesce((p_report ->> 'finished_at')::timestamptz, clock_timestamp()), core.arrived_at(v_org, p_device, st.stay), l.provable_from,
        p_accepted, p_late, p_findings, p_sha256, who[2]
      FROM reference.wipe_method AS m, reference.wipe_policy AS p
     WHERE m.method = p_report ->> 'method' AND m.media_kind = dr.media_kind
       AND p.origin_class = st.origin_class AND p.media_kind = dr.media_kind
    RETURNING wipe_id INTO v_wipe;
    IF v_wipe IS NULL THEN
        PERFORM context.refuse('wipe_method_unknown', jsonb_build_object('method', p_report ->> 'method', 'media_kind', dr.media_kind));
    END IF;
    RETURN v_wipe;
END $$;

-- One attempt on one drive; p_sha256 is of the kept file that tells it, if any does. The verdict was decided from the report; the table's
-- checks refuse a verdict that the figures do not bear.
CREATE OR REPLACE FUNCTION core.record_wipe(p_device bigint, p_slot integer, p_report jsonb, p_accepted boolean, p_findings jsonb,
        p_sha256 bytea)
    RETURNS TABLE (wipe_id bigint, attempt integer, accepted boolean, cleared integer, drive_count integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    d core.device;
    st core.stay;
    dr core.drive;
    v_attempt integer;
    v_failed integer;
    v_wipe bigint;
    v_cleared integer;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = v_org AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    SELECT * INTO st FROM core.stay WHERE org_id = v_org AND device_id = p_device AND stay = d.stay;
    SELECT r.* INTO dr FROM core.drive_slot AS s JOIN core.drive AS r ON r.org_id = s.org_id AND r.drive_id = s.drive_id
     WHERE s.org_id = v_org AND s.device_id = p_device AND s.stay = d.stay AND s.slot = p_slot;
    IF NOT FOUND THEN PERFORM context.refuse('drive_not_counted', jsonb_build_object('device', p_device, 'slot', p_slot)); END IF;
    IF EXISTS (SELECT FROM core.clearance AS c WHERE c.org_id = v_org AND c.device_id = p_device AND c.stay = d.stay AND c.slot = p_slot) THEN
        PERFORM context.refuse('drive_already_cleared', jsonb_build_object('device', p_device, 'drive', coalesce(dr.serial, p_slot::text)));
    END IF;
    SELECT coalesce(max(w.attempt), 0) + 1 INTO v_attempt FROM core.wipe AS w
     WHERE w.org_id = v_org AND w.device_id = p_device AND w.stay = d.stay AND w.drive_id = dr.drive_id;
    v_failed := (SELECT l.failed_before FROM core.drive_slot AS l WHERE l.org_id = v_org AND l.device_id = p_device AND l.stay = d.stay AND l.slot = p_slot);
    IF v_attempt + v_failed > 3 THEN
        PERFORM context.refuse('wipe_attempts_used_up', jsonb_build_object('device', p_device, 'drive', coalesce(dr.serial, p_slot::text),
            'attempts', v_attempt + v_failed - 1, 'limit', 3));
    END IF;
    v_wipe := core.keep_attempt(p_device, p_slot, v_attempt, p_report, p_accepted, p_findings, p_sha256, false);
    SELECT coalesce(max(c.nth), 0) INTO v_cleared FROM core.clearance AS c
     WHERE c.org_id = v_org AND c.device_id = p_device AND c.stay = d.stay;
    IF p_accepted THEN
        v_cleared := v_cleared + 1;
        INSERT INTO core.clearance (org_id, device_id, stay, nth, slot, drive_id, kind, wipe_id, person_id)
        VALUES (v_org, p_device, d.stay, v_cleared, p_slot, dr.drive_id, 'wiped', v_wipe, who[2]);
    END IF;
    UPDATE core.drive SET media_state = CASE WHEN p_accepted THEN 'sanitized' ELSE 'failed' END
     WHERE org_id = v_org AND drive_id = dr.drive_id;
    PERFORM core.note_custody(dr.drive_id, 'wipe_end', p_device, CASE WHEN p_accepted THEN 'accepted' ELSE 'not accepted' END);
    PERFORM audit.append_one('device', p_device, 'record-wipe', jsonb_build_object('wipe', v_wipe, 'drive', dr.drive_id, 'slot', p_slot,
        'attempt', v_attempt, 'accepted', p_accepted, 'method', p_report ->> 'method', 'report', encode(p_sha256, 'hex')));
    RETURN QUERY SELECT v_wipe, v_attempt, p_accepted, v_cleared, st.drive_count;
END $$;

-- Many attempts in one statement, one after the other. The nth elements go together, up to the hashes of the files that tell the attempts;
-- of these files those that are not kept yet come along, each once, however many attempts it tells.
CREATE OR REPLACE FUNCTION core.record_wipes(p_devices bigint[], p_slots integer[], p_reports jsonb[], p_accepted boolean[], p_findings jsonb[],
        p_sha256 bytea[], p_files bytea[], p_media_types text[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
BEGIN
    INSERT INTO core.evidence_file (org_id, sha256, media_type, bytes)
    SELECT who[1], sha256(f.bytes), f.media_type, f.bytes FROM unnest(p_files, p_media_types) AS f (bytes, media_type)
    ON CONFLICT ON CONSTRAINT evidence_file_key DO NOTHING;
    FOR i IN 1 .. cardinality(p_devices) LOOP
        PERFORM core.record_wipe(p_devices[i], p_slots[i], p_reports[i], p_accepted[i], p_findings[i], p_sha256[i]);
    END LOOP;
    RETURN cardinality(p_devices);
END $$;

-- A tool failed on a drive after it had been cleared: that is written down, and the proof of its machine is void while it is here. Where
-- the machine cannot go back to wiping, it is blocked; of one that has left, the attempt is kept.
CREATE OR REPLACE FUNCTION core.record_late_failure(p_device bigint, p_slot integer, p_report jsonb, p_findings jsonb, p_sha256 bytea,
        p_file bytea, p_media_type text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    d core.device;
    v_drive bigint;
    v_wipe bigint;
    v_note text;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = v_org AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    SELECT c.drive_id INTO v_drive FROM core.clearance AS c
     WHERE c.org_id = v_org AND c.device_id = p_device AND c.stay = d.stay AND c.slot = p_slot AND c.kind = 'wiped';
    IF NOT FOUND THEN PERFORM context.refuse('drive_not_counted', jsonb_build_object('device', p_device, 'drive', '#' || p_slot)); END IF;
    INSERT INTO core.evidence_file (org_id, sha256, media_type, bytes) VALUES (v_org, p_sha256, p_media_type, p_file)
        ON CONFLICT ON CONSTRAINT evidence_file_key DO NOTHING;
    v_wipe := core.keep_attempt(p_device, p_slot, (SELECT max(w.attempt) + 1 FROM core.wipe AS w WHERE w.org_id = v_org
        AND w.device_id = p_device AND w.stay = d.stay AND w.drive_id = v_drive), p_report, false, p_findings, p_sha256, true);
    v_note := 'wipe ' || v_wipe || ' failed after the drive was cleared';
    PERFORM core.note_custody(v_drive, 'wipe_end', p_device, 'not accepted');
    PERFORM audit.append_one('device', p_device, 'record-wipe', jsonb_build_object('wipe', v_wipe, 'drive', v_drive, 'slot', p_slot,
        'accepted', false, 'late', true, 'method', p_report ->> 'method', 'report', encode(p_sha256, 'hex')));
    IF d.state = 'reserved' THEN
        PERFORM core.take_steps(ARRAY[p_device], 'release', v_note, true);
        SELECT * INTO d FROM core.device WHERE org_id = v_org AND device_id = p_device;
    END IF;
    IF EXISTS (SELECT FROM lifecycle.step AS s WHERE s.from_state = d.state AND s.step = 'find_drive') THEN
        PERFORM core.void_proofs(p_device, v_note);
    ELSIF d.state NOT IN ('sold', 'gifted', 'placed', 'disposed', 'returned_to_donor', 'missing', 'cancelled', 'withdrawn', 'merged')
        AND NOT EXISTS (SELECT FROM core.blocking_flag AS f WHERE f.org_id = v_org AND f.device_id = p_device AND f.kind = 'wipe_recheck'
            AND f.lifted_at IS NULL) THEN
        PERFORM core.raise_flag(p_device, 'wipe_recheck', v_note);
    END IF;
    UPDATE core.drive SET media_state = 'failed' WHERE org_id = v_org AND drive_id = v_drive;
    RETURN (SELECT state FROM core.device WHERE org_id = v_org AND device_id = p_device);
END $$;
