-- The instant under which a transaction writes its events, in microseconds since 1970.
-- It is announced by a shared lock on its second, which nobody waits for and which ends with the transaction: an anchor reads the
-- locks and covers only what lies before the earliest of them. The announcement comes before the clock is read, and the
-- clock never runs behind the last anchor, so no event appears later under an instant that an anchor already covers.
CREATE OR REPLACE FUNCTION audit.instant() RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('moulin.announced', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
        -- Seconds since 2020: the key of a lock has 31 bits.
        PERFORM pg_advisory_xact_lock_shared(7303, floor(extract(epoch FROM clock_timestamp()) - 1577836800)::integer);
        PERFORM set_config('moulin.announced', pg_current_xact_id()::text, true);
    END IF;
    RETURN greatest((extract(epoch FROM clock_timestamp()) * 1000000)::bigint,
        (SELECT a.micros + 1 FROM audit.anchor AS a WHERE a.org_id = context.org() ORDER BY a.nth DESC LIMIT 1));
END $$;

-- Appends one event to the chain of each subject; the heads are locked in the order of their ids. Chains that exist grow by a
-- join, so that the cost of an event does not depend on how many are appended with it.
CREATE OR REPLACE FUNCTION audit.append(p_subject text, p_ids bigint[], p_name text, p_bodies jsonb[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_micros bigint := audit.instant();
    -- In an act that was proposed, every event names the proposer too; the person of the event is who approved.
    v_seconding jsonb := coalesce(nullif(current_setting('moulin.seconding', true), ''), '{}')::jsonb;
BEGIN
    IF cardinality(p_ids) > 1 THEN
        PERFORM FROM audit.chain AS c WHERE c.org_id = v_org AND c.subject = p_subject AND c.subject_id = ANY (p_ids)
          ORDER BY c.subject_id FOR UPDATE;
    END IF;
    WITH given AS MATERIALIZED (
        SELECT id, coalesce(body, '{}'::jsonb) || v_seconding AS body FROM unnest(p_ids, p_bodies) AS g (id, body) ORDER BY id
    ), grown AS (
        UPDATE audit.chain AS c
           SET seq = c.seq + 1, micros = v_micros, prev_hash = c.hash,
               hash = audit.link(c.hash, c.org_id, c.subject, c.subject_id, c.seq + 1, v_micros, who[2], p_name, g.body)
          FROM given AS g WHERE c.org_id = v_org AND c.subject = p_subject AND c.subject_id = g.id
        RETURNING c.subject_id, c.seq, c.prev_hash, g.body
    ), begun AS (
        INSERT INTO audit.chain AS c (org_id, subject, subject_id, seq, micros, prev_hash, hash)
        SELECT v_org, p_subject, g.id, 1, v_micros, '\x', audit.link('\x', v_org, p_subject, g.id, 1, v_micros, who[2], p_name, g.body)
          FROM given AS g
         WHERE NOT EXISTS (SELECT FROM audit.chain AS k WHERE k.org_id = v_org AND k.subject = p_subject AND k.subject_id = g.id)
         ORDER BY g.id
        -- Only for a chain that somebody else began meanwhile: its body is looked up.
        ON CONFLICT (org_id, subject, subject_id) DO UPDATE
           SET seq = c.seq + 1, micros = v_micros, prev_hash = c.hash,
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

-- What a chain contributes to a root.
CREATE OR REPLACE FUNCTION audit.leaf(subject text, subject_id bigint, seq integer, hash bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(context.bytes(subject || ':' || subject_id || ':' || seq || ':') || hash);

-- The root over the last event of each chain up to an instant: leaves by chain, buckets of 1,024 subjects, then one hash.
-- From the heads where they are old enough, and from the events of the few chains that went on since.
CREATE OR REPLACE FUNCTION audit.root(p_micros bigint, OUT chains bigint, OUT events bigint, OUT root bytea)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH last AS (
        SELECT c.subject, c.subject_id, c.seq, c.hash FROM audit.chain AS c
         WHERE c.org_id = context.org() AND c.micros <= p_micros
        UNION ALL
        SELECT c.subject, c.subject_id, e.seq, e.hash
          FROM audit.chain AS c
         CROSS JOIN LATERAL (SELECT v.seq, v.hash FROM audit.event AS v
                              WHERE v.org_id = c.org_id AND v.subject = c.subject AND v.subject_id = c.subject_id AND v.micros <= p_micros
                              ORDER BY v.seq DESC LIMIT 1) AS e
         WHERE c.org_id = context.org() AND c.micros > p_micros
    ), bucket AS (
        SELECT subject, subject_id / 1024 AS nth, count(*) AS chains, sum(seq) AS events,
               sha256(string_agg(audit.leaf(subject, subject_id, seq, hash), ''::bytea ORDER BY subject_id)) AS hash
          FROM last GROUP BY subject, subject_id / 1024
    )
    SELECT coalesce(sum(chains), 0)::bigint, coalesce(sum(events), 0)::bigint,
           sha256(coalesce(string_agg(hash, ''::bytea ORDER BY subject, nth), '')) FROM bucket
$$;

-- The same root from the events alone, trusting neither heads nor counters: what an auditor compares with an exported anchor.
CREATE OR REPLACE FUNCTION audit.root_of_events(p_micros bigint, OUT chains bigint, OUT events bigint, OUT root bytea)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH last AS (
        SELECT DISTINCT ON (e.subject, e.subject_id) e.subject, e.subject_id, e.seq,
               audit.link(e.prev_hash, e.org_id, e.subject, e.subject_id, e.seq, e.micros, e.person_id, e.name, e.body) AS hash
          FROM audit.event AS e WHERE e.org_id = context.org() AND e.micros <= p_micros
         ORDER BY e.subject, e.subject_id, e.seq DESC
    ), bucket AS (
        SELECT subject, subject_id / 1024 AS nth, count(*) AS chains, sum(seq) AS events,
               sha256(string_agg(audit.leaf(subject, subject_id, seq, hash), ''::bytea ORDER BY subject_id)) AS hash
          FROM last GROUP BY subject, subject_id / 1024
    )
    SELECT coalesce(sum(chains), 0)::bigint, coalesce(sum(events), 0)::bigint,
           sha256(coalesce(string_agg(hash, ''::bytea ORDER BY subject, nth), '')) FROM bucket
$$;

-- The instant up to which everything is surely written, for a statement that begins after this one: before the earliest second
-- that a transaction announced and still holds.
CREATE OR REPLACE FUNCTION audit.settled() RETURNS bigint
    LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- Before the locks are read: whoever announces later than that writes under a later instant.
    now_micros bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
BEGIN
    RETURN least(now_micros, (SELECT (min(l.objid::bigint) + 1577836800) * 1000000 - 1 FROM pg_locks AS l
        WHERE l.locktype = 'advisory' AND l.classid = 7303 AND l.objsubid = 2
          AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())));
END $$;

-- Drops an anchor over everything that is surely written. Writers neither wait for it nor are they waited for; what they are
-- writing at this moment is covered by the next one.
CREATE OR REPLACE FUNCTION audit.drop_anchor() RETURNS audit.anchor
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_micros bigint;
    last audit.anchor;
    dropped audit.anchor;
BEGIN
    -- The chains are read by a statement that begins after the locks were read; an older snapshot would miss what was
    -- committed in between.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'an anchor is dropped in a READ COMMITTED transaction' USING ERRCODE = 'feature_not_supported';
    END IF;
    PERFORM pg_advisory_xact_lock(7301, who[1]::integer);
    v_micros := audit.settled();
    SELECT * INTO last FROM audit.anchor WHERE org_id = who[1] ORDER BY nth DESC LIMIT 1;
    INSERT INTO audit.anchor (org_id, nth, micros, chains, events, root, prev_hash)
    SELECT who[1], coalesce(last.nth, 0) + 1, v_micros, r.chains, r.events, r.root, coalesce(last.hash, '\x')
      FROM audit.root(v_micros) AS r
    RETURNING * INTO dropped;
    RETURN dropped;
END $$;

-- Every fault of every chain, found by recomputing: a broken link, a gap, a head that does not match, an orphan.
CREATE OR REPLACE FUNCTION audit.faults() RETURNS TABLE (fault text, subject text, subject_id bigint, seq integer)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH linked AS (
        SELECT e.subject, e.subject_id, e.seq, e.micros, e.hash, e.prev_hash,
               audit.link(e.prev_hash, e.org_id, e.subject, e.subject_id, e.seq, e.micros, e.person_id, e.name, e.body) AS computed,
               lag(e.hash) OVER chain AS hash_before, lag(e.seq) OVER chain AS seq_before,
               lead(e.seq) OVER chain IS NULL AS is_last
          FROM audit.event AS e WHERE e.org_id = context.org()
        WINDOW chain AS (PARTITION BY e.subject, e.subject_id ORDER BY e.seq)
    ), last AS (
        SELECT subject, subject_id, seq, micros, hash FROM linked WHERE is_last
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
     WHERE (c.seq, c.hash, c.micros) IS DISTINCT FROM (l.seq, l.hash, l.micros)
$$;

-- Quotas counted anew behind the wall of the social services. Only numbers of sales come out.
CREATE OR REPLACE FUNCTION audit.quota_faults() RETURNS TABLE (fault text, sale_id bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE who bigint[] := context.require();
BEGIN
    RETURN QUERY
    WITH sold AS (
        SELECT s.sale_id, s.sold_at, k.quota_group, a.approval_id, a.household_id, a.revoked_at
          FROM core.sale AS s
          JOIN reference.device_kind AS k ON k.kind = s.kind
          JOIN core.voucher AS v ON v.org_id = s.org_id AND v.voucher_id = s.voucher_id
          JOIN social.approval AS a ON a.org_id = v.org_id AND a.approval_id = v.approval_id
         WHERE s.org_id = who[1]
    )
    SELECT 'sale_without_its_quota', sold.sale_id FROM sold
     WHERE quota_group IS NOT NULL AND sold.sold_at + interval '24 months' > clock_timestamp()
       AND (SELECT count(*) FROM social.adult AS m WHERE m.org_id = who[1] AND m.household_id = sold.household_id AND sold.sold_at <@ m.during)
        <> (SELECT count(*) FROM social.quota_slot AS q WHERE q.org_id = who[1] AND q.sale_id = sold.sale_id
               AND q.quota_group = sold.quota_group AND q.approval_id = sold.approval_id)
    UNION ALL
    SELECT 'sale_after_the_approval_was_revoked', sold.sale_id FROM sold WHERE revoked_at <= sold_at
    UNION ALL
    SELECT 'quota_exceeded', q.sale_id
      FROM social.quota_slot AS q
      LEFT JOIN social.allowance AS w ON w.org_id = q.org_id AND w.approval_id = q.approval_id AND w.quota_group = q.quota_group
     WHERE q.org_id = who[1] AND ((w.quota IS NULL AND q.erased_at IS NULL) OR (SELECT count(*) FROM social.quota_slot AS o WHERE o.org_id = q.org_id AND o.adult_key = q.adult_key
           AND o.quota_group = q.quota_group AND o.during @> lower(q.during)) > greatest(w.quota, q.quota, (SELECT max(o.quota) FROM social.quota_slot AS o
             WHERE o.org_id = q.org_id AND o.adult_key = q.adult_key AND o.quota_group = q.quota_group AND o.during @> lower(q.during))));
END $$;
