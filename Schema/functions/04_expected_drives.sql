-- What a count of drives is held against: what reports found in the machine, and what became of these drives before.

-- The kind that decides what proves: where two sources disagree, flash, since overwriting does not reach all of it.
CREATE OR REPLACE FUNCTION core.stricter_kind(p_kind text, p_other text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN p_other IS NULL OR p_other = 'unknown' THEN p_kind
                WHEN p_kind IS NULL OR p_kind IN ('unknown', 'hdd') THEN p_other
                ELSE p_kind END
$$;

-- Drives that a report found in a machine in its present stay, and that are not among those counted. A drive without a serial number is
-- told apart by nothing: as many must be counted as were found.
CREATE OR REPLACE FUNCTION core.uncounted_drive(p_org integer, p_device bigint) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH expected AS (
        SELECT r.drive_id, r.serial, r.serial_key, d.stay
          FROM core.device AS d
          JOIN core.expected_drive AS e ON e.org_id = d.org_id AND e.device_id = d.device_id AND e.stay = d.stay
          JOIN core.drive AS r ON r.org_id = e.org_id AND r.drive_id = e.drive_id
         WHERE d.org_id = p_org AND d.org_id = context.org() AND d.device_id = p_device AND e.gone_at IS NULL AND r.media_state <> 'destroyed'
           -- Counted elsewhere and not clean yet, it is there.
           AND NOT EXISTS (SELECT FROM core.drive_slot AS s JOIN core.device AS o USING (org_id, device_id, stay)
                WHERE s.org_id = p_org AND s.drive_id = r.drive_id AND s.device_id <> p_device AND o.state <> 'merged'
                  AND NOT EXISTS (SELECT FROM core.clearance AS c WHERE c.org_id = s.org_id AND c.device_id = s.device_id
                        AND c.stay = s.stay AND c.slot = s.slot))
    ), counted AS (
        SELECT s.drive_id, r.serial_key FROM core.drive_slot AS s
          JOIN core.device AS d USING (org_id, device_id, stay) JOIN core.drive AS r USING (org_id, drive_id)
         WHERE s.org_id = p_org AND s.device_id = p_device
    )
    SELECT coalesce(e.serial, '#' || e.drive_id) FROM expected AS e
     WHERE NOT EXISTS (SELECT FROM counted AS c WHERE c.drive_id = e.drive_id OR c.serial_key = e.serial_key)
       AND (e.serial_key IS NOT NULL OR (SELECT count(*) FROM counted) < (SELECT count(*) FROM expected))
     ORDER BY e.drive_id
$$;

-- A person looked, and drives that a report told are not in the machine.
CREATE OR REPLACE FUNCTION core.dismiss_expected_drives(p_device bigint, p_names text[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    one text;
BEGIN
    PERFORM FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    FOREACH one IN ARRAY p_names LOOP
        UPDATE core.expected_drive AS e SET gone_at = clock_timestamp() FROM core.drive AS r, core.device AS d
         WHERE d.org_id = who[1] AND d.device_id = p_device AND e.org_id = d.org_id AND e.device_id = d.device_id AND e.stay = d.stay
           AND r.org_id = e.org_id AND r.drive_id = e.drive_id AND (r.serial_key = one OR '#' || r.drive_id = one);
        IF NOT FOUND THEN PERFORM context.refuse('unknown_drive', jsonb_build_object('drive', one)); END IF;
    END LOOP;
    PERFORM audit.append_one('device', p_device, 'dismiss-drives', jsonb_build_object('drives', to_jsonb(p_names)));
    RETURN cardinality(p_names);
END $$;

-- Blocks the machines of new reports in which a drive was found that nobody counted, or that a kind was proven as which it is not; what
-- stands on the shelf is taken off it.
CREATE OR REPLACE FUNCTION core.hold_back_uncounted(p_devices bigint[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    one record;
BEGIN
    FOR one IN
        SELECT d.device_id, d.state, f.kind, f.note FROM core.device AS d
         CROSS JOIN LATERAL (
            SELECT 'uncounted_drive' AS kind, 'a report tells of ' || string_agg(u, ', ') AS note FROM core.uncounted_drive(d.org_id, d.device_id) AS u
            HAVING count(*) > 0
            UNION ALL
            SELECT 'wipe_recheck', 'a report tells that ' || string_agg(coalesce(r.serial, '#' || r.drive_id), ', ') || ' is flash'
              FROM core.clearance AS c JOIN core.wipe AS w ON w.org_id = c.org_id AND w.wipe_id = c.wipe_id
              JOIN core.drive AS r ON r.org_id = c.org_id AND r.drive_id = c.drive_id
             WHERE c.org_id = d.org_id AND c.device_id = d.device_id AND c.stay = d.stay AND w.media_kind = 'hdd' AND r.media_kind <> 'hdd'
            HAVING count(*) > 0) AS f
         WHERE d.org_id = who[1] AND d.device_id = ANY (p_devices) AND d.drive_count IS NOT NULL
           AND d.state NOT IN ('sold', 'gifted', 'placed', 'disposed', 'returned_to_donor', 'missing', 'cancelled', 'withdrawn', 'merged')
           AND NOT EXISTS (SELECT FROM core.blocking_flag AS b WHERE b.org_id = d.org_id AND b.device_id = d.device_id AND b.kind = f.kind
                AND b.lifted_at IS NULL)
         ORDER BY d.device_id, f.kind
    LOOP
        SELECT state INTO one.state FROM core.device WHERE org_id = who[1] AND device_id = one.device_id;
        IF one.state = 'reserved' THEN PERFORM core.take_steps(ARRAY[one.device_id], 'release', one.note, true); END IF;
        IF one.state IN ('in_stock', 'reserved') THEN PERFORM core.take_steps(ARRAY[one.device_id], 'repair', one.note, true); END IF;
        PERFORM core.raise_flag(one.device_id, one.kind, one.note);
    END LOOP;
END $$;

-- The places in the count of drives that are not given again, in their order.
CREATE OR REPLACE FUNCTION core.slots_left_out(p_device bigint, p_stay integer, p_drives jsonb) RETURNS integer[]
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(x.slot ORDER BY x.slot), '{}')
      FROM (SELECT s.slot, r.serial_key, row_number() OVER (PARTITION BY r.serial_key IS NULL ORDER BY s.slot) AS rank
              FROM core.drive_slot AS s JOIN core.drive AS r USING (org_id, drive_id)
             WHERE s.org_id = context.org() AND s.device_id = p_device AND s.stay = p_stay) AS x
     WHERE CASE WHEN x.serial_key IS NULL
           THEN x.rank > (SELECT count(*) FROM jsonb_array_elements(p_drives) AS e WHERE e ->> 'serial_key' IS NULL)
           ELSE NOT EXISTS (SELECT FROM jsonb_array_elements(p_drives) AS e WHERE e ->> 'serial_key' = x.serial_key) END
$$;

-- Another number in the place of one that was mistyped. Where something was tried or proven there, the drive was there.
CREATE OR REPLACE FUNCTION core.correct_slot(p_device bigint, p_stay integer, p_slot integer, p_drive bigint, p_given jsonb) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    old core.drive;
    v_drive bigint := p_drive;
BEGIN
    SELECT r.* INTO old FROM core.drive_slot AS s JOIN core.drive AS r ON r.org_id = s.org_id AND r.drive_id = s.drive_id
     WHERE s.org_id = v_org AND s.device_id = p_device AND s.stay = p_stay AND s.slot = p_slot;
    IF EXISTS (SELECT FROM core.wipe AS w WHERE w.org_id = v_org AND w.device_id = p_device AND w.stay = p_stay AND w.drive_id = old.drive_id)
        OR EXISTS (SELECT FROM core.clearance AS c WHERE c.org_id = v_org AND c.device_id = p_device AND c.stay = p_stay AND c.slot = p_slot) THEN
        PERFORM context.refuse('counted_drive_left_out', jsonb_build_object('device', p_device, 'drive', coalesce(old.serial, '#' || p_slot)));
    END IF;
    IF v_drive IS NULL THEN
        INSERT INTO core.drive (org_id, media_kind, maker, model, serial, serial_key, capacity_gb)
        VALUES (v_org, coalesce(p_given ->> 'media_kind', 'unknown'), p_given ->> 'maker', p_given ->> 'model', p_given ->> 'serial',
                p_given ->> 'serial_key', (p_given ->> 'capacity_gb')::integer)
        RETURNING drive_id INTO v_drive;
    ELSE
        PERFORM core.describe_drive(p_device, p_stay, v_drive, p_given);
    END IF;
    UPDATE core.drive_slot AS s SET drive_id = v_drive, media_kind = p.media_kind, provable_from = p.provable_from, failed_before = p.failed
      FROM core.past_of_drive(p_device, p_stay, v_drive) AS p
     WHERE s.org_id = v_org AND s.device_id = p_device AND s.stay = p_stay AND s.slot = p_slot;
    UPDATE core.drive SET media_state = 'unsanitized' WHERE org_id = v_org AND drive_id = v_drive;
    PERFORM core.note_custody(v_drive, 'counted', p_device, 'instead of ' || coalesce(old.serial, '#' || old.drive_id));
    PERFORM audit.append_one('device', p_device, 'correct-drive', jsonb_build_object('slot', p_slot, 'was', old.drive_id, 'drive', v_drive));
    RETURN v_drive;
END $$;

-- A drive that was set aside to be destroyed, or went back to its donor, is in no machine of ours, unless the donor brings it again.
CREATE OR REPLACE FUNCTION core.require_drive_in_house(p_device bigint, p_stay integer, p_drive bigint) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_other bigint;
    r core.drive;
BEGIN
    SELECT * INTO r FROM core.drive WHERE org_id = v_org AND drive_id = p_drive;
    IF r.media_state = 'destruction_pending' THEN
        PERFORM context.refuse('drive_awaits_destruction', jsonb_build_object('device', p_device, 'drive', r.serial));
    END IF;
    IF r.media_state = 'returned' AND (SELECT y.opened_at FROM core.stay AS y WHERE y.org_id = v_org AND y.device_id = p_device
            AND y.stay = p_stay) <= (SELECT max(c.at) FROM core.custody AS c WHERE c.org_id = v_org AND c.drive_id = p_drive) THEN
        PERFORM context.refuse('drive_was_returned', jsonb_build_object('device', p_device, 'drive', r.serial));
    END IF;
    SELECT s.device_id INTO v_other FROM core.drive_slot AS s JOIN core.device AS o USING (org_id, device_id, stay)
     WHERE s.org_id = v_org AND s.drive_id = p_drive AND s.device_id <> p_device AND NOT EXISTS (SELECT FROM core.clearance AS c
        WHERE c.org_id = v_org AND c.device_id = s.device_id AND c.stay = s.stay AND c.slot = s.slot) LIMIT 1;
    IF FOUND THEN
        PERFORM context.refuse('drive_of_other_device', jsonb_build_object('drive', r.serial, 'device', p_device, 'other', v_other));
    END IF;
END $$;

-- What a person says of a drive that is known. The person's word corrects what was said before; where a report contradicts it, flash decides.
CREATE OR REPLACE FUNCTION core.describe_drive(p_device bigint, p_stay integer, p_drive bigint, p_given jsonb) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    r core.drive;
    v_kind text;
    v_proven text;
BEGIN
    SELECT * INTO r FROM core.drive WHERE org_id = who[1] AND drive_id = p_drive;
    v_kind := core.stricter_kind(coalesce(p_given ->> 'media_kind', r.media_kind), r.reported_kind);
    IF v_kind <> r.media_kind THEN
        SELECT w.media_kind INTO v_proven FROM core.clearance AS c JOIN core.wipe AS w ON w.org_id = c.org_id AND w.wipe_id = c.wipe_id
         WHERE c.org_id = who[1] AND c.device_id = p_device AND c.stay = p_stay AND c.drive_id = p_drive AND w.media_kind <> v_kind;
        IF FOUND THEN
            PERFORM context.refuse('proven_as_other_kind', jsonb_build_object('device', p_device, 'drive', coalesce(r.serial, '#' || r.drive_id),
                'proven', v_proven, 'kind', v_kind));
        END IF;
        PERFORM audit.append_one('drive', p_drive, 'correct-kind', jsonb_build_object('was', r.media_kind, 'kind', v_kind));
    END IF;
    UPDATE core.drive AS u
       SET media_kind = v_kind, maker = coalesce(p_given ->> 'maker', u.maker), model = coalesce(p_given ->> 'model', u.model),
           capacity_gb = coalesce((p_given ->> 'capacity_gb')::integer, u.capacity_gb)
     WHERE u.org_id = who[1] AND u.drive_id = p_drive;
END $$;

-- From when on a wipe proves a drive that is counted in a machine, and how often it failed since it came. One that was counted in another
-- machine may hold what was written there: only what ends from now on proves it. What failed before its proof and moved with it is over.
CREATE OR REPLACE FUNCTION core.past_of_drive(p_device bigint, p_stay integer, p_drive bigint, OUT media_kind text, OUT provable_from timestamptz,
        OUT failed integer)
    LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH same AS (
        SELECT o.drive_id FROM core.drive AS r JOIN core.drive AS o ON o.org_id = r.org_id AND o.serial_key = r.serial_key
         WHERE r.org_id = context.org() AND r.drive_id = p_drive
        UNION SELECT p_drive
    )
    SELECT (SELECT r.media_kind FROM core.drive AS r WHERE r.org_id = context.org() AND r.drive_id = p_drive),
           CASE WHEN EXISTS (SELECT FROM core.drive_slot AS s JOIN same USING (drive_id) WHERE s.org_id = context.org()
                AND s.device_id <> p_device AND NOT EXISTS (SELECT FROM core.device_merge AS m WHERE m.org_id = s.org_id
                    AND m.device_id = s.device_id AND m.survivor_id = p_device AND m.split_at IS NULL)) THEN clock_timestamp() ELSE '-infinity'::timestamptz END,
           (SELECT least(3, count(*))::integer FROM core.wipe AS w JOIN same USING (drive_id)
             WHERE w.org_id = context.org() AND NOT w.accepted
               AND (SELECT r.media_state FROM core.drive AS r WHERE r.org_id = w.org_id AND r.drive_id = p_drive) <> 'returned'
               AND CASE WHEN w.device_id = p_device THEN w.stay < p_stay AND w.stay >= (SELECT max(y.stay) FROM core.stay AS y
                        WHERE y.org_id = w.org_id AND y.device_id = p_device AND y.opened_by IN ('donation', 'return'))
                   ELSE NOT EXISTS (SELECT FROM core.wipe AS k WHERE k.org_id = w.org_id AND k.device_id = w.device_id AND k.stay = w.stay
                        AND k.drive_id = w.drive_id AND k.accepted AND k.attempt > w.attempt) END)
$$;
