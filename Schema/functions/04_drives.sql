-- Drives: counted by a person, wiped with proof or removed, and never forgotten.

-- The serial numbers as a person counted them; drives known from an earlier life or from papers are recognised by serial.
-- Counting again may only add, or correct a number under which nothing was tried: a drive found late goes back to wiping with its machine.
CREATE OR REPLACE FUNCTION core.count_drives(p_device bigint, p_drives jsonb) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    d core.device;
    n integer := jsonb_array_length(p_drives);
    given jsonb;
    v_drive bigint;
    v_slot integer;
    v_known integer;
    v_met bigint[] := '{}';
    v_free integer[];
    v_left_out text;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = v_org AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    SELECT coalesce(max(slot), 0) INTO v_slot FROM core.drive_slot WHERE org_id = v_org AND device_id = p_device AND stay = d.stay;
    v_known := v_slot;
    IF n < v_slot THEN
        PERFORM context.refuse('count_cannot_shrink', jsonb_build_object('device', p_device, 'counted', v_slot, 'given', n));
    END IF;
    v_free := core.slots_left_out(p_device, d.stay, p_drives);
    UPDATE core.stay SET drive_count = n WHERE org_id = v_org AND device_id = p_device AND stay = d.stay;
    UPDATE core.drive_slot SET counted = n WHERE org_id = v_org AND device_id = p_device AND stay = d.stay AND counted <> n;
    UPDATE core.device SET drive_count = n, version = version + 1 WHERE org_id = v_org AND device_id = p_device;
    FOR given IN SELECT e FROM jsonb_array_elements(p_drives) AS e LOOP
        v_drive := NULL;
        IF given ->> 'serial_key' IS NOT NULL THEN
            SELECT drive_id INTO v_drive FROM core.drive
             WHERE org_id = v_org AND serial_key = given ->> 'serial_key' AND media_state NOT IN ('destroyed')
             ORDER BY drive_id DESC LIMIT 1;
        ELSE
            -- Nothing tells drives without a serial number apart: those counted before are met again in their order.
            SELECT s.drive_id INTO v_drive FROM core.drive_slot AS s JOIN core.drive AS r USING (org_id, drive_id)
             WHERE s.org_id = v_org AND s.device_id = p_device AND s.stay = d.stay AND s.slot <= v_known AND r.serial_key IS NULL
               AND s.drive_id <> ALL (v_met) ORDER BY s.slot LIMIT 1;
        END IF;
        v_met := v_met || v_drive;
        IF v_drive IS NOT NULL AND EXISTS (SELECT FROM core.drive_slot WHERE org_id = v_org AND device_id = p_device
                AND stay = d.stay AND drive_id = v_drive) THEN
            PERFORM core.describe_drive(p_device, d.stay, v_drive, given);
            CONTINUE;
        END IF;
        IF v_drive IS NOT NULL THEN PERFORM core.require_drive_in_house(p_device, d.stay, v_drive); END IF;
        IF cardinality(v_free) > 0 THEN
            v_drive := core.correct_slot(p_device, d.stay, v_free[1], v_drive, given);
            v_free := v_free[2:];
            v_met := v_met || v_drive;
            CONTINUE;
        END IF;
        IF v_drive IS NULL THEN
            INSERT INTO core.drive (org_id, media_kind, maker, model, serial, serial_key, capacity_gb)
            VALUES (v_org, coalesce(given ->> 'media_kind', 'unknown'), given ->> 'maker', given ->> 'model', given ->> 'serial',
                    given ->> 'serial_key', (given ->> 'capacity_gb')::integer)
            RETURNING drive_id INTO v_drive;
        ELSE
            PERFORM core.describe_drive(p_device, d.stay, v_drive, given);
        END IF;
        v_slot := v_slot + 1;
        IF v_slot <= n THEN
            INSERT INTO core.drive_slot (org_id, device_id, stay, slot, drive_id, counted, media_kind, provable_from, failed_before)
            SELECT v_org, p_device, d.stay, v_slot, v_drive, n, p.media_kind, p.provable_from, p.failed
              FROM core.past_of_drive(p_device, d.stay, v_drive) AS p;
            UPDATE core.drive SET media_state = 'unsanitized' WHERE org_id = v_org AND drive_id = v_drive;
            PERFORM core.note_custody(v_drive, 'counted', p_device, NULL);
        END IF;
    END LOOP;
    IF v_slot <> n THEN
        PERFORM context.refuse('same_drive_twice', jsonb_build_object('device', p_device, 'given', n, 'distinct', v_slot));
    END IF;
    SELECT string_agg(u, ', ') INTO v_left_out FROM core.uncounted_drive(v_org, p_device) AS u;
    IF v_left_out IS NOT NULL THEN
        PERFORM context.refuse('expected_drives_left_out', jsonb_build_object('device', p_device, 'uncounted', v_left_out));
    END IF;
    IF EXISTS (SELECT FROM core.blocking_flag AS f WHERE f.org_id = v_org AND f.device_id = p_device AND f.kind = 'uncounted_drive'
            AND f.lifted_at IS NULL) THEN
        PERFORM core.lift_flag(p_device, 'uncounted_drive', 'counted again');
    END IF;
    PERFORM audit.append_one('device', p_device, 'count-drives', jsonb_build_object('drives', n, 'stay', d.stay));
    RETURN n;
