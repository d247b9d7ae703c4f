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
    IF v_attempt > 3 THEN
        PERFORM context.refuse('wipe_attempts_used_up', jsonb_build_object('device', p_device, 'drive', coalesce(dr.serial, p_slot::text),
            'attempts', v_attempt - 1, 'limit', 3));
    END IF;
    INSERT INTO core.wipe (org_id, drive_id, device_id, stay, attempt, media_kind, method, level, origin_class, policy_level, donor_level,
        source, tool, tool_version, result, reported_serial, pass_errors, verify_errors, sync_errors, rounds_done, rounds_asked, verified,
        hidden_sectors, started_at, finished_at, stay_opened_at, accepted, findings, evidence_sha256, operator_id)
    SELECT v_org, dr.drive_id, p_device, d.stay, v_attempt, dr.media_kind, p_report ->> 'method', m.level, st.origin_class, p.level,
        st.required_level, p_report ->> 'source', p_report ->> 'tool', p_report ->> 'tool_version', p_report ->> 'result',
        p_report ->> 'reported_serial', coalesce((p_report ->> 'pass_errors')::bigint, 0), coalesce((p_report ->> 'verify_errors')::bigint, 0),
        coalesce((p_report ->> 'sync_errors')::bigint, 0), coalesce((p_report ->> 'rounds_done')::integer, 0),
        coalesce((p_report ->> 'rounds_asked')::integer, 1), coalesce(p_report ->> 'verified', 'none'),
        coalesce(p_report ->> 'hidden_sectors', 'unknown'), (p_report ->> 'started_at')::timestamptz,
        coalesce((p_report ->> 'finished_at')::timestamptz, clock_timestamp()), st.opened_at, p_accepted, p_findings, p_sha256, who[2]
      FROM reference.wipe_method AS m, reference.wipe_policy AS p
     WHERE m.method = p_report ->> 'method' AND m.media_kind = dr.media_kind
       AND p.origin_class = st.origin_class AND p.media_kind = dr.media_kind
    RETURNING core.wipe.wipe_id INTO v_wipe;
    IF v_wipe IS NULL THEN
        PERFORM context.refuse('wipe_method_unknown', jsonb_build_object('method', p_report ->> 'method', 'media_kind', dr.media_kind));
    END IF;
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
