-- Keys of programs.

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
