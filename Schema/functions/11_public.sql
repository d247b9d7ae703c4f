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
BEGIN
    IF v_donor IS NULL THEN RETURN NULL; END IF;
    given := ARRAY(SELECT g.donation_id FROM core.donation AS g JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
        WHERE g.org_id = v_org AND (o.donor_id = v_donor OR o.merged_into = v_donor) ORDER BY g.donation_id DESC LIMIT 200);
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
            FROM core.donation AS g WHERE g.org_id = v_org AND g.donation_id = ANY (given)), '[]'),
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

-- Writes down one announced gift and nothing else, and answers its number. The same token again changes nothing and answers the same.
-- A confirmation leaves by mail for whoever agreed to it; what it says is fixed here but for the link.
CREATE OR REPLACE FUNCTION core.announce_gift(p_token bytea, p_caller integer, p_gift jsonb, p_file_name text, p_file bytea, p_link text)
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := core.require_public();
    v_org integer := who[1];
    v_gift bigint;
    v_mail text := nullif(trim(p_gift ->> 'email'), '');
    v_says boolean := p_gift ->> 'language' = 'fr';
BEGIN
    SELECT announcement_id INTO v_gift FROM core.announcement WHERE org_id = v_org AND token_sha256 = p_token;
    IF FOUND THEN RETURN v_gift; END IF;
    PERFORM core.require_patience(v_org, 'announce', p_caller, 5);
    IF (SELECT count(*) FROM (SELECT FROM core.announcement WHERE org_id = v_org AND outcome IS NULL LIMIT 200) AS waiting) >= 200 THEN
        PERFORM context.refuse('announcements_full', '{"most": 200}');
    END IF;
    IF p_gift ->> 'donor_kind' <> 'anonymous' AND v_mail IS NULL AND nullif(trim(p_gift ->> 'phone'), '') IS NULL THEN
        PERFORM context.refuse('contact_missing', jsonb_build_object('name', p_gift ->> 'name'));
    END IF;
    PERFORM core.note_try(v_org, 'announce', p_caller);
    INSERT INTO core.announcement (org_id, token_sha256, donor_kind, name, email, phone, note, language, consents_to_mail)
    VALUES (v_org, p_token, p_gift ->> 'donor_kind', CASE WHEN p_gift ->> 'donor_kind' <> 'anonymous' THEN p_gift ->> 'name' END, v_mail,
        nullif(trim(p_gift ->> 'phone'), ''), nullif(trim(p_gift ->> 'note'), ''), p_gift ->> 'language',
        coalesce((p_gift ->> 'consents_to_mail')::boolean, false))
    RETURNING announcement_id INTO v_gift;
    INSERT INTO core.announced_line (org_id, announcement_id, line, kind, description, quantity)
    SELECT v_org, v_gift, l.nth, l.line ->> 'kind', nullif(trim(l.line ->> 'description'), ''), (l.line ->> 'quantity')::integer
      FROM jsonb_array_elements(coalesce(p_gift -> 'lines', '[]')) WITH ORDINALITY AS l (line, nth);
    IF p_file IS NOT NULL THEN
        INSERT INTO core.announced_list (org_id, announcement_id, file_name, bytes) VALUES (v_org, v_gift, p_file_name, p_file);
    END IF;
    IF v_mail ~ '^[^\s@<>,;:"]+@[^\s@<>,;:"]+$' AND (p_gift ->> 'consents_to_mail')::boolean
        AND p_link ~ '^https?://[a-z0-9.:\[\]-]{1,200}/give/[0-9a-f]{64}$' THEN
        INSERT INTO core.outbox (org_id, kind, body) VALUES (v_org, 'letter', jsonb_build_object('to', v_mail, 'name', '',
            'subject', CASE WHEN v_says THEN 'Votre don annoncé' ELSE 'The gift that you announced' END,
            'text', CASE WHEN v_says THEN E'Bonjour,\n\nmerci ! Votre annonce nous est parvenue. Suivez-la ici :\n\n' || p_link
                    || E'\n\nSi vous n''avez rien annoncé, oubliez ce message : rien d''autre ne suivra.\n'
                ELSE E'Hello,\n\nthank you! What you announced has reached us. Follow it here:\n\n' || p_link
                    || E'\n\nIf you announced nothing, forget this message: nothing else will follow.\n' END));
    END IF;
    PERFORM audit.append_one('announcement', v_gift, 'announce-gift', '{}');
    RETURN v_gift;
