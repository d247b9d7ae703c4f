-- Accepted wipes of a machine's present stay that belong to a lot (one day, one method) in which a check failed, and that no check
-- has cleared since.
CREATE OR REPLACE FUNCTION core.distrusted_wipe(p_org integer, p_device bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT w.wipe_id
      FROM core.device AS d
      JOIN core.wipe AS w ON w.org_id = d.org_id AND w.device_id = d.device_id AND w.stay = d.stay AND w.accepted
     WHERE d.org_id = p_org AND d.device_id = p_device
       AND EXISTS (SELECT FROM core.wipe_check AS k JOIN core.wipe AS o ON o.org_id = k.org_id AND o.wipe_id = k.wipe_id
            WHERE k.org_id = p_org AND NOT k.passed AND o.method = w.method
              AND core.day_of(p_org, o.finished_at) = core.day_of(p_org, w.finished_at)
              AND NOT EXISTS (SELECT FROM core.wipe_check AS g WHERE g.org_id = p_org AND g.wipe_id = w.wipe_id AND g.passed AND g.at > k.at))
$$;

-- One check that fails casts doubt on all that was wiped by that method on that day: what is still here is blocked until another
-- person has read it back; what stands on the shelf is taken off it.
CREATE OR REPLACE FUNCTION core.distrust_lot(p_org integer, p_wipe core.wipe) RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one record;
    n integer := 0;
BEGIN
    FOR one IN
        SELECT DISTINCT d.device_id, d.state FROM core.wipe AS w
          JOIN core.device AS d ON d.org_id = w.org_id AND d.device_id = w.device_id AND d.stay = w.stay
         WHERE w.org_id = p_org AND w.accepted AND w.method = p_wipe.method AND w.device_id <> p_wipe.device_id
           AND core.day_of(p_org, w.finished_at) = core.day_of(p_org, p_wipe.finished_at)
           AND d.state NOT IN ('sold', 'gifted', 'placed', 'disposed', 'returned_to_donor', 'missing', 'cancelled', 'withdrawn', 'merged')
           AND NOT EXISTS (SELECT FROM core.blocking_flag AS f WHERE f.org_id = p_org AND f.device_id = d.device_id
                AND f.kind = 'wipe_recheck' AND f.lifted_at IS NULL)
         ORDER BY d.device_id
    LOOP
        IF one.state = 'reserved' THEN PERFORM core.take_steps(ARRAY[one.device_id], 'release', 'wipe to be checked again', true); END IF;
        IF one.state IN ('in_stock', 'reserved') THEN
            PERFORM core.take_steps(ARRAY[one.device_id], 'repair', 'wipe to be checked again', true);
        END IF;
        PERFORM core.raise_flag(one.device_id, 'wipe_recheck', 'wipe ' || p_wipe.wipe_id || ' of the same day and method failed its check');
        n := n + 1;
    END LOOP;
    RETURN n;
END $$;

-- Drives not proven clean whose last known place is this one.
CREATE OR REPLACE FUNCTION core.drives_kept_at(p_org integer, p_place integer) RETURNS SETOF bigint
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.drive_id
      FROM core.drive AS r
     CROSS JOIN LATERAL (SELECT c.place_id FROM core.custody AS c
            WHERE c.org_id = r.org_id AND c.drive_id = r.drive_id AND c.place_id IS NOT NULL ORDER BY c.nth DESC LIMIT 1) AS last
     WHERE r.org_id = p_org AND last.place_id = p_place
       AND r.media_state IN ('unsanitized', 'sanitizing', 'failed', 'destruction_pending')
       AND NOT EXISTS (SELECT FROM core.shipment_drive AS x WHERE x.org_id = r.org_id AND x.drive_id = r.drive_id)
     ORDER BY r.drive_id
$$;

-- What stands on some drives, in the order of their numbers.
CREATE OR REPLACE FUNCTION core.names_of_drives(p_org integer, p_drives bigint[]) RETURNS text[]
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(coalesce(r.serial, '#' || r.drive_id) ORDER BY r.drive_id), '{}')
      FROM core.drive AS r WHERE r.org_id = p_org AND r.drive_id = ANY (p_drives)
$$;

-- The weekly count of a locked place: what should be there against what a person saw. A difference is written down with its note,
-- and each drive that was seen gets a line in its chain of custody.
CREATE OR REPLACE FUNCTION core.count_custody(p_place integer, p_seen bigint[], p_note text)
    RETURNS TABLE (count_id bigint, missing text[], unexpected text[], expected integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_expected bigint[];
    v_seen bigint[];
    v_missing text[];
    v_unexpected text[];
    one bigint;
    v_count bigint;
BEGIN
    -- Held from the start, so that what is expected, what is written and the lock are of one moment.
    PERFORM FROM core.place WHERE org_id = who[1] AND place_id = p_place FOR KEY SHARE;
    PERFORM core.require_living_place(who[1]::integer, p_place);
    PERFORM core.require_locked_zone(who[1]::integer, p_place);
    SELECT coalesce(array_agg(k), '{}') INTO v_expected FROM core.drives_kept_at(who[1]::integer, p_place) AS k;
    SELECT coalesce(array_agg(DISTINCT k ORDER BY k), '{}') INTO v_seen FROM unnest(p_seen) AS k;
    v_missing := core.names_of_drives(who[1]::integer, ARRAY(SELECT unnest(v_expected) EXCEPT SELECT unnest(v_seen)));
    v_unexpected := core.names_of_drives(who[1]::integer, ARRAY(SELECT unnest(v_seen) EXCEPT SELECT unnest(v_expected)));
    IF NOT (v_seen @> v_expected AND v_expected @> v_seen) AND coalesce(p_note, '') = '' THEN
        PERFORM context.refuse('count_differs', jsonb_build_object('expected', cardinality(v_expected), 'seen', cardinality(v_seen),
            'missing', coalesce(nullif(array_to_string(v_missing, ', '), ''), '–'),
            'unexpected', coalesce(nullif(array_to_string(v_unexpected, ', '), ''), '–')));
    END IF;
    INSERT INTO core.custody_count (org_id, place_id, expected, seen, note, person_id)
    VALUES (who[1], p_place, v_expected, v_seen, p_note, who[2]) RETURNING core.custody_count.count_id INTO v_count;
    FOREACH one IN ARRAY v_seen LOOP
        PERFORM FROM core.drive WHERE org_id = who[1] AND drive_id = one FOR NO KEY UPDATE;
        IF NOT FOUND THEN PERFORM context.refuse('unknown_drive', jsonb_build_object('drive', one)); END IF;
        INSERT INTO core.custody (org_id, drive_id, nth, act, place_id, note, person_id)
        SELECT who[1], one, coalesce(max(c.nth), 0) + 1, 'counted', p_place, '#' || v_count, who[2]
          FROM core.custody AS c WHERE c.org_id = who[1] AND c.drive_id = one;
    END LOOP;
    PERFORM audit.append_one('place', p_place, 'count-custody', jsonb_build_object('count', v_count,
        'expected', cardinality(v_expected), 'seen', cardinality(v_seen)));
    RETURN QUERY SELECT v_count, v_missing, v_unexpected, cardinality(v_expected);
END $$;
