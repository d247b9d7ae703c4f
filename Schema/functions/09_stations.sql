-- Shared benches, and the PINs by which people speak there.

-- A shared bench: a session that is opened by somebody of the workshop and speaks for nobody.
CREATE OR REPLACE FUNCTION core.open_workstation(p_token bytea, p_name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    INSERT INTO core.session (org_id, token_sha256, person_id, opened_at, seen_at, until, workstation)
    VALUES (who[1], p_token, who[2], clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '90 days', p_name);
    PERFORM audit.append_one('person', who[2], 'open-workstation', '{}');
END $$;

CREATE OR REPLACE FUNCTION core.set_pin(p_hash text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    UPDATE core.person SET pin_hash = p_hash WHERE org_id = who[1] AND person_id = who[2];
    UPDATE core.pin_try SET failures = 0 WHERE org_id = who[1] AND person_id = who[2];
    PERFORM audit.append_one('person', who[2], 'set-pin', '{}');
END $$;

-- A try of a PIN at a station, noted as failed until it is passed; a table's own wall refuses the sixth in a row. Nobody for a
-- login that is not known, and for a session that is no open station.
CREATE OR REPLACE FUNCTION core.begin_pin(p_station bytea, p_login text, OUT person bigint, OUT pin text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE org integer := (context.require())[1];
BEGIN
    SELECT p.person_id, p.pin_hash INTO person, pin FROM core.person AS p
     WHERE p.org_id = org AND p.login = p_login AND clock_timestamp() <@ p.active_during
       AND EXISTS (SELECT FROM core.session_person(p_station) AS s WHERE s.station IS NOT NULL);
    IF person IS NULL THEN RETURN; END IF;
    PERFORM FROM core.pin_try AS t WHERE t.org_id = org AND t.person_id = begin_pin.person AND t.station_sha256 = p_station AND failures >= 5;
    IF FOUND THEN PERFORM context.refuse('pin_locked', '{"tries": 5}'); END IF;
    INSERT INTO core.pin_try AS t (org_id, person_id, station_sha256, failures) VALUES (org, person, p_station, 1)
    ON CONFLICT ON CONSTRAINT pin_try_key DO UPDATE SET failures = t.failures + 1;
END $$;

CREATE OR REPLACE FUNCTION core.pass_pin(p_station bytea, p_person bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE core.pin_try SET failures = 0 WHERE org_id = (context.require())[1] AND person_id = p_person AND station_sha256 = p_station
$$;
