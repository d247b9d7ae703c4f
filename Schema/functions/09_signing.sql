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

-- Spends what was checked of a second factor: the step of the clock that a code is of, or a recovery code. The row is the lock: of
-- two who show the same code at once, one is refused.
CREATE OR REPLACE FUNCTION core.spend_code(p_person bigint, p_step bigint, p_recovery bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE org integer := (context.require())[1];
BEGIN
    UPDATE core.second_factor
       SET last_step = greatest(last_step, coalesce(p_step, last_step)), recovery_hashes = array_remove(recovery_hashes, p_recovery)
     WHERE org_id = org AND person_id = p_person AND sealed_secret IS NOT NULL
       AND (p_step > last_step OR p_recovery = ANY (recovery_hashes));
    IF NOT FOUND THEN PERFORM context.refuse('code_wrong', '{"seconds": 30}'); END IF;
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

CREATE OR REPLACE FUNCTION core.token_person(p_token bytea, OUT person bigint, OUT token bigint, OUT scopes text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT t.person_id, t.token_id, t.scopes
      INTO person, token, scopes
      FROM core.api_token AS t
      JOIN core.person AS p ON p.org_id = t.org_id AND p.person_id = t.person_id AND clock_timestamp() <@ p.active_during
     WHERE t.org_id = context.org() AND t.token_sha256 = p_token AND t.revoked_at IS NULL AND t.until > clock_timestamp();
END $$;

-- Keys of programs, each with its end: never what a key is known by.
CREATE OR REPLACE FUNCTION core.list_tokens(p_after bigint, p_limit integer)
    RETURNS TABLE (token bigint, login text, purpose text, scopes text[], until timestamptz, revoked_at timestamptz, ended_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT t.token_id, p.login, t.purpose, t.scopes, t.until, t.revoked_at,
           CASE WHEN least(t.until, t.revoked_at) <= clock_timestamp() THEN least(t.until, t.revoked_at) END
      FROM core.api_token AS t JOIN core.person AS p ON p.org_id = t.org_id AND p.person_id = t.person_id
     WHERE t.org_id = context.org() AND t.token_id > p_after ORDER BY t.token_id LIMIT least(p_limit, 200)
$$;

-- A second factor begins as a draft, which counts for nothing until a code of it was shown.
CREATE OR REPLACE FUNCTION core.draft_factor(p_secret bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    INSERT INTO core.second_factor AS f (org_id, person_id, sealed_draft) VALUES (who[1], who[2], p_secret)
    ON CONFLICT ON CONSTRAINT second_factor_key DO UPDATE SET sealed_draft = excluded.sealed_draft WHERE f.sealed_secret IS NULL;
    IF NOT FOUND THEN PERFORM context.refuse('factor_there', '{"command": "end-second-factor"}'); END IF;
END $$;

-- What the speaker's code is checked against: the secret, or the draft while there is none.
CREATE OR REPLACE FUNCTION core.own_factor(OUT secret bytea, OUT draft bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT sealed_secret, sealed_draft FROM core.second_factor WHERE org_id = (context.require())[1] AND person_id = (context.require())[2]
$$;

-- The draft becomes the second factor, with the step of the code that was shown for it.
CREATE OR REPLACE FUNCTION core.confirm_factor(p_step bigint, p_recovery bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    UPDATE core.second_factor SET sealed_secret = sealed_draft, sealed_draft = NULL, last_step = p_step, recovery_hashes = p_recovery
     WHERE org_id = who[1] AND person_id = who[2] AND sealed_draft IS NOT NULL AND sealed_secret IS NULL;
    IF NOT FOUND THEN PERFORM context.refuse('factor_missing', '{"command": "begin-second-factor"}'); END IF;
    PERFORM audit.append_one('person', who[2], 'confirm-second-factor', '{}');
END $$;

-- New recovery codes in the place of all that were left; a code is spent for it.
CREATE OR REPLACE FUNCTION core.renew_recovery(p_step bigint, p_recovery bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    PERFORM core.spend_code(who[2], p_step, NULL);
    UPDATE core.second_factor SET recovery_hashes = p_recovery WHERE org_id = who[1] AND person_id = who[2];
    PERFORM audit.append_one('person', who[2], 'renew-recovery-codes', '{}');
END $$;

-- Takes a second factor away: one's own by a code; another's by an administrator.
CREATE OR REPLACE FUNCTION core.end_factor(p_person bigint, p_step bigint, p_recovery bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    IF p_person = who[2] THEN
        PERFORM core.spend_code(p_person, p_step, p_recovery);
    ELSE
        PERFORM FROM core.person_role WHERE org_id = who[1] AND person_id = who[2] AND role = 'admin' AND clock_timestamp() <@ during;
        IF NOT FOUND THEN PERFORM context.refuse('not_permitted'); END IF;
    END IF;
    UPDATE core.second_factor SET sealed_secret = NULL, sealed_draft = NULL, recovery_hashes = '{}'
     WHERE org_id = who[1] AND person_id = p_person AND sealed_secret IS NOT NULL;
    IF NOT FOUND THEN PERFORM context.refuse('factor_missing', '{"command": "begin-second-factor"}'); END IF;
    PERFORM audit.append_one('person', p_person, 'end-second-factor', '{}');
END $$;

CREATE OR REPLACE FUNCTION core.require_factor(p_person bigint, p_required boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    INSERT INTO core.second_factor (org_id, person_id, is_required) VALUES (who[1], p_person, p_required)
    ON CONFLICT ON CONSTRAINT second_factor_key DO UPDATE SET is_required = excluded.is_required;
    PERFORM audit.append_one('person', p_person, 'require-second-factor', jsonb_build_object('required', p_required));
END $$;

-- What there is to an account, and never what it is.
CREATE OR REPLACE FUNCTION core.account_of(p_person bigint, OUT has_password boolean, OUT has_factor boolean, OUT is_required boolean, OUT recovery_left integer,
    OUT has_pin boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.password_hash IS NOT NULL, f.sealed_secret IS NOT NULL, coalesce(f.is_required, false),
           coalesce(cardinality(f.recovery_hashes), 0), p.pin_hash IS NOT NULL
      FROM core.person AS p LEFT JOIN core.second_factor AS f ON f.org_id = p.org_id AND f.person_id = p.person_id
     WHERE p.org_id = context.org() AND p.person_id = p_person
$$;

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

-- Somebody forgot the password: a link for an hour, if there is such a person with an address. The limit is one of its own, so that
-- nobody is kept from signing in by it.
CREATE OR REPLACE FUNCTION core.begin_reset(p_account text, p_address text, p_token bytea,
    OUT name text, OUT email text, OUT language text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    v_person bigint;
BEGIN
    PERFORM core.note_attempt('reset:' || left(p_account, 58), p_address, 3);
    SELECT p.person_id, p.name, p.email, p.language INTO v_person, name, email, language FROM core.person AS p
     WHERE p.org_id = org AND (p.login = p_account OR lower(p.email) = lower(p_account)) AND coalesce(p.email, '') <> ''
       AND clock_timestamp() <@ p.active_during ORDER BY p.person_id LIMIT 1;
    IF v_person IS NULL THEN RETURN; END IF;
    INSERT INTO core.invitation AS i (org_id, person_id, token_sha256, until)
    VALUES (org, v_person, p_token, clock_timestamp() + interval '1 hour')
    ON CONFLICT ON CONSTRAINT invitation_key DO UPDATE
       SET token_sha256 = excluded.token_sha256, until = excluded.until, made_by = NULL, spent_at = NULL;
END $$;

-- To whom a letter with a link goes; nothing for a person without an address.
CREATE OR REPLACE FUNCTION core.mail_of(p_person bigint, OUT name text, OUT email text, OUT language text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.name, p.email, p.language FROM core.person AS p
     WHERE p.org_id = (context.require())[1] AND p.person_id = p_person AND coalesce(p.email, '') <> ''
$$;
