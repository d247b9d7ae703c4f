-- The doors of a device's life. Nobody but these functions may write devices, stays, steps, drives' slots, wipes or clearances;
-- the tables' own constraints hold even for them.

-- A state as the facts of a refusal say it: its word for machines, and what people call it.
CREATE OR REPLACE FUNCTION core.state_words(p_state text) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('state', state, 'state.fr', label_fr, 'state.en', label_en) FROM lifecycle.state WHERE state = p_state
$$;

-- Whether some drive that is not cleared may still be tried: three attempts a drive and a coming of it.
CREATE OR REPLACE FUNCTION core.has_attempt_left(p_device bigint, p_stay integer) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM core.drive_slot AS s
         WHERE s.org_id = context.org() AND s.device_id = p_device AND s.stay = p_stay
           AND NOT EXISTS (SELECT FROM core.clearance AS c WHERE c.org_id = s.org_id AND c.device_id = s.device_id AND c.stay = s.stay
                AND c.slot = s.slot)
           AND NOT EXISTS (SELECT FROM core.wipe AS w WHERE w.org_id = s.org_id AND w.device_id = s.device_id AND w.stay = s.stay
                AND w.drive_id = s.drive_id AND w.attempt + s.failed_before >= 3)
           AND s.failed_before < 3)
$$;

-- Whether a drive that nobody counted, or whose proof is in doubt, keeps a machine from a clean state. The caller looks whether any flag is up.
CREATE OR REPLACE FUNCTION core.is_held_back(d core.device, p_to text) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.blocking_flag AS f WHERE f.org_id = d.org_id AND f.device_id = d.device_id AND f.lifted_at IS NULL
        AND (f.kind = 'uncounted_drive' OR (f.kind = 'wipe_recheck' AND p_to = 'disposed')))
$$;

-- For each device the way of a step and the word of what stands against it, null when nothing does. What is asked here the tables
-- ask again: this only says it sooner, and of which device.
CREATE OR REPLACE FUNCTION core.judge_step(p_devices bigint[], p_step text, p_reason text)
    RETURNS TABLE (device_id bigint, state text, step_nth integer, stay integer, to_state text, to_clean boolean, evidence text, refusal text)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT g.id, d.state, d.step_nth, d.stay, s.to_state, t.clean, s.evidence,
           CASE WHEN d.device_id IS NULL THEN 'unknown_device'
                WHEN s.step IS NULL THEN 'step_not_on_map'
                WHEN s.retired_on <= current_date THEN 'step_retired'
                WHEN s.evidence NOT IN ('none', 'reason') THEN 'evidence_missing'
                WHEN s.evidence = 'reason' AND coalesce(p_reason, '') = '' THEN 'reason_missing'
                WHEN t.clean AND d.drive_count IS NULL THEN 'drives_not_counted'
                WHEN t.clean AND NOT d.clean AND d.drive_count > 0 AND NOT EXISTS (SELECT FROM core.clearance AS c
                    WHERE c.org_id = d.org_id AND c.device_id = d.device_id AND c.stay = d.stay AND c.nth = d.drive_count)
                    THEN 'drive_not_cleared'
                WHEN t.clean AND d.flags_up > 0 AND core.is_held_back(d, s.to_state) THEN 'drive_uncounted'
                WHEN d.flags_up > 0 AND s.to_state IN ('in_stock', 'reserved', 'sold', 'gifted', 'placed') THEN 'blocked_by_flag'
                WHEN s.step = 'return_to_donor' AND EXISTS (SELECT FROM core.stay AS y WHERE y.org_id = d.org_id
                    AND y.device_id = d.device_id AND y.stay = d.stay AND y.opened_by = 'return') THEN 'return_needs_donor_drive'
                WHEN s.step = 'retry_wipe' AND NOT core.has_attempt_left(d.device_id, d.stay) THEN 'wipe_attempts_used_up'
           END
      FROM (SELECT DISTINCT unnest(p_devices) AS id) AS g
      LEFT JOIN core.device AS d ON d.org_id = context.org() AND d.device_id = g.id
      LEFT JOIN lifecycle.step AS s ON s.from_state = d.state AND s.step = p_step
      LEFT JOIN lifecycle.state AS t ON t.state = s.to_state
     ORDER BY g.id
