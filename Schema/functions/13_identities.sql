-- Signing in by an account at another service. What the service says is checked before; here it is said whose account it is.

CREATE OR REPLACE FUNCTION core.begin_provider_visit(p_state bytea, p_browser bytea, p_issuer text, p_nonce text, p_verifier text, p_next text)
    RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.provider_visit (org_id, state_sha256, browser_sha256, issuer, nonce, verifier, next, until)
    VALUES ((context.require())[1], p_state, p_browser, p_issuer, p_nonce, p_verifier, p_next, clock_timestamp() + interval '10 minutes')
$$;

-- Who comes back spends the visit, by the browser that was sent: of two who bring the same state one is refused. The row is not
-- taken away; what it held is.
CREATE OR REPLACE FUNCTION core.end_provider_visit(p_state bytea, p_browser bytea, p_issuer text,
    OUT nonce text, OUT verifier text, OUT next text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
BEGIN
    SELECT v.nonce, v.verifier, v.next INTO nonce, verifier, next FROM core.provider_visit AS v
     WHERE v.org_id = org AND v.state_sha256 = p_state AND v.browser_sha256 = p_browser AND v.issuer = p_issuer
       AND v.spent_at IS NULL AND v.until > clock_timestamp() FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('provider_visit_over', '{"minutes": 10}'); END IF;
    UPDATE core.provider_visit AS v SET spent_at = clock_timestamp(), nonce = '', verifier = ''
     WHERE v.org_id = org AND v.state_sha256 = p_state;
END $$;

-- A try to sign in as whoever an account at another service is of; the answer is that of a try by login.
CREATE OR REPLACE FUNCTION core.begin_identity(p_issuer text, p_subject text, p_address text,
    OUT attempt bigint, OUT person bigint, OUT password text, OUT secret bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who text;
BEGIN
    SELECT p.login INTO who FROM core.identity AS i JOIN core.person AS p ON p.org_id = i.org_id AND p.person_id = i.person_id
     WHERE i.org_id = org AND i.issuer = p_issuer AND i.subject = p_subject AND i.ended_at IS NULL AND clock_timestamp() <@ p.active_during;
    IF who IS NULL THEN RETURN; END IF;
    SELECT b.attempt, b.person, b.secret INTO attempt, person, secret FROM core.begin_sign_in(who, p_address) AS b;
END $$;

-- The first time somebody comes, an address that the service has verified links the account: to the one person who has it, and who has
-- no account there yet. Not an account whose link an administrator ended.
CREATE OR REPLACE FUNCTION core.link_by_mail(p_issuer text, p_subject text, p_email text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    owners bigint[];
BEGIN
    owners := ARRAY(SELECT p.person_id FROM core.person AS p
                    WHERE p.org_id = org AND lower(p.email) = lower(p_email) AND clock_timestamp() <@ p.active_during);
    IF cardinality(owners) <> 1 THEN RETURN false; END IF;
    INSERT INTO core.identity (org_id, issuer, subject, person_id) VALUES (org, p_issuer, p_subject, owners[1]) ON CONFLICT DO NOTHING;
    RETURN FOUND;
END $$;

-- An administrator says whose account it is, or that it is nobody's any more.
CREATE OR REPLACE FUNCTION core.link_identity(p_person bigint, p_issuer text, p_subject text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    INSERT INTO core.identity AS i (org_id, issuer, subject, person_id, linked_by) VALUES (who[1], p_issuer, p_subject, p_person, who[2])
    ON CONFLICT ON CONSTRAINT identity_key DO UPDATE
       SET person_id = excluded.person_id, linked_by = excluded.linked_by, linked_at = clock_timestamp(), ended_at = NULL
     WHERE i.ended_at IS NOT NULL;
    IF NOT FOUND THEN PERFORM context.refuse('identity_taken', jsonb_build_object('subject', p_subject)); END IF;
    PERFORM audit.append_one('person', p_person, 'link-identity', jsonb_build_object('issuer', p_issuer));
END $$;

CREATE OR REPLACE FUNCTION core.unlink_identity(p_person bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    ended integer;
BEGIN
    UPDATE core.identity SET ended_at = clock_timestamp(), linked_by = who[2] WHERE org_id = who[1] AND person_id = p_person AND ended_at IS NULL;
    GET DIAGNOSTICS ended = ROW_COUNT;
    PERFORM audit.append_one('person', p_person, 'unlink-identity', jsonb_build_object('ended', ended));
    RETURN ended;
END $$;
