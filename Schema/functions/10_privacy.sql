-- What goes, and when. Rows of people are deleted here and nowhere else: no login may delete, and the owner's own policies let go
-- only what an erasure names or a clock has run out for.

-- Deletes the file of a household. On request nothing may be open; on its clock two years have passed since the last contact.
-- Numbers of sales and the keyed hashes of the quota stay, without a name; the statistics keep the count.
CREATE OR REPLACE FUNCTION social.erase_household(p_household bigint, p_cause text)
    RETURNS TABLE (applications integer, vouchers integer, quota_keys integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    h social.household;
    t timestamptz;
    v_today date;
    v_files bigint[];
    v_approvals bigint[];
    v_holds text[];
    v_vouchers integer;
    v_slots integer;
BEGIN
    PERFORM FROM social.approval AS a WHERE a.org_id = v_org AND a.household_id = p_household ORDER BY a.approval_id FOR UPDATE;
    SELECT * INTO h FROM social.household AS x WHERE x.org_id = v_org AND x.household_id = p_household FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_household', jsonb_build_object('household', p_household)); END IF;
    t := clock_timestamp();
    v_today := core.day_of(v_org, t);
    v_holds := social.household_holds(v_org, p_household, t);
    IF v_holds <> '{}' THEN
        PERFORM context.refuse('held_by_law', jsonb_build_object('subject', p_household, 'holds', array_to_string(v_holds, ', ')));
    END IF;
    SELECT coalesce(array_agg(x.application_id), '{}') INTO v_files FROM social.application AS x
     WHERE x.org_id = v_org AND x.household_id = p_household;
    SELECT coalesce(array_agg(a.approval_id), '{}') INTO v_approvals FROM social.approval AS a
     WHERE a.org_id = v_org AND a.household_id = p_household;
    INSERT INTO social.erasure (org_id, household_id, cause, last_contact_on, erased_on, applications, approvals, person_id)
    VALUES (v_org, p_household, p_cause, h.last_contact_on, v_today, v_files, v_approvals, who[2]);
    INSERT INTO social.past_count AS c (org_id, year, part, cell, applications)
    SELECT v_org, n.year, n.part, n.cell, n.applications FROM social.count_decisions(v_org, v_files) AS n
    ON CONFLICT ON CONSTRAINT past_count_key DO UPDATE SET applications = c.applications + excluded.applications;

    WITH nameless AS (
        UPDATE core.voucher AS v SET first_name = '', initial = '', revoked_reason = NULL, approval_id = NULL, erased_at = t
         WHERE v.org_id = v_org AND v.approval_id = ANY (v_approvals) RETURNING v.voucher_id
    ) SELECT count(*)::integer INTO v_vouchers FROM nameless;
    DELETE FROM core.document_pdf AS p USING core.document AS d JOIN core.voucher AS v ON v.org_id = d.org_id AND v.voucher_id = d.voucher_id
     WHERE d.org_id = v_org AND p.org_id = v_org AND (p.kind, p.year, p.no) = (d.kind, d.year, d.no) AND v.erased_at = t;
    DELETE FROM core.document_content AS p USING core.document AS d JOIN core.voucher AS v ON v.org_id = d.org_id AND v.voucher_id = d.voucher_id
     WHERE d.org_id = v_org AND p.org_id = v_org AND (p.kind, p.year, p.no) = (d.kind, d.year, d.no) AND v.erased_at = t;
    DELETE FROM social.quota_slot AS s WHERE s.org_id = v_org AND s.approval_id = ANY (v_approvals) AND lower(s.during) + interval '24 months' <= t;
    WITH unnamed AS (
        UPDATE social.quota_slot AS s SET approval_id = NULL, erased_at = t
         WHERE s.org_id = v_org AND s.approval_id = ANY (v_approvals) RETURNING 1
    ) SELECT count(*)::integer INTO v_slots FROM unnamed;
    DELETE FROM social.waiting AS w WHERE w.org_id = v_org AND w.approval_id = ANY (v_approvals);
    DELETE FROM social.allowance AS w WHERE w.org_id = v_org AND w.approval_id = ANY (v_approvals);
    DELETE FROM social.approval AS a WHERE a.org_id = v_org AND a.approval_id = ANY (v_approvals);
    DELETE FROM social.letter AS x WHERE x.org_id = v_org AND x.application_id = ANY (v_files);
    -- Decisions and appeals hold on to each other: both go in one statement.
    WITH appeals AS (DELETE FROM social.appeal AS x WHERE x.org_id = v_org AND x.application_id = ANY (v_files))
    DELETE FROM social.decision AS x WHERE x.org_id = v_org AND x.application_id = ANY (v_files);
    DELETE FROM social.evidence AS x WHERE x.org_id = v_org AND x.application_id = ANY (v_files);
    DELETE FROM social.proof_seen AS x WHERE x.org_id = v_org AND x.application_id = ANY (v_files);
    DELETE FROM social.application AS x WHERE x.org_id = v_org AND x.household_id = p_household;
    DELETE FROM social.objection AS x WHERE x.org_id = v_org AND x.household_id = p_household;
    DELETE FROM social.adult AS x WHERE x.org_id = v_org AND x.household_id = p_household;
    DELETE FROM social.household AS x WHERE x.org_id = v_org AND x.household_id = p_household;
    PERFORM audit.append_one('household', p_household, 'erase-household', jsonb_build_object('cause', p_cause));
    RETURN QUERY SELECT cardinality(v_files), v_vouchers, v_slots;
END $$;

-- What keeps the file of a household: an open application, a voucher that serves, a refusal that may still be appealed.
CREATE OR REPLACE FUNCTION social.household_holds(p_org integer, p_household bigint, t timestamptz) RETURNS text[]
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_remove(ARRAY[
        CASE WHEN EXISTS (SELECT FROM social.application AS x WHERE x.org_id = p_org AND x.household_id = p_household
            AND x.status IN ('draft', 'submitted', 'incomplete', 'appealed')) THEN 'open_application' END,
        CASE WHEN EXISTS (SELECT FROM social.approval AS a
            JOIN core.voucher AS v ON v.org_id = a.org_id AND v.approval_id = a.approval_id AND v.revoked_at IS NULL
            JOIN core.voucher_term AS m ON m.org_id = v.org_id AND m.voucher_id = v.voucher_id AND upper(m.during) > t
           WHERE a.org_id = p_org AND a.household_id = p_household) THEN 'voucher' END,
        CASE WHEN EXISTS (SELECT FROM social.application AS x
            JOIN social.decision AS d ON d.org_id = x.org_id AND d.application_id = x.application_id AND d.outcome = 'refused'
           WHERE x.org_id = p_org AND x.household_id = p_household AND x.status = 'refused'
             AND d.decided_on + interval '2 months' >= core.day_of(p_org, t)) THEN 'appeal' END], NULL)
$$;

-- The kinds of paper whose text goes after so many months.
CREATE OR REPLACE FUNCTION core.months_of_paper(p_kind text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN p_kind IN ('rfe', 'rfp', 'adn', 'acg', 'enr', 'atv') THEN 72
                WHEN p_kind IN ('fac', 'avo', 'bdo') THEN 120
                WHEN p_kind IN ('cef', 'cde') THEN 60 END;

-- Erases text and salt, and the paper, of documents of some kinds whose months are over; number, hash and amount stay.
CREATE OR REPLACE FUNCTION core.erase_papers(p_org integer, p_kinds text[], t timestamptz) RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE n integer;
BEGIN
    DELETE FROM core.document_pdf AS p USING core.document AS d
     WHERE d.org_id = p_org AND p.org_id = p_org AND (p.kind, p.year, p.no) = (d.kind, d.year, d.no) AND d.kind = ANY (p_kinds)
       AND d.issued_at + make_interval(months => core.months_of_paper(d.kind)) <= t;
    WITH gone AS (
        DELETE FROM core.document_content AS p USING core.document AS d
         WHERE d.org_id = p_org AND p.org_id = p_org AND (p.kind, p.year, p.no) = (d.kind, d.year, d.no) AND d.kind = ANY (p_kinds)
           AND d.issued_at + make_interval(months => core.months_of_paper(d.kind)) <= t
        RETURNING 1
    ) SELECT count(*)::integer INTO n FROM gone;
    RETURN n;
END $$;

-- Takes everything about a donor away but the gifts themselves; receipts and register keep their own clocks.
CREATE OR REPLACE FUNCTION core.unname_donor(p_org integer, p_donor bigint, t timestamptz) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.donor SET name = '–', siren = NULL, siret = NULL, address = '{}', email = NULL, phone = NULL, erased_at = t
     WHERE org_id = p_org AND donor_id = p_donor;
    UPDATE core.donor_contact SET name = '–', role = NULL, email = NULL, phone = NULL WHERE org_id = p_org AND donor_id = p_donor;
    UPDATE core.donation SET handed_over_by = NULL WHERE org_id = p_org AND donor_id = p_donor AND handed_over_by IS NOT NULL;
    UPDATE core.announced_line AS l SET description = NULL FROM core.announcement AS a JOIN core.donation AS g
            ON g.org_id = a.org_id AND g.donation_id = a.donation_id
     WHERE a.org_id = p_org AND g.donor_id = p_donor AND l.org_id = p_org AND l.announcement_id = a.announcement_id
       AND l.description IS NOT NULL;
    DELETE FROM core.announced_list AS f USING core.announcement AS a JOIN core.donation AS g
            ON g.org_id = a.org_id AND g.donation_id = a.donation_id
     WHERE a.org_id = p_org AND g.donor_id = p_donor AND f.org_id = p_org AND f.announcement_id = a.announcement_id;
END $$;

-- Runs every clock of the house once. What it answers names no family: a clock, how many went, how many stay, when the next goes.
CREATE OR REPLACE FUNCTION core.run_retention()
    RETURNS TABLE (clock text, gone integer, kept integer, next_on date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    t timestamptz := clock_timestamp();
    v_today date := core.day_of(v_org, clock_timestamp());
    one bigint;
    n integer := 0;
    f record;
BEGIN
    WITH dead AS (DELETE FROM social.access_log AS x WHERE x.org_id = v_org AND x.at + interval '12 months' <= t RETURNING 1)
    SELECT count(*)::integer INTO n FROM dead;
    RETURN QUERY SELECT 'income_readings', n, count(*)::integer, core.day_of(v_org, min(x.at) + interval '12 months')
      FROM social.access_log AS x WHERE x.org_id = v_org;

    WITH dead AS (UPDATE social.kept_answer AS x SET outcome = NULL, content_sha256 = '\x'
                   WHERE x.org_id = v_org AND x.outcome IS NOT NULL AND x.at + interval '12 months' <= t RETURNING 1)
    SELECT count(*)::integer INTO n FROM dead;
    RETURN QUERY SELECT 'income_answers', n, count(*)::integer, core.day_of(v_org, min(x.at) + interval '12 months')
      FROM social.kept_answer AS x WHERE x.org_id = v_org AND x.outcome IS NOT NULL;

    WITH dead AS (DELETE FROM core.sign_in_attempt AS x WHERE x.org_id = v_org AND x.at + interval '12 months' <= t RETURNING 1)
    SELECT count(*)::integer INTO n FROM dead;
    RETURN QUERY SELECT 'sign_in_attempts', n, count(*)::integer, core.day_of(v_org, min(x.at) + interval '12 months')
      FROM core.sign_in_attempt AS x WHERE x.org_id = v_org;

    n := 0;
    FOR one IN SELECT h.household_id FROM social.household AS h
            WHERE h.org_id = v_org AND h.last_contact_on + interval '2 years' <= v_today ORDER BY h.household_id LOOP
        IF social.household_holds(v_org, one, t) = '{}' THEN
            SELECT * INTO f FROM social.erase_household(one, 'clock');
            n := n + f.applications;
        END IF;
    END LOOP;
    RETURN QUERY SELECT 'applications', n, (SELECT count(*)::integer FROM social.application AS x WHERE x.org_id = v_org),
        (SELECT (min(h.last_contact_on) + interval '2 years')::date FROM social.household AS h WHERE h.org_id = v_org);

    WITH dead AS (DELETE FROM social.quota_slot AS x WHERE x.org_id = v_org AND lower(x.during) + interval '24 months' <= t RETURNING 1)
    SELECT count(*)::integer INTO n FROM dead;
    RETURN QUERY SELECT 'quota_keys', n, count(*)::integer, core.day_of(v_org, min(lower(x.during)) + interval '24 months')
      FROM social.quota_slot AS x WHERE x.org_id = v_org;

    FOR f IN SELECT * FROM (VALUES ('receipts', ARRAY['rfe', 'rfp', 'adn', 'acg', 'enr', 'atv']), ('sale_papers', ARRAY['fac', 'avo', 'bdo']),
            ('erasure_proofs', ARRAY['cef', 'cde'])) AS k (clock, kinds) LOOP
        n := core.erase_papers(v_org, f.kinds, t);
        RETURN QUERY SELECT f.clock, n, count(*)::integer,
            core.day_of(v_org, min(d.issued_at + make_interval(months => core.months_of_paper(d.kind))))
          FROM core.document_content AS p JOIN core.document AS d ON d.org_id = p.org_id AND (d.kind, d.year, d.no) = (p.kind, p.year, p.no)
         WHERE p.org_id = v_org AND p.kind = ANY (f.kinds);
    END LOOP;

    WITH dead AS (UPDATE core.register_source AS x SET salt = NULL, source = NULL
                   WHERE x.org_id = v_org AND x.source IS NOT NULL AND make_date(x.year + 6, 1, 1) <= v_today RETURNING 1)
    SELECT count(*)::integer INTO n FROM dead;
    RETURN QUERY SELECT 'register_sources', n, count(*)::integer, make_date(min(x.year) + 6, 1, 1)
      FROM core.register_source AS x WHERE x.org_id = v_org AND x.source IS NOT NULL;

    n := 0;
    FOR one IN SELECT d.donor_id FROM core.donor AS d
            WHERE d.org_id = v_org AND d.kind = 'individual' AND d.erased_at IS NULL AND d.created_at + interval '6 years' <= t
              AND NOT EXISTS (SELECT FROM core.donation AS g WHERE g.org_id = v_org AND g.donor_id = d.donor_id
                    AND coalesce(g.received_on, g.announced_on, g.created_at::date) + interval '6 years' > v_today) LOOP
        PERFORM core.unname_donor(v_org, one, t);
        n := n + 1;
    END LOOP;
    RETURN QUERY SELECT 'donors', n, count(*)::integer, NULL::date
      FROM core.donor AS d WHERE d.org_id = v_org AND d.kind = 'individual' AND d.erased_at IS NULL;

    n := core.lapse_announcements(v_org, who[2], t, core.months_of_announcement(v_org, v_today));
    RETURN QUERY SELECT 'announcements', n, count(*)::integer,
        core.day_of(v_org, min(a.at) + make_interval(months => core.months_of_announcement(v_org, v_today)))
      FROM core.announcement AS a WHERE a.org_id = v_org AND a.outcome IS NULL;
    PERFORM audit.append_one('house', v_org, 'run-retention', '{}');
END $$;

-- A donor asks to be forgotten: what no law keeps goes now. Answers how many papers and lines of the register stay.
CREATE OR REPLACE FUNCTION core.erase_donor(p_donor bigint) RETURNS TABLE (receipts integer, register_lines integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_erased timestamptz;
BEGIN
    PERFORM core.require_second('erase-donor');
    SELECT d.erased_at INTO v_erased FROM core.donor AS d WHERE d.org_id = who[1] AND d.donor_id = p_donor FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_donor', jsonb_build_object('donor', p_donor)); END IF;
    IF v_erased IS NOT NULL THEN PERFORM context.refuse('already_erased', jsonb_build_object('subject', p_donor)); END IF;
    PERFORM core.unname_donor(who[1]::integer, p_donor, clock_timestamp());
    PERFORM audit.append_one('donor', p_donor, 'erase-donor', '{}');
    RETURN QUERY SELECT
        (SELECT count(*)::integer FROM core.document_content AS p
           JOIN core.document AS d ON d.org_id = p.org_id AND (d.kind, d.year, d.no) = (p.kind, p.year, p.no)
           JOIN core.donation AS g ON g.org_id = d.org_id AND g.donation_id = d.donation_id
          WHERE p.org_id = who[1] AND g.donor_id = p_donor),
        (SELECT count(*)::integer FROM core.register_source AS x
           JOIN core.register_line AS l ON l.org_id = x.org_id AND l.year = x.year AND l.no = x.no
           JOIN core.donation AS g ON g.org_id = l.org_id AND g.donation_id = l.donation_id
          WHERE x.org_id = who[1] AND g.donor_id = p_donor AND x.source IS NOT NULL);
END $$;

-- A former member of the staff asks to be forgotten: the acts stay under their number.
CREATE OR REPLACE FUNCTION core.erase_person(p_login text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_person bigint;
    t timestamptz := clock_timestamp();
BEGIN
    PERFORM core.require_second('erase-person');
    SELECT person_id INTO v_person FROM core.person WHERE org_id = who[1] AND login = p_login FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_person', jsonb_build_object('login', p_login)); END IF;
    PERFORM FROM core.person_role WHERE org_id = who[1] AND person_id = v_person AND t <@ during;
    IF FOUND THEN PERFORM context.refuse('person_still_active', jsonb_build_object('login', p_login)); END IF;
    UPDATE core.person SET login = 'former-' || v_person, name = '–', email = NULL, password_hash = NULL, pin_hash = NULL,
           active_during = tstzrange(lower(active_during), least(upper(active_during), t))
     WHERE org_id = who[1] AND person_id = v_person;
    UPDATE core.sign_in_attempt SET account = 'former-' || v_person, address = '' WHERE org_id = who[1] AND account = p_login;
    UPDATE core.identity SET ended_at = coalesce(ended_at, t) WHERE org_id = who[1] AND person_id = v_person;
    UPDATE core.second_factor SET is_required = false, sealed_secret = NULL, sealed_draft = NULL, recovery_hashes = '{}'
     WHERE org_id = who[1] AND person_id = v_person;
    UPDATE core.invitation SET until = least(until, t) WHERE org_id = who[1] AND person_id = v_person;
    UPDATE core.session SET revoked_at = t, workstation = NULL WHERE org_id = who[1] AND person_id = v_person;
    UPDATE core.api_token SET revoked_at = coalesce(revoked_at, t) WHERE org_id = who[1] AND person_id = v_person;
    PERFORM audit.append_one('person', v_person, 'erase-person', '{}');
    RETURN v_person;
END $$;

-- What a household bought, got and waits for, for its members to read: the machine, the money, what came back, the papers.
CREATE OR REPLACE FUNCTION social.purchases_of(p_household bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_org integer := (context.require())[1];
BEGIN
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('sale', s.sale_id, 'device_id', s.device_id, 'kind', s.kind, 'maker', d.maker,
            'model', d.model, 'serial', d.serial, 'grade', s.grade, 'sold_at', s.sold_at, 'price_cents', s.price_cents, 'status', s.status,
            'voucher_id', s.voucher_id, 'warranty_until', s.warranty_until,
            'payments', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', p.at, 'method', p.method, 'amount_cents', p.cents) ORDER BY p.nth), '[]')
                FROM core.payment AS p WHERE p.org_id = s.org_id AND p.sale_id = s.sale_id),
            'returns', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', r.at, 'cause', r.cause, 'fault', r.fault,
                    'refund_cents', r.refund_cents) ORDER BY r.return_id), '[]')
                FROM core.device_return AS r WHERE r.org_id = s.org_id AND r.sale_id = s.sale_id),
            'cases', (SELECT coalesce(jsonb_agg(jsonb_build_object('opened_on', w.opened_on, 'fault', w.fault, 'outcome', w.outcome,
                    'closed_on', w.closed_on) ORDER BY w.case_id), '[]')
                FROM core.warranty_case AS w WHERE w.org_id = s.org_id AND w.sale_id = s.sale_id),
            'papers', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', o.number, 'issued_at', o.issued_at,
                    'amount_cents', o.amount_cents) ORDER BY o.number), '[]')
                FROM core.document AS o WHERE o.org_id = s.org_id AND o.sale_id = s.sale_id)) ORDER BY s.sale_id), '[]')
          FROM social.approval AS a
          JOIN core.voucher AS v ON v.org_id = a.org_id AND v.approval_id = a.approval_id
          JOIN core.sale AS s ON s.org_id = v.org_id AND s.voucher_id = v.voucher_id
          JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
         WHERE a.org_id = v_org AND a.household_id = p_household);
