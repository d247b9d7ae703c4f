-- Signing in. The main login sees no hash of a password, no session and no token but through these doors; the service
-- speaks as nobody (person 0) until it knows who is there.

-- Notes a try, as failed, and hands out what it is checked against; refuses when there were too many.
CREATE OR REPLACE FUNCTION core.begin_sign_in(p_account text, p_address text,
    OUT attempt bigint, OUT person bigint, OUT password text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    since timestamptz := clock_timestamp() - interval '15 minutes';
BEGIN
    IF (SELECT count(*) FROM core.sign_in_attempt WHERE org_id = org AND account = p_account AND at > since AND NOT succeeded) >= 10
        OR (SELECT count(*) FROM core.sign_in_attempt WHERE org_id = org AND address = p_address AND at > since AND NOT succeeded) >= 50
    THEN
        PERFORM context.refuse('too_many_attempts', '{"minutes": 15}');
    END IF;
    INSERT INTO core.sign_in_attempt (org_id, account, address) VALUES (org, p_account, p_address) RETURNING attempt_id INTO attempt;
    SELECT p.person_id, p.password_hash INTO person, password FROM core.person AS p
     WHERE p.org_id = org AND p.login = p_account AND clock_timestamp() <@ p.active_during;
END $$;

-- Opens a session for the person of a try that was checked; each try opens one at most.
CREATE OR REPLACE FUNCTION core.open_session(p_attempt bigint, p_token bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who text;
BEGIN
    UPDATE core.sign_in_attempt SET succeeded = true
     WHERE org_id = org AND attempt_id = p_attempt AND NOT succeeded AND at > clock_timestamp() - interval '5 minutes'
    RETURNING account INTO who;
    IF who IS NULL THEN PERFORM context.refuse('sign_in_wrong', '{"login": ""}'); END IF;
    INSERT INTO core.session (org_id, token_sha256, person_id, opened_at, seen_at, until)
    SELECT org, p_token, p.person_id, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '24 hours'
      FROM core.person AS p WHERE p.org_id = org AND p.login = who AND clock_timestamp() <@ p.active_during;
    IF NOT FOUND THEN PERFORM context.refuse('sign_in_wrong', jsonb_build_object('login', who)); END IF;
END $$;

-- Who is there: no row for a session that ended, was revoked, is a day old or was not used for eight hours.
CREATE OR REPLACE FUNCTION core.session_person(p_token bytea, OUT person bigint, OUT is_stale boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT s.person_id, s.seen_at < clock_timestamp() - interval '1 minute'
      FROM core.session AS s
      JOIN core.person AS p ON p.org_id = s.org_id AND p.person_id = s.person_id AND clock_timestamp() <@ p.active_during
     WHERE s.org_id = context.org() AND s.token_sha256 = p_token AND s.revoked_at IS NULL
       AND s.until > clock_timestamp() AND s.seen_at > clock_timestamp() - interval '8 hours'
$$;

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

-- A link for choosing a password, for a week; it replaces an earlier one.
CREATE OR REPLACE FUNCTION core.invite(p_person bigint, p_token bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE claims bigint[] := context.require();
BEGIN
    INSERT INTO core.invitation AS i (org_id, person_id, token_sha256, until, made_by)
    VALUES (claims[1], p_person, p_token, clock_timestamp() + interval '7 days', claims[2])
    ON CONFLICT ON CONSTRAINT invitation_key DO UPDATE
       SET token_sha256 = excluded.token_sha256, until = excluded.until, made_by = excluded.made_by, spent_at = NULL;
    PERFORM audit.append_one('person', p_person, 'invite-person', '{}');
END $$;

-- Spends a link: marking the row is the check, so that of two who use it at once one is refused.
CREATE OR REPLACE FUNCTION core.choose_password(p_token bytea, p_hash text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who bigint;
BEGIN
    UPDATE core.invitation SET spent_at = clock_timestamp()
     WHERE org_id = org AND token_sha256 = p_token AND until > clock_timestamp() AND spent_at IS NULL RETURNING person_id INTO who;
    IF who IS NULL THEN PERFORM context.refuse('invitation_spent', '{"days": 7}'); END IF;
    UPDATE core.person SET password_hash = p_hash WHERE org_id = org AND person_id = who;
    UPDATE core.session SET revoked_at = clock_timestamp() WHERE org_id = org AND person_id = who AND revoked_at IS NULL;
    RETURN who;
END $$;

-- A key for a program that speaks as a person, within scopes.
CREATE OR REPLACE FUNCTION core.make_token(p_person bigint, p_token bytea, p_purpose text, p_scopes text[], p_until timestamptz)
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    made bigint;
BEGIN
    INSERT INTO core.api_token (org_id, token_sha256, person_id, purpose, scopes, until)
    VALUES (org, p_token, p_person, p_purpose, p_scopes, p_until) RETURNING token_id INTO made;
    PERFORM audit.append_one('person', p_person, 'make-token', jsonb_build_object('token', made, 'purpose', p_purpose));
    RETURN made;
END $$;

CREATE OR REPLACE FUNCTION core.token_person(p_token bytea, OUT person bigint, OUT scopes text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT t.person_id, t.scopes
      FROM core.api_token AS t
      JOIN core.person AS p ON p.org_id = t.org_id AND p.person_id = t.person_id AND clock_timestamp() <@ p.active_during
     WHERE t.org_id = context.org() AND t.token_sha256 = p_token AND t.revoked_at IS NULL AND t.until > clock_timestamp()
$$;

-- Keys of programs, each with its end: never what a key is known by.
CREATE OR REPLACE FUNCTION core.list_tokens(p_after bigint, p_limit integer)
    RETURNS TABLE (token bigint, login text, purpose text, scopes text[], until timestamptz, revoked_at timestamptz, ended_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT t.token_id, p.login, t.purpose, t.scopes, t.until, t.revoked_at,
           CASE WHEN least(t.until, t.revoked_at) <= clock_timestamp() THEN least(t.until, t.revoked_at) END
      FROM core.api_token AS t JOIN core.person AS p ON p.org_id = t.org_id AND p.person_id = t.person_id
     WHERE t.org_id = context.org() AND t.token_id > p_after ORDER BY t.token_id LIMIT least(p_limit, 200)
$$;
