-- Tests, grades, the shelf, and parts.
CREATE OR REPLACE FUNCTION core.record_tests(p_device bigint, p_tests text[], p_results text[], p_notes text[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    d core.device;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    IF d.state NOT IN ('testing', 'refurbishing') THEN
        PERFORM context.refuse('not_in_test', jsonb_build_object('device', p_device, 'from', d.state));
    END IF;
    INSERT INTO core.test_result (org_id, device_id, stay, test, nth, result, note, person_id)
    SELECT who[1], p_device, d.stay, g.test, coalesce((SELECT max(t.nth) FROM core.test_result AS t
        WHERE t.org_id = who[1] AND t.device_id = p_device AND t.stay = d.stay AND t.test = g.test), 0) + 1, g.result, g.note, who[2]
      FROM unnest(p_tests, p_results, p_notes) AS g (test, result, note);
    PERFORM audit.append_one('device', p_device, 'record-tests', jsonb_build_object('tests', to_jsonb(p_tests), 'results', to_jsonb(p_results)));
    RETURN cardinality(p_tests);
END $$;

CREATE OR REPLACE FUNCTION core.record_grade(p_device bigint, p_grade text, p_label text, p_rule text, p_inspection jsonb, p_reasons jsonb, p_defects text[])
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_stay integer;
    v_grade bigint;
BEGIN
    SELECT stay INTO v_stay FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    INSERT INTO core.grade (org_id, device_id, stay, grade, label, rule_version, inspection, reasons, defects, person_id)
    VALUES (who[1], p_device, v_stay, p_grade, p_label, p_rule, p_inspection, p_reasons, p_defects, who[2]) RETURNING grade_id INTO v_grade;
    PERFORM core.step_with_evidence(p_device, 'grade', v_grade, v_stay, NULL,
        jsonb_build_object('grade', p_grade, 'rule', p_rule, 'grade_id', v_grade));
    RETURN v_grade;
END $$;

CREATE OR REPLACE FUNCTION core.shelve(p_device bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    d core.device;
    g core.grade;
    v_offer bigint;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    IF d.state <> 'graded' THEN
        PERFORM context.refuse('step_not_on_map', jsonb_build_object('device', p_device, 'from', d.state, 'step', 'shelve'));
    END IF;
    SELECT * INTO g FROM core.grade AS q WHERE q.org_id = who[1] AND q.device_id = p_device AND q.stay = d.stay ORDER BY grade_id DESC LIMIT 1;
    INSERT INTO core.offer (org_id, device_id, stay, grade_id, grade) VALUES (who[1], p_device, d.stay, g.grade_id, g.grade)
    RETURNING offer_id INTO v_offer;
    PERFORM core.step_with_evidence(p_device, 'shelve', v_offer, d.stay, NULL, jsonb_build_object('offer', v_offer, 'grade', g.grade));
    RETURN v_offer;
END $$;

-- Whatever a part is called: with the serial number of a drive of ours it is that drive, which has doors of its own.
CREATE OR REPLACE FUNCTION core.require_no_drive(p_org integer, p_name text, p_serial text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF core.names_storage(p_name) THEN
        PERFORM context.refuse('storage_is_no_part', jsonb_build_object('part', p_name));
    END IF;
    IF EXISTS (SELECT FROM core.drive AS r WHERE r.org_id = p_org AND r.serial_key = upper(regexp_replace(p_serial, '\s', '', 'g'))) THEN
        PERFORM context.refuse('storage_is_no_part', jsonb_build_object('part', p_name || ', ' || p_serial));
    END IF;
END $$;

-- A part is taken out, put in, or all of them are: one transaction, the part's own history continued.
CREATE OR REPLACE FUNCTION core.move_component(p_component bigint, p_to bigint, p_act text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    c core.component;
    dr core.drive;
BEGIN
    SELECT * INTO c FROM core.component WHERE org_id = who[1] AND component_id = p_component FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_component', jsonb_build_object('component', p_component)); END IF;
    IF c.gone_at IS NOT NULL THEN PERFORM context.refuse('component_gone', jsonb_build_object('component', p_component)); END IF;
    IF c.drive_id IS NOT NULL THEN
        SELECT * INTO dr FROM core.drive WHERE org_id = who[1] AND drive_id = c.drive_id;
        IF dr.media_state <> 'sanitized' THEN
            PERFORM context.refuse('drive_not_sanitized', jsonb_build_object('component', p_component, 'state', dr.media_state));
        END IF;
    END IF;
    IF c.drive_id IS NULL THEN PERFORM core.require_no_drive(who[1]::integer, c.kind, c.serial); END IF;
    -- In the order of numbers, or two exchanges the other way round would wait for each other.
    PERFORM FROM core.device WHERE org_id = who[1] AND device_id IN (c.device_id, p_to) ORDER BY device_id FOR NO KEY UPDATE;
    IF c.device_id IS NOT NULL AND NOT EXISTS (SELECT FROM core.device WHERE org_id = who[1] AND device_id = c.device_id
            AND state IN ('testing', 'refurbishing', 'for_parts', 'disposal_pending')) THEN
        PERFORM context.refuse('component_not_reachable', jsonb_build_object('component', p_component, 'device', c.device_id));
    END IF;
    IF p_to IS NOT NULL AND NOT EXISTS (SELECT FROM core.device WHERE org_id = who[1] AND device_id = p_to AND state = 'refurbishing') THEN
        PERFORM context.refuse('not_being_refurbished', jsonb_build_object('device', p_to));
    END IF;
    UPDATE core.component SET device_id = p_to WHERE org_id = who[1] AND component_id = p_component;
    INSERT INTO core.component_move (org_id, component_id, nth, from_device_id, to_device_id, act, person_id)
    SELECT who[1], p_component, coalesce(max(nth), 0) + 1, c.device_id, p_to, p_act, who[2]
      FROM core.component_move WHERE org_id = who[1] AND component_id = p_component;
    IF c.device_id IS NOT NULL THEN
        PERFORM audit.append_one('device', c.device_id, p_act, jsonb_build_object('component', p_component, 'out', true));
    END IF;
    IF p_to IS NOT NULL THEN
        PERFORM audit.append_one('device', p_to, p_act, jsonb_build_object('component', p_component, 'in', true));
    END IF;
END $$;

CREATE OR REPLACE FUNCTION core.add_component(p_device bigint, p_kind text, p_maker text, p_model text, p_serial text, p_condition text)
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_component bigint;
BEGIN
    PERFORM FROM core.device WHERE org_id = who[1] AND device_id = p_device;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    PERFORM core.require_no_drive(who[1]::integer, p_kind, p_serial);
    INSERT INTO core.component (org_id, kind, maker, model, serial, origin_device_id, device_id, condition)
    VALUES (who[1], p_kind, p_maker, p_model, p_serial, p_device, p_device, coalesce(p_condition, 'unknown'))
    RETURNING component_id INTO v_component;
    INSERT INTO core.component_move (org_id, component_id, nth, to_device_id, act, person_id)
    VALUES (who[1], v_component, 1, p_device, 'recorded', who[2]);
    PERFORM audit.append_one('device', p_device, 'add-component', jsonb_build_object('component', v_component, 'kind', p_kind));
    RETURN v_component;
END $$;

-- Every part of a machine that is for parts, at once; what was recorded as one before drives were kept out stays in it.
CREATE OR REPLACE FUNCTION core.dismantle(p_device bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    c record;
    n integer := 0;
BEGIN
    PERFORM FROM core.device WHERE org_id = who[1] AND device_id = p_device AND state = 'for_parts' FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('not_for_parts', jsonb_build_object('device', p_device)); END IF;
    FOR c IN SELECT component_id FROM core.component WHERE org_id = who[1] AND device_id = p_device
            AND (drive_id IS NOT NULL OR NOT core.names_storage(kind)) ORDER BY component_id LOOP
        PERFORM core.move_component(c.component_id, NULL, 'dismantled');
        n := n + 1;
    END LOOP;
    RETURN n;
END $$;

-- Parts that are counted, not told apart: screws, chargers, memory of one size.
CREATE OR REPLACE FUNCTION core.move_part(p_part text, p_delta integer, p_device bigint, p_reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_left integer;
BEGIN
    INSERT INTO core.counted_part AS c (org_id, part, on_hand) VALUES (who[1], p_part, 0)
    ON CONFLICT ON CONSTRAINT counted_part_key DO UPDATE SET on_hand = c.on_hand RETURNING c.on_hand INTO v_left;
    IF v_left + p_delta < 0 THEN
        PERFORM context.refuse('parts_cannot_be_negative',
            jsonb_build_object('part', p_part, 'on_hand', v_left, 'asked', -p_delta));
    END IF;
    IF v_left + p_delta > 0 THEN PERFORM core.require_no_drive(who[1]::integer, p_part, NULL); END IF;
    UPDATE core.counted_part SET on_hand = on_hand + p_delta WHERE org_id = who[1] AND part = p_part;
    INSERT INTO core.counted_part_move (org_id, part, delta, device_id, reason, person_id)
    VALUES (who[1], p_part, p_delta, p_device, p_reason, who[2]);
    IF p_device IS NOT NULL THEN
        PERFORM audit.append_one('device', p_device, 'use-part', jsonb_build_object('part', p_part, 'quantity', -p_delta));
    END IF;
    RETURN v_left + p_delta;
END $$;
