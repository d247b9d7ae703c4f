-- Vouchers: what the social services give, what the counter may know of it, and what it pays.
-- The price is asked of the database because the bracket never leaves the social schema.

-- The last day on which a term serves, where the organisation is: terms end at the first instant of the day after it.
CREATE OR REPLACE FUNCTION core.last_day(p_org integer, p_end timestamptz) RETURNS date
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (p_end AT TIME ZONE o.time_zone)::date - 1 FROM core.organisation AS o WHERE o.org_id = p_org
$$;

CREATE OR REPLACE FUNCTION core.day_of(p_org integer, p_instant timestamptz) RETURNS date
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (p_instant AT TIME ZONE o.time_zone)::date FROM core.organisation AS o WHERE o.org_id = p_org
$$;

-- The first instant of a day, where the organisation is.
CREATE OR REPLACE FUNCTION core.start_of(p_org integer, p_day date) RETURNS timestamptz
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT p_day::timestamp AT TIME ZONE o.time_zone FROM core.organisation AS o WHERE o.org_id = p_org
$$;

-- The first slot of a group that is free for every adult of a household; no row when the quota is used up.
CREATE OR REPLACE FUNCTION social.free_slot(p_org integer, p_approval bigint, p_group text, t timestamptz)
    RETURNS TABLE (slot smallint, quota smallint, household_id bigint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT n::smallint, w.quota, a.household_id
      FROM social.approval AS a
      JOIN social.allowance AS w ON w.org_id = a.org_id AND w.approval_id = a.approval_id AND w.quota_group = p_group
     CROSS JOIN generate_series(1, w.quota::integer) AS n
     WHERE a.org_id = p_org AND a.approval_id = p_approval
       AND NOT EXISTS (SELECT FROM social.adult AS m
             JOIN social.quota_slot AS s ON s.org_id = p_org AND s.adult_key = m.adult_key AND s.quota_group = p_group AND s.slot = n
                  AND s.during && tstzrange(t, t + interval '24 months')
            WHERE m.org_id = p_org AND m.household_id = a.household_id AND t <@ m.during)
     ORDER BY n LIMIT 1
$$;

-- What the counter may know of a voucher: the kinds, the days, and for which kinds it still serves. Why not, in one word.
CREATE OR REPLACE FUNCTION core.show_voucher(p_code text)
    RETURNS TABLE (voucher_id bigint, first_name text, initial text, kinds text[], usable_kinds text[], first_day date, last_day date,
        renewed boolean, why_not text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v core.voucher;
    t timestamptz := clock_timestamp();
    v_from timestamptz;
    v_until timestamptz;
    v_terms integer;
    v_open text[];
    v_why text;
BEGIN
    SELECT * INTO v FROM core.voucher WHERE org_id = v_org AND code = p_code;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_unknown', jsonb_build_object('voucher', p_code)); END IF;
    SELECT min(lower(m.during)), max(upper(m.during)), count(*) INTO v_from, v_until, v_terms
      FROM core.voucher_term AS m WHERE m.org_id = v_org AND m.voucher_id = v.voucher_id;
    SELECT coalesce(array_agg(k.kind ORDER BY k.kind), '{}') INTO v_open FROM reference.device_kind AS k
     WHERE k.kind = ANY (v.kinds)
       AND (k.quota_group IS NULL OR EXISTS (SELECT FROM social.free_slot(v_org, v.approval_id, k.quota_group, t)));
    v_why := CASE WHEN v.revoked_at IS NOT NULL THEN 'voucher_revoked' WHEN t < v_from THEN 'voucher_not_yet_valid'
        WHEN t >= v_until THEN 'voucher_expired' WHEN v_open = '{}' THEN 'quota_reached' END;
    RETURN QUERY SELECT v.voucher_id, v.first_name, v.initial, v.kinds, CASE WHEN v_why IS NULL THEN v_open ELSE '{}' END,
        core.day_of(v_org, v_from), core.last_day(v_org, v_until), v_terms > 1, v_why;
END $$;

-- What a voucher pays for a device today: the grid's cell, the legal cap, and the lower of the two. No bracket comes out.
CREATE OR REPLACE FUNCTION core.quote(p_code text, p_device bigint)
    RETURNS TABLE (voucher_id bigint, device_id bigint, kind text, grade text, grid text, grid_cents bigint, origin_regime text,
        caps text, cap_cents bigint, price_cents bigint, valid_until timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_org integer := context.signed_org();
    v core.voucher;
    v_term tstzrange;
    t timestamptz := clock_timestamp();
    v_bracket text;
    d record;
    q record;
    v_today date;
BEGIN
    IF v_org IS NULL THEN PERFORM context.require(); END IF;
    SELECT * INTO v FROM core.voucher WHERE org_id = v_org AND code = p_code;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_unknown', jsonb_build_object('voucher', p_code)); END IF;
    IF v.revoked_at IS NOT NULL THEN PERFORM context.refuse('voucher_revoked', jsonb_build_object('voucher', p_code)); END IF;
    SELECT m.during INTO v_term FROM core.voucher_term AS m WHERE m.org_id = v_org AND m.voucher_id = v.voucher_id AND t <@ m.during;
    IF NOT FOUND THEN PERFORM core.refuse_term(v_org, v.voucher_id, p_code, t); END IF;
    SELECT d.device_id, d.kind, d.state, s.origin_regime, o.grade,
           (SELECT x.sale_id FROM core.sale AS x WHERE x.org_id = v_org AND x.device_id = p_device AND x.status = 'active') AS sale INTO d
      FROM core.device AS d
      JOIN core.stay AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.stay = d.stay
      LEFT JOIN core.offer AS o ON o.org_id = d.org_id AND o.device_id = d.device_id AND o.withdrawn_at IS NULL
     WHERE d.org_id = v_org AND d.device_id = p_device;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    IF d.sale IS NOT NULL THEN PERFORM context.refuse('device_already_sold', jsonb_build_object('device', p_device, 'sale', d.sale)); END IF;
    IF d.grade IS NULL THEN PERFORM context.refuse('device_not_on_offer', jsonb_build_object('device', p_device) || core.state_words(d.state)); END IF;
    IF NOT d.kind = ANY (v.kinds) THEN
        PERFORM context.refuse('kind_not_allowed',
            jsonb_build_object('voucher', p_code, 'kind', d.kind, 'allowed', array_to_string(v.kinds, ', ')));
    END IF;
    SELECT a.bracket INTO v_bracket FROM social.approval AS a WHERE a.org_id = v_org AND a.approval_id = v.approval_id;
    v_today := core.day_of(v_org, t);
    SELECT p.grid, p.cents AS grid_cents, c.caps, c.cents AS cap_cents INTO q
      FROM core.rule_version AS r
      JOIN core.price AS p ON p.org_id = r.org_id AND p.grid = r.name AND p.kind = d.kind AND p.grade = d.grade AND p.bracket = v_bracket
      LEFT JOIN core.rule_version AS l ON l.org_id = v_org AND l.kind = 'public_cap' AND v_today <@ l.during
      LEFT JOIN core.price_cap AS c ON c.org_id = v_org AND c.caps = l.name AND c.kind = d.kind AND d.origin_regime = 'public_resale'
     WHERE r.org_id = v_org AND r.kind = 'price_grid' AND v_today <@ r.during;
    IF NOT FOUND THEN PERFORM context.refuse('no_price', jsonb_build_object('device', p_device, 'kind', d.kind, 'grade', d.grade)); END IF;
    IF d.origin_regime = 'public_resale' AND q.cap_cents IS NULL THEN
        PERFORM context.refuse('cap_missing', jsonb_build_object('device', p_device, 'kind', d.kind));
    END IF;
    RETURN QUERY SELECT v.voucher_id, d.device_id, d.kind, d.grade, q.grid, q.grid_cents, d.origin_regime, q.caps, q.cap_cents,
        CASE d.origin_regime WHEN 'public_no_resale' THEN 0::bigint ELSE least(q.grid_cents, q.cap_cents) END, upper(v_term);
END $$;

-- Says whether a voucher does not serve yet or no longer.
CREATE OR REPLACE FUNCTION core.refuse_term(p_org integer, p_voucher bigint, p_code text, t timestamptz) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_from timestamptz;
    v_until timestamptz;
BEGIN
    SELECT min(lower(during)), max(upper(during)) INTO v_from, v_until FROM core.voucher_term WHERE org_id = p_org AND voucher_id = p_voucher;
    IF t < v_from THEN
        PERFORM context.refuse('voucher_not_yet_valid', jsonb_build_object('voucher', p_code, 'first_day', core.day_of(p_org, v_from)));
    END IF;
    PERFORM context.refuse('voucher_expired', jsonb_build_object('voucher', p_code, 'last_day', core.last_day(p_org, v_until)));
END $$;

-- What the social services give to the shop: a code, a first name and an initial, from the first instant of a day to the last of
-- another, where the organisation is. Locks the approval as a sale does.
CREATE OR REPLACE FUNCTION social.issue_voucher(p_approval bigint, p_code text, p_first_name text, p_initial text, p_kinds text[],
        p_first_day date, p_last_day date)
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_voucher bigint;
BEGIN
    PERFORM FROM social.approval WHERE org_id = v_org AND approval_id = p_approval AND revoked_at IS NULL FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_revoked', jsonb_build_object('voucher', p_code)); END IF;
    INSERT INTO core.voucher (org_id, code, first_name, initial, kinds, approval_id, issued_by)
    VALUES (v_org, p_code, p_first_name, p_initial, p_kinds, p_approval, who[2]) RETURNING voucher_id INTO v_voucher;
    INSERT INTO core.voucher_term (org_id, voucher_id, nth, during)
    VALUES (v_org, v_voucher, 1, tstzrange(core.start_of(v_org, p_first_day), core.start_of(v_org, p_last_day + 1)));
    PERFORM audit.append_one('voucher', v_voucher, 'issue-voucher', jsonb_build_object('last_day', p_last_day));
    RETURN v_voucher;
END $$;

-- Locks what a sale locks, in its order; no row when nobody knows the code.
CREATE OR REPLACE FUNCTION core.lock_voucher(p_org integer, p_code text) RETURNS core.voucher
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE v core.voucher;
BEGIN
    PERFORM FROM social.approval AS a JOIN core.voucher AS u ON u.org_id = a.org_id AND u.approval_id = a.approval_id
      WHERE u.org_id = p_org AND u.code = p_code FOR UPDATE OF a;
    SELECT * INTO v FROM core.voucher WHERE org_id = p_org AND code = p_code FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_unknown', jsonb_build_object('voucher', p_code)); END IF;
    IF v.revoked_at IS NOT NULL THEN PERFORM context.refuse('voucher_revoked', jsonb_build_object('voucher', p_code)); END IF;
    RETURN v;
END $$;

-- One renewal, which begins where the first term ends; too late once that renewal would be over too.
CREATE OR REPLACE FUNCTION social.renew_voucher(p_code text, p_days integer) RETURNS date
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v core.voucher := core.lock_voucher(v_org, p_code);
    v_terms integer;
    v_end timestamptz;
    v_new timestamptz;
BEGIN
    SELECT count(*), max(upper(during)) INTO v_terms, v_end FROM core.voucher_term WHERE org_id = v_org AND voucher_id = v.voucher_id;
    IF v_terms > 1 THEN PERFORM context.refuse('voucher_already_renewed', jsonb_build_object('voucher', p_code)); END IF;
    v_new := core.start_of(v_org, core.day_of(v_org, v_end) + p_days);
    IF v_new <= clock_timestamp() THEN PERFORM core.refuse_term(v_org, v.voucher_id, p_code, clock_timestamp()); END IF;
    INSERT INTO core.voucher_term (org_id, voucher_id, nth, during) VALUES (v_org, v.voucher_id, 2, tstzrange(v_end, v_new));
    PERFORM social.note_renewal(v_org, v.approval_id, core.day_of(v_org, clock_timestamp()));
    PERFORM audit.append_one('voucher', v.voucher_id, 'renew-voucher', jsonb_build_object('days', p_days));
    RETURN core.last_day(v_org, v_new);
END $$;

-- Takes a voucher and its approval back; what was reserved for it goes back to the shelf.
CREATE OR REPLACE FUNCTION social.revoke_voucher(p_code text, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v core.voucher := core.lock_voucher(v_org, p_code);
    kept bigint[];
BEGIN
    UPDATE social.approval SET revoked_at = clock_timestamp() WHERE org_id = v_org AND approval_id = v.approval_id AND revoked_at IS NULL;
    UPDATE core.voucher SET revoked_at = clock_timestamp(), revoked_reason = p_reason WHERE org_id = v_org AND voucher_id = v.voucher_id;
    SELECT array_agg(device_id) INTO kept FROM core.reservation WHERE org_id = v_org AND voucher_id = v.voucher_id AND ended_at IS NULL;
    IF kept IS NOT NULL THEN PERFORM core.take_steps(kept, 'release', 'voucher revoked', false); END IF;
    PERFORM audit.append_one('voucher', v.voucher_id, 'revoke-voucher', '{}');
END $$;
