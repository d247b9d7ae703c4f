-- Undoing an import, and making one machine of two records: reversing entries, never a deletion.

-- What happened since an import to what it brought or changed, one row a machine and event; papers of its donation have no machine.
-- Nothing means that it can be undone.
CREATE OR REPLACE FUNCTION core.undo_obstacles(p_import bigint) RETURNS TABLE (device_id bigint, event text, at timestamptz)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH batch AS (
        SELECT * FROM core.import_batch AS b WHERE b.org_id = context.org() AND b.batch_id = p_import AND b.undone_at IS NULL
    ), touched AS (
        SELECT y.device_id, y.stay FROM batch AS b JOIN core.stay AS y ON y.org_id = b.org_id AND y.donation_id = b.donation_id
           AND y.import_id = b.batch_id
        UNION ALL
        SELECT c.device_id, NULL FROM core.import_change AS c WHERE c.org_id = context.org() AND c.batch_id = p_import
    )
    SELECT t.device_id, coalesce(e.step, e.name), to_timestamp(e.micros / 1000000.0)
      FROM touched AS t CROSS JOIN batch AS b
     CROSS JOIN LATERAL (
        SELECT v.name, v.body ->> 'step' AS step, v.micros FROM audit.event AS v
         WHERE v.org_id = b.org_id AND v.subject = 'device' AND v.subject_id = t.device_id
           AND CASE WHEN t.stay = 1 AND b.kind = 'hardware' THEN v.name NOT IN ('add-device', 'record-hardware')
                    -- Whatever stands behind the last word of the import.
                    ELSE v.seq > coalesce((SELECT max(o.seq) FROM audit.event AS o
                             WHERE o.org_id = b.org_id AND o.subject = 'device' AND o.subject_id = t.device_id
                               AND o.name IN ('import-device', 'update-device') AND o.body ->> 'import' = p_import::text), 0) END
         ORDER BY v.seq LIMIT 1) AS e
    UNION ALL
    -- A machine that came to us once more by this list had its sale closed by it: that is not undone.
    SELECT t.device_id, 'take_back', b.at FROM touched AS t CROSS JOIN batch AS b WHERE t.stay > 1
    UNION ALL
    SELECT NULL, d.number, d.issued_at FROM batch AS b JOIN core.document AS d ON d.org_id = b.org_id AND d.donation_id = b.donation_id
     WHERE d.issued_at > b.at AND NOT EXISTS (SELECT FROM core.document_cancellation AS x
        WHERE (x.org_id, x.kind, x.year, x.no) = (d.org_id, d.kind, d.year, d.no))
     ORDER BY 1, 3
$$;

