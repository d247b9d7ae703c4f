-- Signing in. The main login sees no hash of a password, no session and no token but through these doors; the service
-- speaks as nobody (person 0) until it knows who is there.

-- Notes a try, as failed, and hands out what it is checked against; refuses when there were too many. One try of an account waits
-- for the other, so that the limit holds for tries that come at once.
CREATE OR REPLACE FUNCTION core.note_attempt(p_account text, p_address text, p_limit integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    since timestamptz := clock_timestamp() - interval '15 minutes';
    made bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(org || ':' || p_account, 7304));
    IF (SELECT count(*) FROM core.sign_in_attempt WHERE org_id = org AND account = p_account AND at > since AND NOT succeeded) >= p_limit
        OR (SELECT count(*) FROM core.sign_in_attempt WHERE org_id = org AND address = p_address AND at > since AND NOT succeeded) >= 50
    THEN
        PERFORM context.refuse('too_many_attempts', '{"minutes": 15}');
    END IF;
    INSERT INTO core.sign_in_attempt (org_id, account, address) VALUES (org, p_account, p_address) RETURNING attempt_id INTO made;
    RETURN made;
END $$;

CREATE OR REPLACE FUNCTION core.begin_sign_in(p_account text, p_address text,
    OUT attempt bigint, OUT person bigint, OUT password text, OUT secret bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE org integer := (context.require())[1];
BEGIN
    attempt := core.note_attempt(p_account, p_address, 10);
    SELECT p.person_id, p.password_hash, f.sealed_secret INTO person, password, secret
      FROM core.person AS p LEFT JOIN core.second_factor AS f ON f.org_id = p.org_id AND f.person_id = p.person_id
     WHERE p.org_id = org AND p.login = p_account AND clock_timestamp() <@ p.active_during;
END $$;

-- Spends a try that was checked; each is spent once, and soon.
CREATE OR REPLACE FUNCTION core.spend_attempt(p_attempt bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who text;
BEGIN
    UPDATE core.sign_in_attempt SET succeeded = true
     WHERE org_id = org AND attempt_id = p_attempt AND NOT succeeded AND at > clock_timestamp() - interval '10 minutes'
    RETURNING account INTO who;
    IF who IS NULL THEN PERFORM context.refuse('sign_in_wrong', '{"login": ""}'); END IF;
    RETURN who;
END $$;

-- The session itself, of somebody who has just proven who they are.
CREATE OR REPLACE FUNCTION core.add_session(p_account text, p_token bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE org integer := (context.require())[1];
BEGIN
    INSERT INTO core.session (org_id, token_sha256, person_id, opened_at, seen_at, until, proven_at)
    SELECT org, p_token, p.person_id, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '24 hours', clock_timestamp()
      FROM core.person AS p WHERE p.org_id = org AND p.login = p_account AND clock_timestamp() <@ p.active_during;
    IF NOT FOUND THEN PERFORM context.refuse('sign_in_wrong', jsonb_build_object('login', p_account)); END IF;
END $$;

-- Opens a session for the person of a try that was checked, unless a code is still to come.
CREATE OR REPLACE FUNCTION core.open_session(p_attempt bigint, p_token bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who text := core.spend_attempt(p_attempt);
BEGIN
    PERFORM FROM core.second_factor AS f JOIN core.person AS p ON p.org_id = f.org_id AND p.person_id = f.person_id
      WHERE f.org_id = org AND p.login = who AND f.sealed_secret IS NOT NULL;
    IF FOUND THEN PERFORM context.refuse('code_wrong', '{"seconds": 30}'); END IF;
    PERFORM core.add_session(who, p_token);
END $$;

-- The password of a try was right, and a code is asked for: the browser keeps a token until then.
CREATE OR REPLACE FUNCTION core.pass_password(p_attempt bigint, p_passed bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE org integer := (context.require())[1];
BEGIN
    UPDATE core.sign_in_attempt SET passed_sha256 = p_passed
     WHERE org_id = org AND attempt_id = p_attempt AND NOT succeeded AND passed_sha256 IS NULL
       AND at > clock_timestamp() - interval '5 minutes';
    IF NOT FOUND THEN PERFORM context.refuse('sign_in_wrong', '{"login": ""}'); END IF;
END $$;

-- A try of a code, which counts as a failed try of its account until it is spent.
CREATE OR REPLACE FUNCTION core.begin_code(p_passed bytea, p_address text,
    OUT attempt bigint, OUT try bigint, OUT person bigint, OUT secret bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who text;
BEGIN
    SELECT a.attempt_id, a.account, p.person_id, f.sealed_secret INTO attempt, who, person, secret
      FROM core.sign_in_attempt AS a
      JOIN core.person AS p ON p.org_id = a.org_id AND p.login = a.account AND clock_timestamp() <@ p.active_during
      JOIN core.second_factor AS f ON f.org_id = p.org_id AND f.person_id = p.person_id AND f.sealed_secret IS NOT NULL
     WHERE a.org_id = org AND a.passed_sha256 = p_passed AND NOT a.succeeded AND a.at > clock_timestamp() - interval '10 minutes';
    IF NOT FOUND THEN PERFORM context.refuse('sign_in_again', '{"minutes": 10}'); END IF;
    try := core.note_attempt(who, p_address, 10);
END $$;

-- Opens a session after password and code; both tries and the code are spent.
CREATE OR REPLACE FUNCTION core.open_session_by_code(p_attempt bigint, p_try bigint, p_step bigint, p_recovery bytea, p_token bytea)
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who text;
    again text;
BEGIN
    PERFORM FROM core.sign_in_attempt WHERE org_id = org AND attempt_id = p_attempt AND passed_sha256 IS NOT NULL;
    IF NOT FOUND THEN PERFORM context.refuse('sign_in_again', '{"minutes": 10}'); END IF;
    who := core.spend_attempt(p_attempt);
    again := core.spend_attempt(p_try);
    IF who <> again THEN PERFORM context.refuse('sign_in_again', '{"minutes": 10}'); END IF;
    PERFORM core.spend_code((SELECT person_id FROM core.person WHERE org_id = org AND login = who), p_step, p_recovery);
    PERFORM core.add_session(who, p_token);
END $$;

-- A try to prove within a session who is there, for acts that ask for it.
CREATE OR REPLACE FUNCTION core.begin_proof(p_token bytea, p_address text,
    OUT attempt bigint, OUT person bigint, OUT password text, OUT secret bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who text;
BEGIN
    SELECT p.login INTO who FROM core.session AS s JOIN core.person AS p ON p.org_id = s.org_id AND p.person_id = s.person_id
     WHERE s.org_id = org AND s.token_sha256 = p_token AND s.revoked_at IS NULL AND s.workstation IS NULL;
    SELECT b.attempt, b.person, b.password, b.secret INTO attempt, person, password, secret
      FROM core.begin_sign_in(coalesce(who, ''), p_address) AS b;
END $$;

-- The person of a session has just proven who they are, by the password or by a code.
CREATE OR REPLACE FUNCTION core.renew_proof(p_token bytea, p_attempt bigint, p_step bigint, p_recovery bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who text := core.spend_attempt(p_attempt);
    v_person bigint := (SELECT person_id FROM core.person WHERE org_id = org AND login = who);
BEGIN
    IF p_step IS NOT NULL OR p_recovery IS NOT NULL THEN PERFORM core.spend_code(v_person, p_step, p_recovery); END IF;
    UPDATE core.session SET proven_at = clock_timestamp()
     WHERE org_id = org AND token_sha256 = p_token AND person_id = v_person AND revoked_at IS NULL AND workstation IS NULL;
    IF NOT FOUND THEN PERFORM context.refuse('sign_in_wrong', jsonb_build_object('login', who)); END IF;
END $$;

-- Who is there: no row for a session that ended, was revoked, is a day old or was not used for eight hours. A shared bench stays
-- open until its day, and says its name; who has to add a second factor first is told so.
CREATE OR REPLACE FUNCTION core.session_person(p_token bytea, OUT person bigint, OUT is_stale boolean, OUT station text, OUT owes_factor boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT s.person_id, s.seen_at < clock_timestamp() - interval '1 minute', s.workstation,
           coalesce(f.is_required AND f.sealed_secret IS NULL, false) AND s.workstation IS NULL
      INTO person, is_stale, station, owes_factor
      FROM core.session AS s
      JOIN core.person AS p ON p.org_id = s.org_id AND p.person_id = s.person_id AND clock_timestamp() <@ p.active_during
      LEFT JOIN core.second_factor AS f ON f.org_id = s.org_id AND f.person_id = s.person_id
     WHERE s.org_id = context.org() AND s.token_sha256 = p_token AND s.revoked_at IS NULL
       AND s.until > clock_timestamp() AND (s.workstation IS NOT NULL OR s.seen_at > clock_timestamp() - interval '8 hours');
END $$;

CREATE OR REPLACE FUNCTION core.touch_session(p_token bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE core.session SET seen_at = clock_timestamp() WHERE org_id = (context.require())[1] AND token_sha256 = p_token
$$;

CREATE OR REPLACE FUNCTION core.end_session(p_token bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE core.session SET revoked_at = clock_timestamp()
     WHERE org_id = (context.require())[1] AND token_sha256 = p_token AND revoked_at IS NULL
$$;

-- Ends every session and token of a person, at once; answers how many there were.
CREATE OR REPLACE FUNCTION core.end_sessions(p_person bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    sessions integer;
    tokens integer;
BEGIN
    UPDATE core.session SET revoked_at = clock_timestamp() WHERE org_id = org AND person_id = p_person AND revoked_at IS NULL;
    GET DIAGNOSTICS sessions = ROW_COUNT;
    UPDATE core.api_token SET revoked_at = clock_timestamp() WHERE org_id = org AND person_id = p_person AND revoked_at IS NULL;
    GET DIAGNOSTICS tokens = ROW_COUNT;
    PERFORM audit.append_one('person', p_person, 'end-sessions', jsonb_build_object('sessions', sessions, 'tokens', tokens));
    RETURN sessions + tokens;
END $$;
