-- Appends one event to the chain of each subject; the heads are locked in the order of their ids. Chains that exist grow by a
-- join, so that the cost of an event does not depend on how many are appended with it.
CREATE OR REPLACE FUNCTION audit.append(p_subject text, p_ids bigint[], p_name text, p_bodies jsonb[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_micros bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
BEGIN
    IF cardinality(p_ids) > 1 THEN
        PERFORM FROM audit.chain AS c WHERE c.org_id = v_org AND c.subject = p_subject AND c.subject_id = ANY (p_ids)
          ORDER BY c.subject_id FOR UPDATE;
    END IF;
    WITH given AS MATERIALIZED (
        SELECT id, coalesce(body, '{}'::jsonb) AS body FROM unnest(p_ids, p_bodies) AS g (id, body) ORDER BY id
    ), grown AS (
        UPDATE audit.chain AS c
           SET seq = c.seq + 1, prev_hash = c.hash,
               hash = audit.link(c.hash, c.org_id, c.subject, c.subject_id, c.seq + 1, v_micros, who[2], p_name, g.body)
          FROM given AS g WHERE c.org_id = v_org AND c.subject = p_subject AND c.subject_id = g.id
        RETURNING c.subject_id, c.seq, c.prev_hash, g.body
    ), begun AS (
        INSERT INTO audit.chain AS c (org_id, subject, subject_id, seq, prev_hash, hash)
        SELECT v_org, p_subject, g.id, 1, '\x', audit.link('\x', v_org, p_subject, g.id, 1, v_micros, who[2], p_name, g.body)
          FROM given AS g
         WHERE NOT EXISTS (SELECT FROM audit.chain AS k WHERE k.org_id = v_org AND k.subject = p_subject AND k.subject_id = g.id)
         ORDER BY g.id
        -- Only for a chain that somebody else began meanwhile: its body is looked up.
        ON CONFLICT (org_id, subject, subject_id) DO UPDATE
           SET seq = c.seq + 1, prev_hash = c.hash,
               hash = audit.link(c.hash, c.org_id, c.subject, c.subject_id, c.seq + 1, v_micros, who[2], p_name,
                   (SELECT body FROM given WHERE id = c.subject_id))
        RETURNING c.subject_id, c.seq, c.prev_hash
    )
    INSERT INTO audit.event (org_id, subject, subject_id, seq, micros, person_id, name, body, prev_hash)
    SELECT v_org, p_subject, n.subject_id, n.seq, v_micros, who[2], p_name, n.body, n.prev_hash
      FROM (SELECT subject_id, seq, prev_hash, body FROM grown
            UNION ALL
            SELECT b.subject_id, b.seq, b.prev_hash, g.body FROM begun AS b JOIN given AS g ON g.id = b.subject_id) AS n;
END $$;

CREATE OR REPLACE FUNCTION audit.append_one(p_subject text, p_id bigint, p_name text, p_body jsonb) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
        SELECT audit.append(p_subject, ARRAY[p_id], p_name, ARRAY[p_body]);
    END;

-- The root over all chains of the organisation: leaves by chain, buckets of 1,024 subjects, then one hash.
CREATE OR REPLACE FUNCTION audit.root(OUT chains bigint, OUT events bigint, OUT root bytea)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH leaf AS (
        SELECT subject, subject_id, seq,
               sha256(context.bytes(subject || ':' || subject_id || ':' || seq || ':') || hash) AS leaf
          FROM audit.chain WHERE org_id = context.org()
    ), bucket AS (
        SELECT subject, subject_id / 1024 AS nth, count(*) AS chains, sum(seq) AS events,
               sha256(string_agg(leaf, ''::bytea ORDER BY subject_id)) AS hash
          FROM leaf GROUP BY subject, subject_id / 1024
    )
    SELECT coalesce(sum(chains), 0)::bigint, coalesce(sum(events), 0)::bigint,
           sha256(coalesce(string_agg(hash, ''::bytea ORDER BY subject, nth), '')) FROM bucket
$$;

CREATE OR REPLACE FUNCTION audit.drop_anchor() RETURNS audit.anchor
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    last audit.anchor;
    dropped audit.anchor;
BEGIN
    PERFORM pg_advisory_xact_lock(7301, who[1]::integer);
    SELECT * INTO last FROM audit.anchor WHERE org_id = who[1] ORDER BY nth DESC LIMIT 1;
    INSERT INTO audit.anchor (org_id, nth, chains, events, root, prev_hash)
    SELECT who[1], coalesce(last.nth, 0) + 1, r.chains, r.events, r.root, coalesce(last.hash, '\x') FROM audit.root() AS r
    RETURNING * INTO dropped;
    RETURN dropped;
END $$;

-- Every fault of every chain, found by recomputing: a broken link, a gap, a head that does not match, an orphan.
CREATE OR REPLACE FUNCTION audit.faults() RETURNS TABLE (fault text, subject text, subject_id bigint, seq integer)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH linked AS (
        SELECT e.subject, e.subject_id, e.seq, e.hash, e.prev_hash,
               audit.link(e.prev_hash, e.org_id, e.subject, e.subject_id, e.seq, e.micros, e.person_id, e.name, e.body) AS computed,
               lag(e.hash) OVER chain AS hash_before, lag(e.seq) OVER chain AS seq_before
          FROM audit.event AS e WHERE e.org_id = context.org()
        WINDOW chain AS (PARTITION BY e.subject, e.subject_id ORDER BY e.seq)
    ), last AS (
        SELECT subject, subject_id, max(seq) AS seq, (array_agg(hash ORDER BY seq DESC))[1] AS hash FROM linked GROUP BY 1, 2
    )
    SELECT 'event_edited', subject, subject_id, seq FROM linked WHERE computed <> hash
    UNION ALL
    SELECT 'event_missing', subject, subject_id, seq FROM linked WHERE seq <> coalesce(seq_before, 0) + 1
    UNION ALL
    SELECT 'link_broken', subject, subject_id, seq FROM linked WHERE prev_hash <> coalesce(hash_before, '\x')
    UNION ALL
    SELECT 'head_differs', coalesce(c.subject, l.subject), coalesce(c.subject_id, l.subject_id), coalesce(c.seq, l.seq)
      FROM (SELECT * FROM audit.chain WHERE org_id = context.org()) AS c
      FULL JOIN last AS l USING (subject, subject_id)
     WHERE (c.seq, c.hash) IS DISTINCT FROM (l.seq, l.hash)
$$;