-- Undoes an import: what it brought is withdrawn, what it changed is as before. Once; a second time changes nothing.
CREATE OR REPLACE FUNCTION core.undo_import(p_import bigint, p_reason text) RETURNS TABLE (withdrawn integer, restored integer, already boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    b core.import_batch;
    v_made bigint[];
    v_changed bigint[];
    stood record;
BEGIN
    -- Before the lock of the batch, as importers take them.
    PERFORM pg_advisory_xact_lock(7304, v_org);
    SELECT * INTO b FROM core.import_batch WHERE org_id = v_org AND batch_id = p_import FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_import', jsonb_build_object('import', p_import)); END IF;
    IF b.undone_at IS NOT NULL THEN
        RETURN QUERY SELECT u.withdrawn, u.restored, true FROM core.import_undo AS u WHERE u.org_id = v_org AND u.batch_id = p_import;
        RETURN;
    END IF;
    IF b.donation_id IS NULL THEN PERFORM context.refuse('import_not_undoable', jsonb_build_object('import', p_import, 'kind', b.kind)); END IF;
    v_made := ARRAY(SELECT y.device_id FROM core.stay AS y WHERE y.org_id = v_org AND y.donation_id = b.donation_id
                       AND y.import_id = p_import ORDER BY y.device_id);
    v_changed := ARRAY(SELECT c.device_id FROM core.import_change AS c WHERE c.org_id = v_org AND c.batch_id = p_import ORDER BY c.device_id);
    -- In the order in which every door locks machines; what is asked below then sees what others committed meanwhile.
    PERFORM FROM core.device AS d WHERE d.org_id = v_org AND d.device_id = ANY (v_made || v_changed) ORDER BY d.device_id FOR NO KEY UPDATE;
    SELECT * INTO stood FROM core.undo_obstacles(p_import) LIMIT 1;
    IF FOUND THEN
        PERFORM context.refuse('import_moved_on', jsonb_build_object('import', p_import, 'events', concat_ws(' ', stood.device_id, stood.event)));
    END IF;
    INSERT INTO core.import_undo (org_id, batch_id, person_id, reason, withdrawn, restored)
    VALUES (v_org, p_import, who[2], p_reason, cardinality(v_made), cardinality(v_changed));
    UPDATE core.import_batch SET undone_at = clock_timestamp() WHERE org_id = v_org AND batch_id = p_import;
    INSERT INTO core.device_step (org_id, device_id, nth, from_state, step, to_state, evidence, evidence_id, stay, person_id)
    SELECT v_org, d.device_id, d.step_nth + 1, d.state, s.step, s.to_state, s.evidence, p_import, d.stay, who[2]
      FROM core.device AS d JOIN lifecycle.step AS s ON s.from_state = d.state AND s.step = 'withdraw'
     WHERE d.org_id = v_org AND d.device_id = ANY (v_made) ORDER BY d.device_id;
    UPDATE core.device AS d SET state = 'withdrawn', clean = false, step_nth = d.step_nth + 1, version = d.version + 1
     WHERE d.org_id = v_org AND d.device_id = ANY (v_made);
    UPDATE core.device AS d
       SET kind = o.kind, maker = o.maker, model = o.model, serial = o.serial, external_ref = o.external_ref, cpu = o.cpu, ram_mb = o.ram_mb,
           storage_gb = o.storage_gb, os = o.os, weight_g = o.weight_g, comment = o.comment, extra = o.extra,
           -- Imports did not always change it, and those that did not do not say what it was.
           storage_kind = CASE WHEN c.before ? 'storage_kind' THEN o.storage_kind ELSE d.storage_kind END,
           version = d.version + 1
      FROM core.import_change AS c CROSS JOIN LATERAL jsonb_populate_record(NULL::core.device, c.before) AS o
     WHERE c.org_id = v_org AND c.batch_id = p_import AND d.org_id = v_org AND d.device_id = c.device_id;
    -- Identifiers that the list added to machines which were there say nothing any more.
    UPDATE core.identifier AS i SET is_junk = true, source = 'undone import'
     WHERE i.org_id = v_org AND i.device_id = ANY (v_changed) AND i.source = 'import' AND i.seen_at >= b.at;
    UPDATE core.doubt AS q SET decision = 'withdrawn', decided_by = who[2], decided_at = clock_timestamp()
     WHERE q.org_id = v_org AND q.decision IS NULL AND (q.device_id = ANY (v_made) OR q.other_device_id = ANY (v_made));
    PERFORM audit.append('device', v_made, 'withdraw', array_fill(jsonb_build_object('import', p_import), ARRAY[cardinality(v_made)]))
      WHERE cardinality(v_made) > 0;
    PERFORM audit.append('device', v_changed, 'restore-device', array_fill(jsonb_build_object('import', p_import), ARRAY[cardinality(v_changed)]))
      WHERE cardinality(v_changed) > 0;
    RETURN QUERY SELECT cardinality(v_made), cardinality(v_changed), false;
END $$;

-- Why one record may not go into another, as the word of a refusal; null when it may. What goes is a newcomer that nothing rests
-- on yet; what stays may stand anywhere in the house.
CREATE OR REPLACE FUNCTION core.judge_merge(p_device bigint, p_survivor bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN d.device_id IS NULL OR v.device_id IS NULL THEN 'unknown_device'
        WHEN d.device_id = v.device_id THEN 'merge_with_itself'
        WHEN d.state = 'merged' OR v.state IN ('merged', 'withdrawn') THEN 'already_merged'
        WHEN d.stay > 1 OR NOT EXISTS (SELECT FROM lifecycle.step AS s WHERE s.from_state = d.state AND s.step = 'merge')
            THEN 'merge_needs_a_newcomer'
        WHEN EXISTS (SELECT FROM core.device_merge AS m WHERE m.org_id = d.org_id AND m.survivor_id = d.device_id AND m.split_at IS NULL)
            THEN 'merge_of_survivor'
        -- What has left us and stands here again came again: a new stay, not a second record.
        WHEN v.state IN ('sold', 'gifted', 'placed', 'disposed', 'returned_to_donor', 'cancelled', 'missing') THEN 'merge_with_departed'
        WHEN d.flags_up > 0 THEN 'merge_with_flag'
        WHEN dy.origin_regime <> vy.origin_regime THEN 'merge_of_two_regimes'
        WHEN dy.required_level > vy.required_level AND (v.clean OR EXISTS (SELECT FROM core.wipe AS w
                WHERE w.org_id = v.org_id AND w.device_id = v.device_id AND w.stay = v.stay)) THEN 'merge_needs_higher_wipe'
        WHEN v.drive_count IS NOT NULL AND EXISTS (
                SELECT FROM (SELECT s.drive_id FROM core.drive_slot AS s
                              WHERE s.org_id = d.org_id AND s.device_id = d.device_id AND s.stay = d.stay
                             UNION ALL SELECT e.drive_id FROM core.expected_drive AS e
                              WHERE e.org_id = d.org_id AND e.device_id = d.device_id AND e.stay = d.stay) AS held
                 WHERE NOT EXISTS (SELECT FROM core.drive_slot AS k WHERE k.org_id = v.org_id AND k.device_id = v.device_id
                    AND k.stay = v.stay AND k.drive_id = held.drive_id)) THEN 'merge_leaves_drive'
        WHEN EXISTS (SELECT FROM core.document AS p WHERE p.org_id = d.org_id
                AND (p.device_id = d.device_id OR (p.donation_id = dy.donation_id AND p.donation_id IS DISTINCT FROM vy.donation_id))
                AND NOT EXISTS (SELECT FROM core.document_cancellation AS x
                    WHERE (x.org_id, x.kind, x.year, x.no) = (p.org_id, p.kind, p.year, p.no))) THEN 'merge_has_papers'
    END
      FROM (SELECT 1) AS one
      LEFT JOIN core.device AS d ON d.org_id = context.org() AND d.device_id = p_device
      LEFT JOIN core.stay AS dy ON dy.org_id = d.org_id AND dy.device_id = d.device_id AND dy.stay = d.stay
      LEFT JOIN core.device AS v ON v.org_id = context.org() AND v.device_id = p_survivor
      LEFT JOIN core.stay AS vy ON vy.org_id = v.org_id AND vy.device_id = v.device_id AND vy.stay = v.stay
$$;

-- Makes one machine of two records. Its identifiers move; its history stays under its own label, which finds the survivor.
CREATE OR REPLACE FUNCTION core.merge_devices(p_device bigint, p_survivor bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    d core.device;
    v core.device;
    v_refusal text;
    v_filled jsonb;
    v_merge bigint;
BEGIN
    PERFORM FROM core.device WHERE org_id = v_org AND device_id IN (p_device, p_survivor) ORDER BY device_id FOR NO KEY UPDATE;
    v_refusal := core.judge_merge(p_device, p_survivor);
    IF v_refusal IS NOT NULL THEN
        PERFORM context.refuse(v_refusal, jsonb_build_object('device', p_device, 'other', p_survivor)
            || coalesce((SELECT core.state_words(state) FROM core.device WHERE org_id = v_org AND device_id = p_device), '{}'));
    END IF;
    SELECT * INTO d FROM core.device WHERE org_id = v_org AND device_id = p_device;
    SELECT * INTO v FROM core.device WHERE org_id = v_org AND device_id = p_survivor;
    SELECT coalesce(jsonb_object_agg(n.key, n.value), '{}') INTO v_filled
      FROM jsonb_each(to_jsonb(d)) AS n JOIN jsonb_each(to_jsonb(v)) AS k USING (key)
     WHERE n.value <> 'null' AND k.value = 'null'
       AND n.key IN ('maker', 'model', 'serial', 'external_ref', 'cpu', 'ram_mb', 'storage_gb', 'storage_kind', 'os', 'weight_g');
    INSERT INTO core.device_merge (org_id, device_id, survivor_id, from_state, step_nth, person_id, reason, filled)
    VALUES (v_org, p_device, p_survivor, d.state, d.step_nth + 1, who[2], p_reason, v_filled) RETURNING merge_id INTO v_merge;
    PERFORM core.step_with_evidence(p_device, 'merge', v_merge, d.stay, NULL, jsonb_build_object('into', p_survivor, 'reason', p_reason));
    UPDATE core.identifier AS i SET device_id = p_survivor, merge_id = v_merge
     WHERE i.org_id = v_org AND i.device_id = p_device AND NOT EXISTS (SELECT FROM core.identifier AS k
        WHERE k.org_id = v_org AND k.device_id = p_survivor AND k.kind = i.kind AND k.value_key = i.value_key);
    UPDATE core.device AS u
       SET maker = coalesce(u.maker, d.maker), model = coalesce(u.model, d.model), serial = coalesce(u.serial, d.serial),
           external_ref = coalesce(u.external_ref, d.external_ref), cpu = coalesce(u.cpu, d.cpu), ram_mb = coalesce(u.ram_mb, d.ram_mb),
           storage_gb = coalesce(u.storage_gb, d.storage_gb), storage_kind = coalesce(u.storage_kind, d.storage_kind),
           os = coalesce(u.os, d.os), weight_g = coalesce(u.weight_g, d.weight_g), version = u.version + 1
     WHERE u.org_id = v_org AND u.device_id = p_survivor;
    -- The stricter demand holds for the one machine that there is.
    UPDATE core.stay AS y SET required_level = o.required_level FROM core.stay AS o
     WHERE y.org_id = v_org AND y.device_id = p_survivor AND y.stay = v.stay AND o.org_id = v_org AND o.device_id = p_device
       AND o.stay = d.stay AND o.required_level > y.required_level;
    INSERT INTO core.expected_drive (org_id, device_id, stay, drive_id)
    SELECT v_org, p_survivor, v.stay, held.drive_id
      FROM (SELECT s.drive_id FROM core.drive_slot AS s WHERE s.org_id = v_org AND s.device_id = p_device AND s.stay = d.stay
            UNION SELECT e.drive_id FROM core.expected_drive AS e WHERE e.org_id = v_org AND e.device_id = p_device AND e.stay = d.stay) AS held
     WHERE v.drive_count IS NULL
        ON CONFLICT ON CONSTRAINT expected_drive_key DO NOTHING;
    UPDATE core.doubt SET decision = 'same', decided_by = who[2], decided_at = clock_timestamp()
     WHERE org_id = v_org AND decision IS NULL AND device_id IN (p_device, p_survivor) AND other_device_id IN (p_device, p_survivor);
    UPDATE core.doubt SET device_id = p_survivor WHERE org_id = v_org AND decision IS NULL AND device_id = p_device;
    UPDATE core.doubt SET other_device_id = p_survivor WHERE org_id = v_org AND decision IS NULL AND other_device_id = p_device;
    PERFORM audit.append_one('device', p_survivor, 'absorb-device', jsonb_build_object('device', p_device, 'merge', v_merge, 'filled', v_filled));
    RETURN v_merge;
END $$;

-- Parts a machine again from the one it was merged into: it stands where a person must look at it, and has its identifiers back.
CREATE OR REPLACE FUNCTION core.split_device(p_device bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    m core.device_merge;
BEGIN
    SELECT * INTO m FROM core.device_merge WHERE org_id = v_org AND device_id = p_device AND split_at IS NULL;
    PERFORM FROM core.device WHERE org_id = v_org AND device_id IN (p_device, m.survivor_id) ORDER BY device_id FOR NO KEY UPDATE;
    SELECT * INTO m FROM core.device_merge WHERE org_id = v_org AND device_id = p_device AND split_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('not_merged', jsonb_build_object('device', p_device)); END IF;
    UPDATE core.device_merge SET split_at = clock_timestamp(), split_by = who[2], split_reason = p_reason
     WHERE org_id = v_org AND merge_id = m.merge_id;
    UPDATE core.identifier SET device_id = p_device, merge_id = NULL WHERE org_id = v_org AND device_id = m.survivor_id AND merge_id = m.merge_id;
    -- What the survivor had learnt from it alone, unless somebody has corrected it since.
    UPDATE core.device AS u
       SET maker = CASE WHEN u.maker = f.maker THEN NULL ELSE u.maker END, model = CASE WHEN u.model = f.model THEN NULL ELSE u.model END,
           serial = CASE WHEN u.serial = f.serial THEN NULL ELSE u.serial END,
           external_ref = CASE WHEN u.external_ref = f.external_ref THEN NULL ELSE u.external_ref END,
           cpu = CASE WHEN u.cpu = f.cpu THEN NULL ELSE u.cpu END, ram_mb = CASE WHEN u.ram_mb = f.ram_mb THEN NULL ELSE u.ram_mb END,
           storage_gb = CASE WHEN u.storage_gb = f.storage_gb THEN NULL ELSE u.storage_gb END,
           storage_kind = CASE WHEN u.storage_kind = f.storage_kind THEN NULL ELSE u.storage_kind END,
           os = CASE WHEN u.os = f.os THEN NULL ELSE u.os END, weight_g = CASE WHEN u.weight_g = f.weight_g THEN NULL ELSE u.weight_g END,
           version = u.version + 1
      FROM jsonb_populate_record(NULL::core.device, m.filled) AS f
     WHERE u.org_id = v_org AND u.device_id = m.survivor_id;
    PERFORM core.step_with_evidence(p_device, CASE m.from_state WHEN 'announced' THEN 'split_announced' ELSE 'split' END, m.merge_id,
        (SELECT stay FROM core.device WHERE org_id = v_org AND device_id = p_device), NULL,
        jsonb_build_object('from_device', m.survivor_id, 'reason', p_reason));
    PERFORM audit.append_one('device', m.survivor_id, 'release-device', jsonb_build_object('device', p_device, 'merge', m.merge_id));
    RETURN m.survivor_id;
END $$;