END $$;

-- The machines that were kept for it.
CREATE OR REPLACE FUNCTION social.reservations_of(p_household bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_org integer := (context.require())[1];
BEGIN
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('device_id', r.device_id, 'voucher_id', r.voucher_id, 'from', lower(r.during),
            'until', upper(r.during), 'ended_at', r.ended_at) ORDER BY r.reservation_id), '[]')
          FROM social.approval AS a
          JOIN core.voucher AS v ON v.org_id = a.org_id AND v.approval_id = a.approval_id
          JOIN core.reservation AS r ON r.org_id = v.org_id AND r.voucher_id = v.voucher_id
         WHERE a.org_id = v_org AND a.household_id = p_household);
END $$;

-- Everything that the house holds about a member of its staff, for that person to read; secrets as yes or no.
CREATE OR REPLACE FUNCTION core.export_person(p_login text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    p core.person;
BEGIN
    SELECT * INTO p FROM core.person WHERE org_id = who[1] AND login = p_login;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_person', jsonb_build_object('login', p_login)); END IF;
    PERFORM audit.append_one('person', p.person_id, 'export-person', '{}');
    RETURN jsonb_build_object('person', p.person_id, 'login', p.login, 'name', p.name, 'language', p.language, 'email', p.email,
        'from', lower(p.active_during), 'until', upper(p.active_during), 'has_password', p.password_hash IS NOT NULL, 'has_pin', p.pin_hash IS NOT NULL,
        'has_second_factor', EXISTS (SELECT FROM core.second_factor AS f WHERE f.org_id = who[1] AND f.person_id = p.person_id AND f.sealed_secret IS NOT NULL),
        'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'from', lower(r.during), 'until', upper(r.during))
                     ORDER BY r.role, lower(r.during)), '[]') FROM core.person_role AS r WHERE r.org_id = who[1] AND r.person_id = p.person_id),
        'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('opened_at', s.opened_at, 'seen_at', s.seen_at, 'workstation', s.workstation)
                     ORDER BY s.opened_at), '[]') FROM core.session AS s WHERE s.org_id = who[1] AND s.person_id = p.person_id),
        'acts', (SELECT count(*) FROM audit.event AS e WHERE e.org_id = who[1] AND e.person_id = p.person_id),
        'incomes_looked_at', (SELECT count(*) FROM social.access_log AS a WHERE a.org_id = who[1] AND a.person_id = p.person_id));
END $$;
