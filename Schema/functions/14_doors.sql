-- Prices set by hand. The counter sells at one of these and at no other price below the grid.

-- Sets what a machine costs on a voucher: by half at most, for a reason, and by two people where the house asks for it. A sale that
-- another person approved as a whole was decided by two as well.
CREATE OR REPLACE FUNCTION core.lower_price(p_code text, p_device bigint, p_cents bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    q record;
    v_proposal core.proposal;
    v_lowering bigint;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(who[1] || ':lower-price', 7305));
    PERFORM core.require_second('lower-price');
    SELECT * INTO q FROM core.quote(p_code, p_device);
    IF p_cents >= q.price_cents OR 2 * p_cents + 1 < q.price_cents OR p_cents <= 0 THEN
        PERFORM context.refuse('adjustment_out_of_bounds',
            jsonb_build_object('adjusted', p_cents, 'lowest', (q.price_cents + 1) / 2, 'price', q.price_cents));
    END IF;
    IF core.is_seconded() THEN
        SELECT * INTO v_proposal FROM core.proposal
         WHERE org_id = who[1] AND proposal_id = current_setting('moulin.proposal')::bigint;
    END IF;
    INSERT INTO core.lowered_price (org_id, device_id, stay, voucher_id, cents, reason, person_id, takes_two, proposal_id, proposed_by)
    VALUES (who[1], p_device, (SELECT stay FROM core.device WHERE org_id = who[1] AND device_id = p_device), q.voucher_id, p_cents,
        p_reason, who[2], EXISTS (SELECT FROM core.two_person_rule WHERE org_id = who[1] AND act = 'lower-price' AND clock_timestamp() <@ during),
        v_proposal.proposal_id, v_proposal.proposed_by)
    RETURNING lowering_id INTO v_lowering;
    PERFORM audit.append_one('device', p_device, 'lower-price',
        jsonb_build_object('lowering', v_lowering, 'price_cents', p_cents, 'from_cents', q.price_cents, 'reason', p_reason));
    RETURN v_lowering;
END $$;

-- The price that was set last for a machine on a voucher, while no sale has used it.
CREATE OR REPLACE FUNCTION core.lowering_of(p_org integer, p_device bigint, p_stay integer, p_voucher bigint) RETURNS core.lowered_price
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT l FROM core.lowered_price AS l
     WHERE l.org_id = p_org AND l.device_id = p_device AND l.stay = p_stay AND l.voucher_id = p_voucher
       AND NOT EXISTS (SELECT FROM core.sale AS s WHERE s.org_id = l.org_id AND s.lowering_id = l.lowering_id)
     ORDER BY l.lowering_id DESC LIMIT 1
$$;

-- The papers of the social desk: they name families, and only its own login reads what is in them.
CREATE OR REPLACE FUNCTION core.social_papers() RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY['bon', 'dec'];

-- The next number of a series of the social desk, and of no other.
CREATE OR REPLACE FUNCTION social.take_number(p_kind text) RETURNS TABLE (year smallint, no integer, number text, issued_on date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM context.require();
    IF NOT p_kind = ANY (core.social_papers()) THEN PERFORM context.refuse('unknown_document', jsonb_build_object('document', upper(p_kind))); END IF;
    RETURN QUERY SELECT * FROM core.take_number(p_kind);
END $$;

-- Freezes a paper of the social desk under the number just taken.
CREATE OR REPLACE FUNCTION social.freeze_paper(p_kind text, p_year smallint, p_no integer, p_content text, p_salt bytea, p_verification text,
        p_voucher bigint, p_replaces_year smallint, p_replaces_no integer)
    RETURNS bytea
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM context.require();
    IF NOT p_kind = ANY (core.social_papers()) THEN PERFORM context.refuse('unknown_document', jsonb_build_object('document', upper(p_kind))); END IF;
    RETURN core.freeze_document(p_kind, p_year, p_no, p_content, p_salt, p_verification, NULL, NULL, NULL, NULL, NULL, p_voucher, NULL,
        p_replaces_year, p_replaces_no, '{}');
END $$;

-- Keeps the drawn paper of the social desk, once.
CREATE OR REPLACE FUNCTION social.keep_pdf(p_number text, p_pdf bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    PERFORM FROM core.document WHERE org_id = who[1] AND number = p_number AND kind = ANY (core.social_papers());
    IF NOT FOUND THEN PERFORM context.refuse('unknown_document', jsonb_build_object('document', p_number)); END IF;
    RETURN core.keep_pdf(p_number, p_pdf);
END $$;

-- Papers that are not what was frozen or drawn, whoever may read them: the audit sees that they differ, and not what they say.
CREATE OR REPLACE FUNCTION core.faults_of_papers() RETURNS TABLE (fault text, object text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'content_is_not_what_was_frozen', d.number
      FROM core.document_content AS c JOIN core.document AS d USING (org_id, kind, year, no)
     WHERE sha256(c.salt || context.bytes(c.content)) <> d.commitment
    UNION ALL
    SELECT 'paper_is_not_what_was_drawn', format('%s-%s-%s', kind, year, no) FROM core.document_pdf WHERE sha256(pdf) <> pdf_sha256
$$;

-- After how many months an announced gift that nobody decided on lapses: the house's own rule of the day, six without one.
CREATE OR REPLACE FUNCTION core.months_of_announcement(p_org integer, p_day date) RETURNS integer
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce((SELECT (b.body ->> 'announcements')::integer FROM core.rule_version AS r
        JOIN core.rule_body AS b ON b.org_id = r.org_id AND b.rule_kind = r.kind AND b.rule = r.name
       WHERE r.org_id = p_org AND r.kind = 'retention' AND p_day <@ r.during), 6)
$$;

-- Lets announced gifts lapse whose months are over, with all that a stranger wrote; the number and what was offered stay to be
-- counted. A list that came with a gift which was refused goes with them. Answers how many lapsed.
CREATE OR REPLACE FUNCTION core.lapse_announcements(p_org integer, p_person bigint, t timestamptz, p_months integer) RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE gone bigint[];
BEGIN
    WITH lapsed AS (
        UPDATE core.announcement AS a SET outcome = 'lapsed', decided_at = t, decided_by = p_person, name = NULL, email = NULL,
               phone = NULL, note = NULL
         WHERE a.org_id = p_org AND a.outcome IS NULL AND a.at + make_interval(months => p_months) <= t RETURNING a.announcement_id
    ) SELECT coalesce(array_agg(announcement_id ORDER BY announcement_id), '{}') INTO gone FROM lapsed;
    UPDATE core.announced_line AS l SET description = NULL FROM core.announcement AS a
     WHERE l.org_id = p_org AND a.org_id = p_org AND a.announcement_id = l.announcement_id AND a.outcome IN ('lapsed', 'refused')
       AND a.at + make_interval(months => p_months) <= t AND l.description IS NOT NULL;
    DELETE FROM core.announced_list AS f USING core.announcement AS a
     WHERE f.org_id = p_org AND a.org_id = p_org AND a.announcement_id = f.announcement_id AND a.outcome IN ('lapsed', 'refused')
       AND a.at + make_interval(months => p_months) <= t;
    IF gone <> '{}' THEN
        PERFORM audit.append('announcement', gone, 'lapse-announcement', array_fill('{}'::jsonb, ARRAY[cardinality(gone)]));
    END IF;
    RETURN cardinality(gone);
END $$;
