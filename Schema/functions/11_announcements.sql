-- Gifts that strangers announce, and what became of them.

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