$$;

-- Takes one step with many devices that need no evidence but a reason. Devices that cannot take it are left where they are and come
-- back without to_state, with the word of the refusal; `p_strict` refuses all instead, naming the first.
DROP FUNCTION IF EXISTS core.take_steps(bigint[], text, text, boolean);
CREATE FUNCTION core.take_steps(p_devices bigint[], p_step text, p_reason text, p_strict boolean)
    RETURNS TABLE (device_id bigint, from_state text, to_state text, nth integer, refusal text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    refused record;
BEGIN
    -- A statement of its own: the next one then sees what others committed while this one waited.
    PERFORM FROM core.device AS d WHERE d.org_id = v_org AND d.device_id = ANY (p_devices) ORDER BY d.device_id FOR NO KEY UPDATE;
    IF p_strict THEN
        SELECT * INTO refused FROM core.judge_step(p_devices, p_step, p_reason) AS j WHERE j.refusal IS NOT NULL LIMIT 1;
        IF FOUND THEN
            PERFORM context.refuse(refused.refusal,
                jsonb_build_object('device', refused.device_id, 'from', refused.state, 'step', p_step));
        END IF;
    END IF;
    RETURN QUERY
    WITH judged AS MATERIALIZED (
        SELECT * FROM core.judge_step(p_devices, p_step, p_reason)
    ), taken AS (
        INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, reason, stay, person_id)
        SELECT v_org, j.device_id, j.step_nth + 1, j.state, p_step, j.to_state, j.evidence, p_reason, j.stay, who[2]
          FROM judged AS j WHERE j.refusal IS NULL
        RETURNING device_id, nth, from_state, to_state
    ), moved AS (
        UPDATE core.device AS d SET state = j.to_state, clean = j.to_clean, step_nth = j.step_nth + 1, version = d.version + 1
          FROM judged AS j WHERE j.refusal IS NULL AND d.org_id = v_org AND d.device_id = j.device_id
        RETURNING d.device_id
    ), told AS (
        SELECT audit.append('device', array_agg(t.device_id ORDER BY t.device_id), 'take-step',
                   array_agg(jsonb_build_object('step', p_step, 'from', t.from_state, 'to', t.to_state, 'reason', p_reason)
                             ORDER BY t.device_id))
          FROM taken AS t HAVING count(*) > 0
    ), off_the_shelf AS (
        UPDATE core.offer AS o SET withdrawn_at = clock_timestamp() FROM taken AS t
         WHERE t.from_state IN ('in_stock', 'reserved') AND t.to_state NOT IN ('in_stock', 'reserved')
           AND o.org_id = v_org AND o.device_id = t.device_id AND o.withdrawn_at IS NULL
        RETURNING 1
    ), freed AS (
        UPDATE core.reservation AS r SET ended_at = clock_timestamp() FROM taken AS t
         WHERE t.from_state = 'reserved' AND r.org_id = v_org AND r.device_id = t.device_id AND r.ended_at IS NULL
        RETURNING 1
    )
    SELECT j.device_id, j.state, t.to_state, t.nth, j.refusal
      FROM judged AS j LEFT JOIN taken AS t USING (device_id)
     WHERE (SELECT count(*) FROM moved) >= 0 AND (SELECT count(*) FROM told) >= 0
     ORDER BY j.device_id;
END $$;

