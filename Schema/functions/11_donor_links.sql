-- A donor's page behind a link: whoever holds it sees this donor's gifts and nobody else's.

-- A link to a donor's page, for so many days; the secret itself is told once and not kept.
CREATE OR REPLACE FUNCTION core.make_donor_link(p_donor bigint, p_token bytea, p_days integer)
    RETURNS TABLE (link bigint, last_day date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    t timestamptz := clock_timestamp();
    v_until timestamptz := core.start_of(who[1]::integer, core.day_of(who[1]::integer, t) + p_days + 1);
    v_link bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM core.donor WHERE org_id = who[1] AND donor_id = p_donor AND erased_at IS NULL) THEN
        PERFORM context.refuse('unknown_donor', jsonb_build_object('donor', p_donor));
    END IF;
    INSERT INTO core.donor_link (org_id, donor_id, token_sha256, made_at, made_by, until)
    VALUES (who[1], p_donor, p_token, t, who[2], v_until) RETURNING link_id INTO v_link;
    PERFORM audit.append_one('donor', p_donor, 'make-donor-link', jsonb_build_object('link', v_link));
    RETURN QUERY SELECT v_link, core.last_day(who[1]::integer, v_until);
END $$;

-- Ends all links of a donor, or one; answers how many still led somewhere.
CREATE OR REPLACE FUNCTION core.revoke_donor_links(p_donor bigint, p_link bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    t timestamptz := clock_timestamp();
    ended integer;
BEGIN
    UPDATE core.donor_link SET revoked_at = t
     WHERE org_id = who[1] AND donor_id = p_donor AND (p_link IS NULL OR link_id = p_link) AND revoked_at IS NULL AND until > t;
    GET DIAGNOSTICS ended = ROW_COUNT;
    PERFORM audit.append_one('donor', p_donor, 'revoke-donor-links', jsonb_build_object('links', ended));
    RETURN ended;
END $$;

-- Whose page a link leads to: nobody's once it has ended, was revoked, or the donor was forgotten.
CREATE OR REPLACE FUNCTION core.donor_of_link(p_token bytea, p_caller integer) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := core.require_public();
    v_donor bigint;
BEGIN
    PERFORM core.require_patience(who[1]::integer, 'link', p_caller, 30);
    SELECT o.donor_id INTO v_donor
      FROM core.donor_link AS l
      JOIN core.donor AS g ON g.org_id = l.org_id AND g.donor_id = l.donor_id
      JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = coalesce(g.merged_into, g.donor_id)
     WHERE l.org_id = who[1] AND l.token_sha256 = p_token AND l.revoked_at IS NULL AND l.until > clock_timestamp()
       AND g.erased_at IS NULL AND o.erased_at IS NULL;
    IF NOT FOUND THEN PERFORM core.note_try(who[1]::integer, 'link', p_caller); END IF;
    RETURN v_donor;
END $$;

-- The papers that are a donor's own to have.
CREATE OR REPLACE FUNCTION core.donor_papers(p_org integer, p_donor bigint) RETURNS SETOF core.document
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT d.* FROM core.document AS d
      LEFT JOIN core.donation AS g ON g.org_id = d.org_id AND g.donation_id = d.donation_id
     WHERE d.org_id = p_org
       AND d.kind IN ('rfp', 'rfe', 'adn', 'acg', 'enr', 'bre', 'atv', 'rad', 'cef', 'cde', 'rdo', 'us_ack', 'ca_odr', 'uk_rga_letter')
       AND coalesce(d.donor_id, g.donor_id) IN (SELECT o.donor_id FROM core.donor AS o
            WHERE o.org_id = p_org AND (o.donor_id = p_donor OR o.merged_into = p_donor))
$$;

-- All of a donor's page but the machines: who, what was announced and what came, papers, what was agreed to, and counts by state.
CREATE OR REPLACE FUNCTION core.show_donor_link(p_token bytea, p_caller integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_donor bigint := core.donor_of_link(p_token, p_caller);
    v_org integer := context.org();
    given bigint[];
    shown bigint[];
BEGIN
    IF v_donor IS NULL THEN RETURN NULL; END IF;
    given := ARRAY(SELECT g.donation_id FROM core.donation AS g JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
        WHERE g.org_id = v_org AND (o.donor_id = v_donor OR o.merged_into = v_donor) ORDER BY g.donation_id DESC);
    -- The newest are told one by one; what came and what became of it is counted over all.
    shown := given[1:200];
    RETURN (SELECT jsonb_build_object(
        'name', o.name, 'kind', o.kind, 'issuer', (SELECT h.name FROM core.organisation AS h WHERE h.org_id = v_org),
        'until', (SELECT core.last_day(v_org, l.until) FROM core.donor_link AS l WHERE l.org_id = v_org AND l.token_sha256 = p_token),
        'mail_opposed', o.mail_opposed,
        'papers_by_mail', coalesce((SELECT c.given FROM core.donor_consent AS c WHERE c.org_id = v_org AND c.donor_id = v_donor
            AND c.purpose = 'papers' ORDER BY c.nth DESC LIMIT 1), false),
        'donations', coalesce((SELECT jsonb_agg(jsonb_build_object('donation', g.donation_id, 'status', g.status, 'reference', g.reference,
              'announced_on', g.announced_on, 'received_on', g.received_on,
              'lines', coalesce((SELECT jsonb_agg(jsonb_build_object('line', n.line, 'kind', n.kind, 'description', n.description,
                  'quantity', n.quantity, 'received', n.received, 'accepted', n.accepted, 'refused', n.refused,
                  'refusal_reason', n.refusal_reason) ORDER BY n.line)
                FROM core.donation_line AS n WHERE n.org_id = v_org AND n.donation_id = g.donation_id), '[]')) ORDER BY g.donation_id DESC)
            FROM core.donation AS g WHERE g.org_id = v_org AND g.donation_id = ANY (shown)), '[]'),
        'documents', coalesce((SELECT jsonb_agg(jsonb_build_object('document', d.number, 'kind', d.kind,
              'issued_on', core.day_of(v_org, d.issued_at), 'cancelled', c.no IS NOT NULL) ORDER BY d.issued_at DESC, d.number)
            FROM core.donor_papers(v_org, v_donor) AS d
            LEFT JOIN core.document_cancellation AS c ON (c.org_id, c.kind, c.year, c.no) = (d.org_id, d.kind, d.year, d.no)), '[]'),
        'counts', coalesce((SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'state', k.state, 'devices', k.devices, 'grams', k.grams))
            FROM (SELECT f.kind, f.state, count(*) AS devices, sum(f.weight_g) AS grams
                    FROM core.given_devices(v_org, given) AS f GROUP BY f.kind, f.state ORDER BY f.kind, f.state) AS k), '[]'))
      FROM core.donor AS o WHERE o.org_id = v_org AND o.donor_id = v_donor);