END $$;

-- What became of an announced gift, for whoever holds its link: never who decided.
CREATE OR REPLACE FUNCTION core.show_announcement(p_token bytea, p_caller integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := core.require_public();
    a core.announcement;
BEGIN
    PERFORM core.require_patience(who[1]::integer, 'link', p_caller, 30);
    SELECT * INTO a FROM core.announcement WHERE org_id = who[1] AND token_sha256 = p_token;
    IF NOT FOUND THEN
        PERFORM core.note_try(who[1]::integer, 'link', p_caller);
        RETURN NULL;
    END IF;
    RETURN jsonb_build_object('announcement', a.announcement_id, 'announced_on', core.day_of(a.org_id, a.at), 'outcome', a.outcome,
        'reason', a.reason, 'donation', a.donation_id,
        'status', (SELECT g.status FROM core.donation AS g WHERE g.org_id = a.org_id AND g.donation_id = a.donation_id),
        'received_on', (SELECT g.received_on FROM core.donation AS g WHERE g.org_id = a.org_id AND g.donation_id = a.donation_id),
        'house', (SELECT jsonb_build_object('name', o.name, 'phone', o.phone, 'email', o.email)
                    FROM core.organisation AS o WHERE o.org_id = a.org_id),
        'file_name', (SELECT f.file_name FROM core.announced_list AS f WHERE f.org_id = a.org_id AND f.announcement_id = a.announcement_id),
        'lines', coalesce((SELECT jsonb_agg(jsonb_build_object('kind', l.kind, 'description', l.description, 'quantity', l.quantity)
                ORDER BY l.line) FROM core.announced_line AS l WHERE l.org_id = a.org_id AND l.announcement_id = a.announcement_id), '[]'));
END $$;

-- Decides on an announced gift, once: accepted, it became that donation; refused, the reason is told. Either way it names nobody from
-- then on.
CREATE OR REPLACE FUNCTION core.decide_announcement(p_announcement bigint, p_donation bigint, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    a core.announcement;
    v_outcome text := CASE WHEN p_donation IS NULL THEN 'refused' ELSE 'accepted' END;
BEGIN
    SELECT * INTO a FROM core.announcement WHERE org_id = who[1] AND announcement_id = p_announcement FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_announcement', jsonb_build_object('announcement', p_announcement)); END IF;
    IF a.outcome IS NOT NULL THEN
        PERFORM context.refuse('announcement_decided', jsonb_build_object('announcement', p_announcement, 'outcome', a.outcome));
    END IF;
    UPDATE core.announcement SET outcome = v_outcome, donation_id = p_donation, reason = p_reason, decided_at = clock_timestamp(),
        decided_by = who[2], name = NULL, email = NULL, phone = NULL, note = NULL
     WHERE org_id = who[1] AND announcement_id = p_announcement;
    PERFORM audit.append_one('announcement', p_announcement, CASE WHEN p_donation IS NULL THEN 'refuse-announcement' ELSE 'accept-announcement' END,
        jsonb_strip_nulls(jsonb_build_object('donation', p_donation)));
END $$;

-- What a kind in a grade costs today, by bracket, as core.quote computes it: the grid, the legal cap, and the lower of the two.
CREATE OR REPLACE FUNCTION core.prices_of(p_org integer, p_kind text, p_grade text, p_regime text) RETURNS TABLE (bracket text, cents bigint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.bracket, CASE p_regime WHEN 'public_no_resale' THEN 0::bigint ELSE least(p.cents, c.cents) END
      FROM (SELECT core.day_of(p_org, clock_timestamp()) AS today) AS t
      JOIN core.rule_version AS r ON r.org_id = p_org AND r.kind = 'price_grid' AND t.today <@ r.during
      JOIN core.price AS p ON p.org_id = r.org_id AND p.grid = r.name AND p.kind = p_kind AND p.grade = p_grade
      LEFT JOIN core.rule_version AS l ON l.org_id = p_org AND l.kind = 'public_cap' AND t.today <@ l.during
      LEFT JOIN core.price_cap AS c ON c.org_id = p_org AND c.caps = l.name AND c.kind = p_kind AND p_regime = 'public_resale'
     WHERE p_regime <> 'public_resale' OR c.cents IS NOT NULL
$$;

-- What stands on the shelf and is free, with the least and the most that it costs: nothing of who gave it, nothing that identifies it.
CREATE OR REPLACE FUNCTION core.catalogue(p_kind text, p_after bigint, p_limit integer)
    RETURNS TABLE (device_id bigint, kind text, maker text, model text, cpu text, ram_mb integer, storage_gb integer, storage_kind text,
        os text, grade text, from_cents bigint, to_cents bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT d.device_id, d.kind, d.maker, d.model, d.cpu, d.ram_mb, d.storage_gb, d.storage_kind, d.os, o.grade, p.low, p.high
      FROM core.device AS d
      JOIN core.offer AS o ON o.org_id = d.org_id AND o.device_id = d.device_id AND o.withdrawn_at IS NULL
      JOIN core.stay AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.stay = d.stay
     CROSS JOIN LATERAL (SELECT min(x.cents) AS low, max(x.cents) AS high
                           FROM core.prices_of(d.org_id, d.kind, o.grade, s.origin_regime) AS x) AS p
     WHERE d.org_id = context.org() AND d.state = 'in_stock' AND d.device_id > p_after AND (p_kind IS NULL OR d.kind = p_kind)
       AND p.low IS NOT NULL
     ORDER BY d.device_id LIMIT least(p_limit, 200)
$$;

-- The same, for the public.
CREATE OR REPLACE FUNCTION core.open_catalogue(p_kind text, p_after bigint, p_limit integer)
    RETURNS TABLE (device_id bigint, kind text, maker text, model text, cpu text, ram_mb integer, storage_gb integer, storage_kind text,
        os text, grade text, from_cents bigint, to_cents bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_public();
    RETURN QUERY SELECT * FROM core.catalogue(p_kind, p_after, p_limit);
END $$;

-- The number of a voucher, for whoever holds it; an unknown code is counted against the caller: ten, and the caller waits.
CREATE OR REPLACE FUNCTION core.voucher_of_code(p_code text, p_caller integer) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := core.require_public();
    v_voucher bigint;
BEGIN
    PERFORM core.require_patience(who[1]::integer, 'voucher', p_caller, 10);
    SELECT voucher_id INTO v_voucher FROM core.voucher WHERE org_id = who[1] AND code = p_code AND erased_at IS NULL;
    IF NOT FOUND THEN PERFORM core.note_try(who[1]::integer, 'voucher', p_caller); END IF;
    RETURN v_voucher;
END $$;

-- For what a voucher still serves, and what is kept for it: never whose it is.
CREATE OR REPLACE FUNCTION core.open_voucher(p_code text, p_caller integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_voucher bigint := core.voucher_of_code(p_code, p_caller);
    v_org integer := context.org();
BEGIN
    IF v_voucher IS NULL THEN RETURN NULL; END IF;
    RETURN (SELECT jsonb_build_object('kinds', v.usable_kinds, 'last_day', v.last_day, 'why_not', v.why_not,
        'kept', coalesce((SELECT jsonb_agg(jsonb_build_object('number', d.device_id, 'kind', d.kind, 'maker', d.maker, 'model', d.model,
                'last_day', core.last_day(v_org, upper(r.during))) ORDER BY d.device_id)
            FROM core.reservation AS r JOIN core.device AS d ON d.org_id = r.org_id AND d.device_id = r.device_id
           WHERE r.org_id = v_org AND r.voucher_id = v_voucher AND r.ended_at IS NULL AND upper(r.during) > clock_timestamp()), '[]'))
      FROM core.show_voucher(p_code) AS v);
END $$;

-- What each of these machines costs with this voucher; a machine that it is not for has no row. No bracket comes out.
CREATE OR REPLACE FUNCTION core.voucher_prices(p_code text, p_caller integer, p_devices bigint[]) RETURNS TABLE (device_id bigint, cents bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_voucher bigint := core.voucher_of_code(p_code, p_caller);
    v_org integer := context.org();
    v_kinds text[];
    v_bracket text;
BEGIN
    IF v_voucher IS NULL THEN RETURN; END IF;
    SELECT v.usable_kinds INTO v_kinds FROM core.show_voucher(p_code) AS v;
    SELECT a.bracket INTO v_bracket FROM core.voucher AS v JOIN social.approval AS a ON a.org_id = v.org_id AND a.approval_id = v.approval_id
     WHERE v.org_id = v_org AND v.voucher_id = v_voucher;
    RETURN QUERY SELECT d.device_id, p.cents
      FROM core.device AS d
      JOIN core.offer AS o ON o.org_id = d.org_id AND o.device_id = d.device_id AND o.withdrawn_at IS NULL
      JOIN core.stay AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.stay = d.stay
     CROSS JOIN LATERAL core.prices_of(d.org_id, d.kind, o.grade, s.origin_regime) AS p
     WHERE d.org_id = v_org AND d.device_id = ANY (p_devices) AND d.state = 'in_stock' AND d.kind = ANY (v_kinds) AND p.bracket = v_bracket;
END $$;

-- Keeps a machine from the shelf for a voucher, seven days (rulebook 6.2), two at a time.
CREATE OR REPLACE FUNCTION core.reserve_openly(p_code text, p_caller integer, p_device bigint) RETURNS TABLE (reservation_id bigint, last_day date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_voucher bigint := core.voucher_of_code(p_code, p_caller);
    v_org integer := context.org();
    v_kind text;
    s record;
BEGIN
    IF v_voucher IS NULL THEN RETURN; END IF;
    -- One reservation of a voucher at a time, so that two at once do not both find room.
    PERFORM FROM core.voucher WHERE org_id = v_org AND voucher_id = v_voucher FOR NO KEY UPDATE;
    SELECT kind INTO v_kind FROM core.device WHERE org_id = v_org AND device_id = p_device AND state IN ('in_stock', 'reserved');
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    SELECT * INTO s FROM core.show_voucher(p_code);
    IF s.why_not IS NOT NULL OR NOT v_kind = ANY (s.usable_kinds) THEN
        PERFORM context.refuse(coalesce(s.why_not, CASE WHEN v_kind = ANY (s.kinds) THEN 'quota_reached' ELSE 'kind_not_allowed' END),
            jsonb_build_object('voucher', p_code, 'first_day', s.first_day, 'last_day', s.last_day, 'kind', v_kind,
                'allowed', array_to_string(s.kinds, ', ')));
    END IF;
    IF (SELECT count(*) FROM core.reservation AS r WHERE r.org_id = v_org AND r.voucher_id = v_voucher AND r.ended_at IS NULL
           AND upper(r.during) > clock_timestamp()) >= 2 THEN
        PERFORM context.refuse('reservations_used_up', '{"most": 2}');
    END IF;
    RETURN QUERY SELECT r.reservation_id, r.last_day FROM core.reserve(p_code, p_device, 7) AS r;
END $$;

-- Lets go a machine that is kept for this voucher; false for any other.
CREATE OR REPLACE FUNCTION core.release_openly(p_code text, p_caller integer, p_device bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_voucher bigint := core.voucher_of_code(p_code, p_caller);
    v_org integer := context.org();
BEGIN
    IF v_voucher IS NULL THEN RETURN false; END IF;
    IF NOT EXISTS (SELECT FROM core.reservation WHERE org_id = v_org AND voucher_id = v_voucher AND device_id = p_device AND ended_at IS NULL) THEN
        RETURN false;
    END IF;
    RETURN (SELECT count(*) > 0 FROM core.take_steps(ARRAY[p_device], 'release', 'let go by the family', true) AS t WHERE t.to_state IS NOT NULL);
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
