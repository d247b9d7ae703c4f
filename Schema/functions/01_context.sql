-- Who speaks. Reads on the main login trust the plain setting, which no text can reach; every write and everything of the
-- social services asks for claims signed by the service: organisation, person, role and expiry, but not the backend, which
-- poolers change.
CREATE OR REPLACE FUNCTION context.org() RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('moulin.org', true), '')::integer;

CREATE OR REPLACE FUNCTION context.claims() RETURNS bigint[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    claims text := current_setting('moulin.claims', true);
    parts text[];
    key context.signing_key;
BEGIN
    IF coalesce(claims, '') = '' THEN RETURN NULL; END IF;
    SELECT * INTO key FROM context.signing_key;
    IF encode(sha256(key.outer_pad || sha256(key.inner_pad || context.bytes(claims))), 'hex')
        IS DISTINCT FROM current_setting('moulin.signature', true) THEN RETURN NULL; END IF;
    parts := string_to_array(claims, ':');
    IF to_timestamp(parts[4]::bigint) < clock_timestamp() THEN RETURN NULL; END IF;
    RETURN ARRAY[parts[1]::bigint, parts[2]::bigint];
END $$;

CREATE OR REPLACE FUNCTION context.signed_org() RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (context.claims())[1]::integer;

-- The first line of every door: without signed claims nothing happens.
CREATE OR REPLACE FUNCTION context.require() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE claims bigint[] := context.claims();
BEGIN
    -- The plain setting, by which rows are read, may not name another organisation than the claims.
    IF claims IS NULL OR claims[1] IS DISTINCT FROM context.org()::bigint THEN
        RAISE EXCEPTION 'no signed context' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'context_not_signed';
    END IF;
    RETURN claims;
END $$;

-- A refusal of the rules: the name travels where a constraint's name travels, so that both walls speak one language.
CREATE OR REPLACE FUNCTION context.refuse(refusal text, facts jsonb DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'refused: %', refusal USING ERRCODE = 'MO409', CONSTRAINT = refusal, HINT = facts::text;
END $$;