-- One step with its evidence. For the doors below; no role may call it.
CREATE OR REPLACE FUNCTION core.step_with_evidence(p_device bigint, p_step text, p_evidence bigint, p_stay integer, p_reason text, p_facts jsonb)
    RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    d core.device;
    s lifecycle.step;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    SELECT * INTO s FROM lifecycle.step AS l WHERE l.from_state = d.state AND l.step = p_step
       AND (l.retired_on IS NULL OR l.retired_on > current_date);
    IF NOT FOUND THEN
        PERFORM context.refuse('step_not_on_map', jsonb_build_object('device', p_device, 'from', d.state, 'step', p_step));
    END IF;
    IF d.flags_up > 0 AND p_stay = d.stay AND (SELECT l.clean FROM lifecycle.state AS l WHERE l.state = s.to_state)
        AND core.is_held_back(d, s.to_state) THEN
        PERFORM context.refuse('drive_uncounted', jsonb_build_object('device', p_device, 'from', d.state, 'step', p_step));
    END IF;
    INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, evidence_id, reason, stay, person_id)
    VALUES (who[1], p_device, d.step_nth + 1, d.state, s.step, s.to_state, s.evidence, p_evidence, p_reason, p_stay, who[2]);
    UPDATE core.device AS u
       SET state = s.to_state, clean = (SELECT clean FROM lifecycle.state AS l WHERE l.state = s.to_state),
           step_nth = d.step_nth + 1, stay = p_stay,
           drive_count = CASE WHEN p_stay = u.stay THEN u.drive_count END, version = u.version + 1
     WHERE u.org_id = who[1] AND u.device_id = p_device;
    UPDATE core.offer SET withdrawn_at = clock_timestamp()
     WHERE org_id = who[1] AND device_id = p_device AND withdrawn_at IS NULL AND p_step = 'find_drive';
    PERFORM audit.append_one('device', p_device, p_step,
        p_facts || jsonb_build_object('step', p_step, 'from', d.state, 'to', s.to_state));
    RETURN d.step_nth + 1;
END $$;

-- "n machines arrived": n devices with their first step, identified later.
CREATE OR REPLACE FUNCTION core.add_devices(p_donation bigint, p_kind text, p_count integer, p_step text, p_maker text, p_model text, p_place integer)
    RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    g core.donation;
    s lifecycle.step;
    ids bigint[];
BEGIN
    SELECT * INTO g FROM core.donation WHERE org_id = v_org AND donation_id = p_donation;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_donation', jsonb_build_object('donation', p_donation)); END IF;
    SELECT * INTO s FROM lifecycle.step AS l WHERE l.from_state = 'new' AND l.step = p_step;
    IF NOT FOUND THEN PERFORM context.refuse('step_not_on_map', jsonb_build_object('from', 'new', 'step', p_step)); END IF;
    SELECT array_agg(nextval('core.device_device_id_seq')) INTO ids FROM generate_series(1, p_count);
    INSERT INTO core.device (org_id, device_id, kind, maker, model, place_id, stay, state, clean, step_nth)
    SELECT v_org, id, p_kind, p_maker, p_model, p_place, 1, s.to_state, false, 1 FROM unnest(ids) AS id;
    PERFORM core.require_living_place(v_org, p_place);
    INSERT INTO core.stay (org_id, device_id, stay, opened_by, donation_id, origin_class, origin_regime, required_level)
    SELECT v_org, id, 1, 'donation', p_donation, g.origin_class, g.origin_regime, g.required_level FROM unnest(ids) AS id;
    INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, stay, person_id)
    SELECT v_org, id, 1, 'new', s.step, s.to_state, s.evidence, 1, who[2] FROM unnest(ids) AS id;
    PERFORM audit.append('device', ids, 'add-device',
        array_fill(jsonb_build_object('donation', p_donation, 'kind', p_kind, 'to', s.to_state), ARRAY[p_count]));
    RETURN QUERY SELECT unnest(ids);
END $$;

