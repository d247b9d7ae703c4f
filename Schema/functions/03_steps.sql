-- The doors of a device's life. Nobody but these functions may write devices, stays, steps, drives' slots, wipes or clearances;
-- the tables' own constraints hold even for them.

-- Takes one step with many devices that need no evidence but a reason, in one statement. Devices that cannot take it are left
-- where they are and come back without to_state; `p_strict` refuses all instead, naming the first.
CREATE OR REPLACE FUNCTION core.take_steps(p_devices bigint[], p_step text, p_reason text, p_strict boolean)
    RETURNS TABLE (device_id bigint, from_state text, to_state text, nth integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    refused record;
BEGIN
    IF p_strict THEN
        SELECT g.id, d.state INTO refused
          FROM unnest(p_devices) AS g (id)
          LEFT JOIN core.device AS d ON d.org_id = v_org AND d.device_id = g.id
          LEFT JOIN lifecycle.step AS s ON s.from_state = d.state AND s.step = p_step
               AND s.evidence IN ('none', 'reason') AND (s.retired_on IS NULL OR s.retired_on > current_date)
         WHERE s.step IS NULL LIMIT 1;
        IF FOUND THEN
            PERFORM context.refuse(CASE WHEN refused.state IS NULL THEN 'unknown_device' ELSE 'step_not_on_map' END,
                jsonb_build_object('device', refused.id, 'from', refused.state, 'step', p_step));
        END IF;
    END IF;
    RETURN QUERY
    WITH locked AS MATERIALIZED (
        SELECT d.device_id, d.state, d.step_nth, d.stay FROM core.device AS d
         WHERE d.org_id = v_org AND d.device_id = ANY (p_devices) ORDER BY d.device_id FOR NO KEY UPDATE
    ), taken AS (
        INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, reason, stay, person_id)
        SELECT v_org, l.device_id, l.step_nth + 1, l.state, s.step, s.to_state, s.evidence, p_reason, l.stay, who[2]
          FROM locked AS l JOIN lifecycle.step AS s ON s.from_state = l.state AND s.step = p_step
         WHERE s.evidence IN ('none', 'reason') AND (s.retired_on IS NULL OR s.retired_on > current_date)
        RETURNING device_id, nth, from_state, to_state
    ), moved AS (
        UPDATE core.device AS d SET state = t.to_state, clean = s.clean, step_nth = t.nth, version = d.version + 1
          FROM taken AS t JOIN lifecycle.state AS s ON s.state = t.to_state
         WHERE d.org_id = v_org AND d.device_id = t.device_id
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
    SELECT l.device_id, l.state, t.to_state, t.nth
      FROM locked AS l LEFT JOIN taken AS t USING (device_id)
     WHERE (SELECT count(*) FROM moved) >= 0 AND (SELECT count(*) FROM told) >= 0
     ORDER BY l.device_id;
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
    INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, evidence_id, reason, stay, person_id)
    VALUES (who[1], p_device, d.step_nth + 1, d.state, s.step, s.to_state, s.evidence, p_evidence, p_reason, p_stay, who[2]);
    UPDATE core.device AS u
       SET state = s.to_state, clean = (SELECT clean FROM lifecycle.state AS l WHERE l.state = s.to_state),
           step_nth = d.step_nth + 1, stay = p_stay,
           drive_count = CASE WHEN p_stay = u.stay THEN u.drive_count END, version = u.version + 1
     WHERE u.org_id = who[1] AND u.device_id = p_device;
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
    IF p_facts ? 'serial_key' THEN
        INSERT INTO core.identifier (org_id, device_id, kind, value, value_key, maker_key, source)
        VALUES (who[1], p_device, 'serial', p_facts ->> 'serial', p_facts ->> 'serial_key', lower(coalesce(p_facts ->> 'maker', '')), 'person')
        ON CONFLICT ON CONSTRAINT identifier_key DO NOTHING;
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