END $$;

-- The machines of some gifts, each in the state in which it left the stay that the gift began.
CREATE OR REPLACE FUNCTION core.given_devices(p_org integer, p_given bigint[])
    RETURNS TABLE (device_id bigint, donation_id bigint, kind text, maker text, model text, serial text, weight_g bigint, state text)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT DISTINCT ON (s.device_id, s.donation_id) s.device_id, s.donation_id, d.kind, d.maker, d.model, d.serial,
           coalesce(d.weight_g, k.weight_g, 0)::bigint,
           (SELECT l.to_state FROM core.device_step AS l WHERE l.org_id = s.org_id AND l.device_id = s.device_id AND l.stay = s.stay
             ORDER BY l.nth DESC LIMIT 1)
      FROM core.stay AS s
      JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
      JOIN reference.device_kind AS k ON k.kind = d.kind
     WHERE s.org_id = p_org AND s.donation_id = ANY (p_given)
     ORDER BY s.device_id, s.donation_id, s.stay DESC
$$;

-- A page of a donor's machines, by number: what became of each, and never who has it.
CREATE OR REPLACE FUNCTION core.devices_of_link(p_token bytea, p_caller integer, p_after bigint, p_limit integer)
    RETURNS TABLE (device_id bigint, donation_id bigint, kind text, maker text, model text, serial text, weight_g bigint, state text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_donor bigint := core.donor_of_link(p_token, p_caller);
    v_org integer := context.org();
BEGIN
    IF v_donor IS NULL THEN RETURN; END IF;
    RETURN QUERY SELECT f.* FROM core.given_devices(v_org, ARRAY(SELECT g.donation_id
            FROM core.donation AS g JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
           WHERE g.org_id = v_org AND (o.donor_id = v_donor OR o.merged_into = v_donor))) AS f
      WHERE f.device_id > p_after ORDER BY f.device_id, f.donation_id LIMIT least(p_limit, 500);
END $$;

-- A paper of the donor's own: as kept, or what it is drawn from. Nothing for any other paper.
CREATE OR REPLACE FUNCTION core.paper_of_link(p_token bytea, p_caller integer, p_number text)
    RETURNS TABLE (number text, kind text, verification text, fingerprint text, content text, pdf bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_donor bigint := core.donor_of_link(p_token, p_caller);
    v_org integer := context.org();
BEGIN
    IF v_donor IS NULL THEN RETURN; END IF;
    RETURN QUERY SELECT d.number, d.kind, d.verification, encode(d.commitment, 'hex'), CASE WHEN f.pdf IS NULL THEN c.content END, f.pdf
      FROM core.donor_papers(v_org, v_donor) AS d
      LEFT JOIN core.document_content AS c ON (c.org_id, c.kind, c.year, c.no) = (d.org_id, d.kind, d.year, d.no)
      LEFT JOIN core.document_pdf AS f ON (f.org_id, f.kind, f.year, f.no) = (d.org_id, d.kind, d.year, d.no)
     WHERE d.number = p_number;
END $$;

-- What a donor agrees to or objects to, said behind the link.
CREATE OR REPLACE FUNCTION core.consent_by_link(p_token bytea, p_caller integer, p_purpose text, p_given boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_donor bigint := core.donor_of_link(p_token, p_caller);
    v_org integer := context.org();
BEGIN
    IF v_donor IS NULL OR p_purpose NOT IN ('papers', 'mail') THEN RETURN false; END IF;
    PERFORM FROM core.donor WHERE org_id = v_org AND donor_id = v_donor FOR NO KEY UPDATE;
    -- Said twice, it is written once.
    IF (SELECT c.given FROM core.donor_consent AS c WHERE c.org_id = v_org AND c.donor_id = v_donor AND c.purpose = p_purpose
         ORDER BY c.nth DESC LIMIT 1) IS NOT DISTINCT FROM p_given THEN RETURN true; END IF;
    INSERT INTO core.donor_consent (org_id, donor_id, nth, purpose, given, how)
    SELECT v_org, v_donor, coalesce(max(nth), 0) + 1, p_purpose, p_given, 'donor-link'
      FROM core.donor_consent WHERE org_id = v_org AND donor_id = v_donor AND purpose = p_purpose;
    UPDATE core.donor SET mail_opposed = NOT p_given WHERE org_id = v_org AND donor_id = v_donor AND p_purpose = 'mail';
    PERFORM audit.append_one('donor', v_donor, 'record-donor-consent', '{}');
    RETURN true;
END $$;