-- What is known of a machine, corrected: absent means "say nothing".
CREATE OR REPLACE FUNCTION core.describe_device(p_device bigint, p_facts jsonb, p_version integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    UPDATE core.device AS d
       SET kind = coalesce(p_facts ->> 'kind', d.kind), maker = coalesce(p_facts ->> 'maker', d.maker), model = coalesce(p_facts ->> 'model', d.model),
           serial = coalesce(p_facts ->> 'serial', d.serial), external_ref = coalesce(p_facts ->> 'external_ref', d.external_ref),
           cpu = coalesce(p_facts ->> 'cpu', d.cpu), ram_mb = coalesce((p_facts ->> 'ram_mb')::integer, d.ram_mb),
           storage_gb = coalesce((p_facts ->> 'storage_gb')::integer, d.storage_gb),
           storage_kind = coalesce(p_facts ->> 'storage_kind', d.storage_kind), os = coalesce(p_facts ->> 'os', d.os),
           weight_g = coalesce((p_facts ->> 'weight_g')::integer, d.weight_g), comment = coalesce(p_facts ->> 'comment', d.comment),
           place_id = coalesce((p_facts ->> 'place')::integer, d.place_id), lot_id = coalesce((p_facts ->> 'lot')::bigint, d.lot_id),
           version = d.version + 1
     WHERE d.org_id = who[1] AND d.device_id = p_device AND (p_version IS NULL OR d.version = p_version);
    IF NOT FOUND THEN
        PERFORM context.refuse(CASE WHEN EXISTS (SELECT FROM core.device WHERE org_id = who[1] AND device_id = p_device)
            THEN 'changed_meanwhile' ELSE 'unknown_device' END, jsonb_build_object('device', p_device));
    END IF;
    IF p_facts ? 'place' THEN PERFORM core.require_living_place(who[1]::integer, (p_facts ->> 'place')::integer); END IF;
    IF p_facts ? 'serial_key' THEN
        INSERT INTO core.identifier (org_id, device_id, kind, value, value_key, maker_key, source)
        VALUES (who[1], p_device, 'serial', p_facts ->> 'serial', p_facts ->> 'serial_key', lower(coalesce(p_facts ->> 'maker', '')), 'person')
        ON CONFLICT ON CONSTRAINT identifier_key DO NOTHING;
        INSERT INTO core.doubt (org_id, device_id, other_device_id, evidence)
        SELECT who[1], p_device, i.device_id, jsonb_build_object('serial_key', i.value_key, 'maker', i.maker_key)
          FROM core.identifier AS i
         WHERE i.org_id = who[1] AND i.kind = 'serial' AND i.value_key = p_facts ->> 'serial_key' AND NOT i.is_junk
           AND i.device_id <> p_device AND NOT EXISTS (SELECT FROM core.doubt AS q WHERE q.org_id = who[1]
                AND least(q.device_id, q.other_device_id) = least(p_device, i.device_id)
                AND greatest(q.device_id, q.other_device_id) = greatest(p_device, i.device_id))
         ORDER BY i.device_id LIMIT 9;
    END IF;
    PERFORM audit.append_one('device', p_device, 'describe-device', p_facts);
END $$;

CREATE OR REPLACE FUNCTION core.raise_flag(p_device bigint, p_kind text, p_note text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    UPDATE core.device SET flags_up = flags_up + 1, version = version + 1 WHERE org_id = who[1] AND device_id = p_device;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    INSERT INTO core.blocking_flag (org_id, device_id, kind, note, raised_by) VALUES (who[1], p_device, p_kind, p_note, who[2]);
    PERFORM audit.append_one('device', p_device, 'raise-flag', jsonb_build_object('flag', p_kind));
END $$;

CREATE OR REPLACE FUNCTION core.lift_flag(p_device bigint, p_kind text, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    PERFORM FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    IF p_kind = 'wipe_recheck' AND EXISTS (SELECT FROM core.distrusted_wipe(who[1]::integer, p_device)) THEN
        PERFORM context.refuse('wipe_to_be_checked', jsonb_build_object('device', p_device));
    END IF;
    IF p_kind = 'uncounted_drive' AND EXISTS (SELECT FROM core.uncounted_drive(who[1]::integer, p_device)) THEN
        PERFORM context.refuse('drive_uncounted', jsonb_build_object('device', p_device));
    END IF;
    UPDATE core.blocking_flag SET lifted_at = clock_timestamp(), lifted_by = who[2], lift_reason = p_reason
     WHERE org_id = who[1] AND device_id = p_device AND kind = p_kind AND lifted_at IS NULL;
    IF NOT FOUND THEN PERFORM context.refuse('flag_not_up', jsonb_build_object('device', p_device, 'flag', p_kind)); END IF;
    UPDATE core.device SET flags_up = flags_up - 1, version = version + 1 WHERE org_id = who[1] AND device_id = p_device;
    PERFORM audit.append_one('device', p_device, 'lift-flag', jsonb_build_object('flag', p_kind, 'reason', p_reason));
END $$;

-- Opens the next stay of a device that comes back; every proof of the stay before it stays behind.
CREATE OR REPLACE FUNCTION core.open_stay(p_device bigint, p_opened_by text, p_donation bigint) RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    last core.stay;
    g core.donation;
BEGIN
    SELECT * INTO last FROM core.stay WHERE org_id = who[1] AND device_id = p_device ORDER BY stay DESC LIMIT 1 FOR UPDATE;
    SELECT * INTO g FROM core.donation WHERE org_id = who[1] AND donation_id = coalesce(p_donation, last.donation_id);
    UPDATE core.stay SET closed_at = clock_timestamp()
     WHERE org_id = who[1] AND device_id = p_device AND stay = last.stay AND closed_at IS NULL;
    -- What was sanitized before it went out is not any more.
    UPDATE core.drive AS r SET media_state = 'unsanitized' FROM core.drive_slot AS l
     WHERE l.org_id = who[1] AND l.device_id = p_device AND l.stay = last.stay
       AND r.org_id = l.org_id AND r.drive_id = l.drive_id AND r.media_state = 'sanitized';
    INSERT INTO core.stay (org_id, device_id, stay, opened_by, donation_id, origin_class, origin_regime, required_level)
    VALUES (who[1], p_device, last.stay + 1, p_opened_by, g.donation_id,
            g.origin_class, g.origin_regime, g.required_level);
    RETURN last.stay + 1;
END $$;

-- A person says whether two machines are one. Once.
CREATE OR REPLACE FUNCTION core.decide_doubt(p_doubt bigint, p_decision text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    q core.doubt;
BEGIN
    SELECT * INTO q FROM core.doubt WHERE org_id = who[1] AND doubt_id = p_doubt FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_doubt', jsonb_build_object('doubt', p_doubt)); END IF;
    IF q.decision IS NOT NULL THEN
        PERFORM context.refuse('doubt_already_decided', jsonb_build_object('doubt', p_doubt, 'decision', q.decision));
    END IF;
    UPDATE core.doubt SET decision = p_decision, decided_by = who[2], decided_at = clock_timestamp()
     WHERE org_id = who[1] AND doubt_id = p_doubt;
    PERFORM audit.append_one('device', q.device_id, 'decide-doubt', jsonb_build_object('doubt', p_doubt, 'decision', p_decision));
END $$;

-- Voids every proof of a machine whose wipe did not stand a check: a new stay, and back to wiping.
CREATE OR REPLACE FUNCTION core.void_proofs(p_device bigint, p_reason text) RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE v_stay integer := core.open_stay(p_device, 'failed_check', NULL);
BEGIN
    PERFORM core.step_with_evidence(p_device, 'find_drive', NULL, v_stay, p_reason, jsonb_build_object('voided', v_stay - 1));
    RETURN v_stay;
END $$;
