-- Where machines and drives are kept. Each of these doors takes the house's places one after the other, so that no two make a circle,
-- and nothing is put into a place while it is retired: whoever refers to it waits at the row, and finds it retired.
CREATE OR REPLACE FUNCTION core.hold_places(p_org integer) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM core.place WHERE org_id = p_org ORDER BY place_id FOR UPDATE;
END $$;

-- Nothing is put where nobody looks any more. Asked after the row was written: its foreign key has waited for whoever retires the place.
CREATE OR REPLACE FUNCTION core.require_living_place(p_org integer, p_place integer) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_name text := (SELECT name FROM core.place WHERE org_id = p_org AND place_id = p_place AND retired_on IS NOT NULL);
BEGIN
    IF v_name IS NOT NULL THEN PERFORM context.refuse('place_retired', jsonb_build_object('place', v_name)); END IF;
END $$;

-- What is not proven clean rests in locked zones only. Asked as above: nobody unlocks a zone that another refers to.
CREATE OR REPLACE FUNCTION core.require_locked_zone(p_org integer, p_place integer) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM core.place WHERE org_id = p_org AND place_id = p_place AND is_locked_zone) THEN
        PERFORM context.refuse('place_not_locked', jsonb_build_object('place',
            (SELECT name FROM core.place WHERE org_id = p_org AND place_id = p_place)));
    END IF;
END $$;

-- What is in a place: machines that are here, drives that are not proven clean, other places.
CREATE OR REPLACE FUNCTION core.kept_at(p_org integer, p_place integer) RETURNS TABLE (devices bigint, drives bigint, places bigint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (SELECT count(*) FROM core.device AS d JOIN lifecycle.state AS s ON s.state = d.state
             WHERE d.org_id = p_org AND d.place_id = p_place AND s.stage NOT IN ('out', 'end')),
           (SELECT count(*) FROM core.drives_kept_at(p_org, p_place)),
           (SELECT count(*) FROM core.place AS p WHERE p.org_id = p_org AND p.parent_id = p_place AND p.retired_on IS NULL)
$$;

CREATE OR REPLACE FUNCTION core.add_place(p_name text, p_site integer, p_parent integer, p_locked boolean) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_place integer;
BEGIN
    PERFORM core.hold_places(who[1]::integer);
    PERFORM core.require_living_place(who[1]::integer, p_parent);
    INSERT INTO core.place (org_id, site_id, parent_id, name, is_locked_zone)
    VALUES (who[1], coalesce((SELECT site_id FROM core.place WHERE org_id = who[1] AND place_id = p_parent), p_site), p_parent, p_name, p_locked)
    RETURNING place_id INTO v_place;
    PERFORM audit.append_one('place', v_place, 'add-place', '{}');
    RETURN v_place;
END $$;

-- What is said changes, NULL stays. A place moves into another with all that is in it, or to the top of a site.
CREATE OR REPLACE FUNCTION core.change_place(p_place integer, p_name text, p_site integer, p_parent integer, p_locked boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    pl core.place;
    v_inside integer[];
    v_drives bigint;
BEGIN
    PERFORM core.hold_places(who[1]::integer);
    SELECT * INTO pl FROM core.place WHERE org_id = who[1] AND place_id = p_place;
    PERFORM core.require_living_place(who[1]::integer, p_place);
    PERFORM core.require_living_place(who[1]::integer, p_parent);
    WITH RECURSIVE inside AS (
        SELECT p_place AS place_id
         UNION
        SELECT p.place_id FROM core.place AS p JOIN inside AS i ON p.parent_id = i.place_id WHERE p.org_id = who[1]
    )
    SELECT array_agg(place_id) INTO v_inside FROM inside;
    IF p_parent = ANY (v_inside) THEN
        PERFORM context.refuse('place_within_itself', jsonb_build_object('place', pl.name,
            'within', (SELECT name FROM core.place WHERE org_id = who[1] AND place_id = p_parent)));
    END IF;
    IF pl.is_locked_zone AND NOT p_locked THEN
        SELECT count(*) INTO v_drives FROM core.drives_kept_at(who[1]::integer, p_place);
        IF v_drives > 0 THEN
            PERFORM context.refuse('place_not_empty', jsonb_build_object('place', pl.name, 'devices', 0, 'drives', v_drives, 'places', 0));
        END IF;
    END IF;
    IF p_parent IS NOT NULL THEN SELECT site_id INTO p_site FROM core.place WHERE org_id = who[1] AND place_id = p_parent; END IF;
    UPDATE core.place
       SET name = CASE WHEN place_id = p_place THEN coalesce(p_name, name) ELSE name END,
           parent_id = CASE WHEN place_id <> p_place OR p_site IS NULL THEN parent_id ELSE p_parent END,
           is_locked_zone = CASE WHEN place_id = p_place THEN coalesce(p_locked, is_locked_zone) ELSE is_locked_zone END,
           site_id = coalesce(p_site, site_id)
     WHERE org_id = who[1] AND place_id = ANY (v_inside);
    PERFORM audit.append_one('place', p_place, 'change-place', jsonb_strip_nulls(jsonb_build_object(
        'name', p_name, 'site', p_site, 'within', p_parent, 'locked', p_locked)));
END $$;

-- A place goes when nothing is in it: no machine that is here, no drive that is not proven clean, no other place.
CREATE OR REPLACE FUNCTION core.retire_place(p_place integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    kept record;
BEGIN
    PERFORM core.hold_places(who[1]::integer);
    PERFORM core.require_living_place(who[1]::integer, p_place);
    SELECT * INTO kept FROM core.kept_at(who[1]::integer, p_place);
    IF kept.devices + kept.drives + kept.places > 0 THEN
        PERFORM context.refuse('place_not_empty', jsonb_build_object(
            'place', (SELECT name FROM core.place WHERE org_id = who[1] AND place_id = p_place),
            'devices', kept.devices, 'drives', kept.drives, 'places', kept.places));
    END IF;
    UPDATE core.device SET place_id = NULL WHERE org_id = who[1] AND place_id = p_place;
    UPDATE core.place SET retired_on = core.day_of(who[1]::integer, now()) WHERE org_id = who[1] AND place_id = p_place;
    PERFORM audit.append_one('place', p_place, 'retire-place', '{}');
END $$;
