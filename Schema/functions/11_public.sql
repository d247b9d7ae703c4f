-- What is open to everybody. The login moulin_public sees no table at all: these doors are everything that a stranger can do,
-- and each of them acts as the person `moulin.public` and nobody else.

-- The person as whom strangers act; written down at the first of them.
CREATE OR REPLACE FUNCTION core.public_person() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    org integer := (context.require())[1];
    who bigint;
BEGIN
    SELECT person_id INTO who FROM core.person WHERE org_id = org AND login = 'moulin.public';
    IF FOUND THEN RETURN who; END IF;
    INSERT INTO core.person (org_id, login, name, active_during) VALUES (org, 'moulin.public', 'Public', 'empty')
    ON CONFLICT ON CONSTRAINT login_once DO NOTHING;
    RETURN (SELECT person_id FROM core.person WHERE org_id = org AND login = 'moulin.public');
END $$;

-- The first line of every door for strangers: in nobody else's name.
CREATE OR REPLACE FUNCTION core.require_public() RETURNS bigint[]
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    IF NOT EXISTS (SELECT FROM core.person WHERE org_id = who[1] AND person_id = who[2] AND login = 'moulin.public') THEN
        RAISE EXCEPTION 'not the public' USING ERRCODE = 'insufficient_privilege', CONSTRAINT = 'context_not_signed';
    END IF;
    RETURN who;
END $$;

-- Refuses a caller who tried too often; what is counted is noted by note_try.
CREATE OR REPLACE FUNCTION core.require_patience(p_org integer, p_act text, p_caller integer, p_most integer) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM core.open_try WHERE org_id = p_org AND act = p_act AND caller = p_caller AND tries >= p_most
                  AND since > clock_timestamp() - interval '15 minutes') THEN
        PERFORM context.refuse('too_many_attempts', '{"minutes": 15}');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION core.note_try(p_org integer, p_act text, p_caller integer) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE t timestamptz := clock_timestamp();
BEGIN
    INSERT INTO core.open_try AS o (org_id, act, caller, since, tries) VALUES (p_org, p_act, p_caller, t, 1)
    ON CONFLICT ON CONSTRAINT open_try_key DO UPDATE
       SET since = CASE WHEN o.since > t - interval '15 minutes' THEN o.since ELSE t END,
           tries = CASE WHEN o.since > t - interval '15 minutes' THEN o.tries + 1 ELSE 1 END;
END $$;

-- Whether a printed code is of a paper of ours: nothing of a person, no amount, no income.
CREATE OR REPLACE FUNCTION core.paper_of_code(p_code text)
    RETURNS TABLE (number text, kind text, issued_on date, issuer text, state text, replaced_by text, fingerprint text, pdf_sha256 text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT d.number, d.kind, core.day_of(d.org_id, d.issued_at), o.name,
           CASE WHEN r.no IS NOT NULL THEN 'replaced' WHEN c.no IS NOT NULL THEN 'cancelled' ELSE 'valid' END, r.number,
           encode(d.commitment, 'hex'), encode(f.pdf_sha256, 'hex')
      FROM core.document AS d
      JOIN core.organisation AS o ON o.org_id = d.org_id
      LEFT JOIN core.document_cancellation AS c ON (c.org_id, c.kind, c.year, c.no) = (d.org_id, d.kind, d.year, d.no)
      LEFT JOIN core.document AS r ON (r.org_id, r.replaces_kind, r.replaces_year, r.replaces_no) = (d.org_id, d.kind, d.year, d.no)
      LEFT JOIN core.document_pdf AS f ON (f.org_id, f.kind, f.year, f.no) = (d.org_id, d.kind, d.year, d.no)
     WHERE d.org_id = context.org() AND d.verification = p_code
$$;

-- The same for everybody: thirty codes that are nobody's, and the caller waits.
CREATE OR REPLACE FUNCTION core.verify_paper(p_code text, p_caller integer)
    RETURNS TABLE (number text, kind text, issued_on date, issuer text, state text, replaced_by text, fingerprint text, pdf_sha256 text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := core.require_public();
BEGIN
    PERFORM core.require_patience(who[1]::integer, 'verify', p_caller, 30);
    RETURN QUERY SELECT * FROM core.paper_of_code(p_code);
    IF NOT FOUND THEN PERFORM core.note_try(who[1]::integer, 'verify', p_caller); END IF;
END $$;

-- What the town may know: machines of gifts received, by year, kind and state.
CREATE OR REPLACE FUNCTION core.open_figures() RETURNS TABLE (year integer, kind text, state text, devices bigint, grams bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE who bigint[] := core.require_public();
BEGIN
    RETURN QUERY SELECT extract(year FROM g.received_on)::integer, f.kind, f.state, count(*), sum(f.weight_g)::bigint
      FROM core.given_devices(who[1]::integer, ARRAY(SELECT n.donation_id FROM core.donation AS n
            WHERE n.org_id = who[1] AND n.received_on >= clock_timestamp() - interval '20 years')) AS f
      JOIN core.donation AS g ON g.org_id = who[1] AND g.donation_id = f.donation_id
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
END $$;