END $$;

CREATE OR REPLACE FUNCTION core.note_custody(p_drive bigint, p_act text, p_device bigint, p_note text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    PERFORM FROM core.drive WHERE org_id = who[1] AND drive_id = p_drive FOR NO KEY UPDATE;
    INSERT INTO core.custody (org_id, drive_id, nth, act, device_id, note, person_id)
    SELECT who[1], p_drive, coalesce(max(nth), 0) + 1, p_act, p_device, p_note, who[2]
      FROM core.custody WHERE org_id = who[1] AND drive_id = p_drive;
END $$;

CREATE OR REPLACE FUNCTION core.remove_drive(p_device bigint, p_slot integer, p_destination text, p_note text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    d core.device;
    v_drive bigint;
    v_nth integer;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    SELECT drive_id INTO v_drive FROM core.drive_slot WHERE org_id = who[1] AND device_id = p_device AND stay = d.stay AND slot = p_slot;
    IF NOT FOUND THEN PERFORM context.refuse('drive_not_counted', jsonb_build_object('device', p_device, 'slot', p_slot)); END IF;
    IF p_destination = 'donor' AND EXISTS (SELECT FROM core.stay WHERE org_id = who[1] AND device_id = p_device AND stay = d.stay
            AND opened_by = 'return') THEN
        PERFORM context.refuse('return_needs_donor_drive', jsonb_build_object('device', p_device));
    END IF;
    SELECT coalesce(max(nth), 0) + 1 INTO v_nth FROM core.clearance WHERE org_id = who[1] AND device_id = p_device AND stay = d.stay;
    INSERT INTO core.clearance (org_id, device_id, stay, nth, slot, drive_id, kind, destination, person_id)
    VALUES (who[1], p_device, d.stay, v_nth, p_slot, v_drive, 'removed', p_destination, who[2]);
    UPDATE core.drive SET media_state = CASE p_destination WHEN 'destruction' THEN 'destruction_pending' ELSE 'returned' END
     WHERE org_id = who[1] AND drive_id = v_drive;
    PERFORM core.note_custody(v_drive, 'medium_removed', p_device, p_note);
    PERFORM audit.append_one('device', p_device, 'remove-drive', jsonb_build_object('drive', v_drive, 'slot', p_slot, 'destination', p_destination));
    RETURN v_nth;
END $$;

CREATE OR REPLACE FUNCTION core.record_wipe_failure(p_device bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    d core.device;
    v_wipe bigint;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    SELECT wipe_id INTO v_wipe FROM core.wipe AS w WHERE w.org_id = who[1] AND w.device_id = p_device AND w.stay = d.stay AND NOT w.accepted
     ORDER BY wipe_id DESC LIMIT 1;
    IF v_wipe IS NULL THEN
        PERFORM context.refuse('evidence_missing',
            jsonb_build_object('device', p_device, 'step', 'record_wipe_failed', 'evidence', 'wipe_attempt'));
    END IF;
    RETURN core.step_with_evidence(p_device, 'record_wipe_failed', v_wipe, d.stay, NULL, jsonb_build_object('wipe', v_wipe));
END $$;

CREATE OR REPLACE FUNCTION core.destroy_drive(p_drive bigint, p_certificate text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    UPDATE core.drive SET media_state = 'destroyed' WHERE org_id = who[1] AND drive_id = p_drive AND media_state = 'destruction_pending';
    IF NOT FOUND THEN PERFORM context.refuse('drive_not_awaiting_destruction', jsonb_build_object('drive', p_drive)); END IF;
    PERFORM core.note_custody(p_drive, 'destroyed', NULL, p_certificate);
    PERFORM audit.append_one('drive', p_drive, 'destroy-drive', jsonb_build_object('certificate', p_certificate));
END $$;

-- Who had a drive in hand, where, under which seal. A drive that is not proven clean rests in locked zones only.
CREATE OR REPLACE FUNCTION core.note_drive_custody(p_drive bigint, p_act text, p_place integer, p_seal text, p_note text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    dr core.drive;
    v_nth integer;
BEGIN
    SELECT * INTO dr FROM core.drive WHERE org_id = who[1] AND drive_id = p_drive FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_drive', jsonb_build_object('drive', p_drive)); END IF;
    SELECT coalesce(max(nth), 0) + 1 INTO v_nth FROM core.custody WHERE org_id = who[1] AND drive_id = p_drive;
    INSERT INTO core.custody (org_id, drive_id, nth, act, place_id, seal_no, note, person_id)
    VALUES (who[1], p_drive, v_nth, p_act, p_place, p_seal, p_note, who[2]);
    PERFORM core.require_living_place(who[1]::integer, p_place);
    IF p_place IS NOT NULL AND dr.media_state NOT IN ('sanitized', 'destroyed', 'returned') THEN
        PERFORM core.require_locked_zone(who[1]::integer, p_place);
    END IF;
    PERFORM audit.append_one('drive', p_drive, 'note-custody', jsonb_build_object('act', p_act, 'place', p_place, 'seal', p_seal));
    RETURN v_nth;
END $$;

-- Drives that await destruction leave with a shipment.
CREATE OR REPLACE FUNCTION core.hand_over_drives(p_shipment bigint, p_drives bigint[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    one bigint;
    n integer := 0;
BEGIN
    PERFORM FROM core.shipment WHERE org_id = who[1] AND shipment_id = p_shipment;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_shipment', jsonb_build_object('shipment', p_shipment)); END IF;
    FOR one IN SELECT DISTINCT u FROM unnest(p_drives) AS u ORDER BY u LOOP
        PERFORM FROM core.drive WHERE org_id = who[1] AND drive_id = one AND media_state = 'destruction_pending' FOR NO KEY UPDATE;
        IF NOT FOUND THEN
            PERFORM context.refuse('drive_not_awaiting_destruction', jsonb_build_object('drive', coalesce(
                (SELECT r.serial FROM core.drive AS r WHERE r.org_id = who[1] AND r.drive_id = one), one::text)));
        END IF;
        INSERT INTO core.shipment_drive (org_id, shipment_id, drive_id) VALUES (who[1], p_shipment, one);
        PERFORM core.note_custody(one, 'handed_to_vendor', NULL, '#' || p_shipment);
        n := n + 1;
    END LOOP;
    PERFORM audit.append_one('shipment', p_shipment, 'hand-over-drives', jsonb_build_object('drives', to_jsonb(p_drives)));
    RETURN n;
END $$;

-- Another person reads a wiped drive back. A check that fails voids every proof of the machine while it is still here.
CREATE OR REPLACE FUNCTION core.check_wipe(p_wipe bigint, p_passed boolean, p_tool text)
    RETURNS TABLE (device_id bigint, state text, voided boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    w core.wipe;
    d core.device;
    v_voided boolean := false;
BEGIN
    SELECT * INTO w FROM core.wipe AS x WHERE x.org_id = who[1] AND x.wipe_id = p_wipe;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_wipe', jsonb_build_object('wipe', p_wipe)); END IF;
    SELECT * INTO d FROM core.device AS x WHERE x.org_id = who[1] AND x.device_id = w.device_id FOR NO KEY UPDATE;
    IF w.operator_id = who[2] THEN
        PERFORM context.refuse('needs_other_person', jsonb_build_object('action', 'check-wipe', 'device', w.device_id, 'person',
            (SELECT p.name FROM core.person AS p WHERE p.org_id = who[1] AND p.person_id = who[2])));
    END IF;
    INSERT INTO core.wipe_check (org_id, wipe_id, operator_id, verifier_id, passed, tool)
    VALUES (who[1], p_wipe, w.operator_id, who[2], p_passed, p_tool);
    PERFORM core.note_custody(w.drive_id, 'qa_check', w.device_id, CASE WHEN p_passed THEN 'passed' ELSE 'failed' END);
    PERFORM audit.append_one('device', w.device_id, 'check-wipe', jsonb_build_object('wipe', p_wipe, 'passed', p_passed, 'tool', p_tool));
    IF NOT p_passed THEN
        UPDATE core.drive AS r SET media_state = 'unsanitized' WHERE r.org_id = who[1] AND r.drive_id = w.drive_id;
        IF d.stay = w.stay AND EXISTS (SELECT FROM lifecycle.step AS s WHERE s.from_state = d.state AND s.step = 'find_drive') THEN
            PERFORM core.void_proofs(w.device_id, 'wipe ' || p_wipe || ' failed its check');
            v_voided := true;
        END IF;
        PERFORM core.distrust_lot(who[1]::integer, w);
    ELSIF NOT EXISTS (SELECT FROM core.distrusted_wipe(who[1]::integer, w.device_id))
        AND EXISTS (SELECT FROM core.blocking_flag AS f WHERE f.org_id = who[1] AND f.device_id = w.device_id
            AND f.kind = 'wipe_recheck' AND f.lifted_at IS NULL) THEN
        PERFORM core.lift_flag(w.device_id, 'wipe_recheck', 'wipe ' || p_wipe || ' stood its check');
    END IF;
    RETURN QUERY SELECT x.device_id, x.state, v_voided FROM core.device AS x WHERE x.org_id = who[1] AND x.device_id = w.device_id;
END $$;
