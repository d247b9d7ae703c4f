-- Passwords: chosen behind a link that is spent once.

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
