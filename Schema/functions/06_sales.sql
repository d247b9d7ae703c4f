-- The counter's doors. The price is asked of the database because the bracket never leaves the social schema.

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
    IF d.grade IS NULL THEN PERFORM context.refuse('device_not_on_offer', jsonb_build_object('device', p_device, 'state', d.state)); END IF;
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

-- Money moves on days that are open. Sales and refunds share this lock, a closing waits for all of them and keeps the next ones out,
-- so that no transfer can slip under a total that was drawn.
CREATE OR REPLACE FUNCTION core.require_open_day(p_org integer, t timestamptz) RETURNS date
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE v_today date;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7302, p_org);
    v_today := core.day_of(p_org, t);
    IF EXISTS (SELECT FROM core.closing WHERE org_id = p_org AND v_today <@ during) THEN
        PERFORM context.refuse('day_closed', jsonb_build_object('day', v_today));
    END IF;
    RETURN v_today;
END $$;

-- Sells or, at price 0, gives. One transaction decides everything: the approval is locked and its term checked by the clock that
-- runs, the quota taken for every adult, the money counted down to zero, the step recorded; the keys prove the rest.
CREATE OR REPLACE FUNCTION core.sell(p_code text, p_device bigint, p_price bigint, p_adjustment text,
        p_methods text[], p_cents bigint[], p_tendered bigint[], p_instalments smallint)
    RETURNS TABLE (sale_id bigint, price_cents bigint, sold_on date, warranty_until date, presumption_until date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v core.voucher;
    v_term tstzrange;
    q record;
    f record;
    d core.device;
    v_offer core.offer;
    v_lowering core.lowered_price;
    t timestamptz;
    v_sale bigint := nextval('core.sale_sale_id_seq');
    v_today date;
    v_group text;
    v_due bigint := p_price;
    i integer;
BEGIN
    v_today := core.require_open_day(v_org, clock_timestamp());
    SELECT * INTO v FROM core.voucher WHERE org_id = v_org AND code = p_code;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_unknown', jsonb_build_object('voucher', p_code)); END IF;
    -- One sale of a household at a time: whoever comes with another voucher of the same household waits, and meets the slots taken.
    PERFORM FROM social.approval WHERE org_id = v_org AND approval_id = v.approval_id FOR UPDATE;
    PERFORM FROM social.household AS h JOIN social.approval AS a ON a.org_id = h.org_id AND a.household_id = h.household_id
      WHERE a.org_id = v_org AND a.approval_id = v.approval_id FOR NO KEY UPDATE OF h;
    SELECT * INTO d FROM core.device WHERE org_id = v_org AND device_id = p_device FOR NO KEY UPDATE;
    t := clock_timestamp();
    SELECT * INTO q FROM core.quote(p_code, p_device);
    SELECT m.during INTO v_term FROM core.voucher_term AS m WHERE m.org_id = v_org AND m.voucher_id = v.voucher_id AND t <@ m.during;
    SELECT * INTO v_offer FROM core.offer WHERE org_id = v_org AND device_id = p_device AND withdrawn_at IS NULL;
    PERFORM core.require_not_reserved(v_org, p_device, v.voucher_id, t);
    IF p_price < q.price_cents THEN
        v_lowering := core.lowering_of(v_org, p_device, d.stay, v.voucher_id);
        IF v_lowering.cents IS DISTINCT FROM p_price AND coalesce(p_adjustment, '') <> '' THEN
            v_lowering.lowering_id := core.lower_price(p_code, p_device, p_price, p_adjustment);
            v_lowering.cents := p_price;
            v_lowering.reason := p_adjustment;
        END IF;
    END IF;
    IF p_price > q.price_cents OR (p_price < q.price_cents AND v_lowering.cents IS DISTINCT FROM p_price) THEN
        PERFORM context.refuse('price_changed', jsonb_build_object('shown', p_price, 'current', q.price_cents));
    END IF;
    INSERT INTO core.sale (org_id, sale_id, device_id, stay, kind, sold_at, delivered_on, person_id, voucher_id, voucher_term, offer_id, grade,
        grid, origin_regime, caps, cap_cents, grid_cents, price_cents, adjustment_reason, step_nth, drive_count, instalments, last_payment,
        warranty_until, presumption_until, lowering_id)
    VALUES (v_org, v_sale, p_device, d.stay, d.kind, t, v_today, who[2], v.voucher_id, v_term, v_offer.offer_id, v_offer.grade,
        q.grid, q.origin_regime, CASE WHEN q.cap_cents IS NOT NULL THEN q.caps END, q.cap_cents, q.grid_cents, p_price,
        CASE WHEN p_price < q.price_cents THEN v_lowering.reason ELSE p_adjustment END,
        d.step_nth + 1, d.drive_count, p_instalments, nullif(cardinality(p_cents), 0),
        (v_today + interval '2 years')::date, (v_today + interval '1 year')::date,
        CASE WHEN p_price < q.price_cents THEN v_lowering.lowering_id END);

    SELECT quota_group INTO v_group FROM reference.device_kind WHERE kind = d.kind;
    IF v_group IS NOT NULL THEN
        SELECT * INTO f FROM social.free_slot(v_org, v.approval_id, v_group, t);
        IF NOT FOUND THEN PERFORM context.refuse('quota_reached', jsonb_build_object('voucher', p_code, 'kind', d.kind)); END IF;
        INSERT INTO social.quota_slot (org_id, adult_key, quota_group, slot, quota, approval_id, sale_id, during)
        SELECT v_org, m.adult_key, v_group, f.slot, f.quota, v.approval_id, v_sale, tstzrange(t, t + interval '24 months')
          FROM social.adult AS m WHERE m.org_id = v_org AND m.household_id = f.household_id AND t <@ m.during
         ORDER BY m.adult_key;
        -- A household without an adult would have no quota to reach.
        IF NOT FOUND THEN PERFORM context.refuse('quota_reached', jsonb_build_object('voucher', p_code, 'kind', d.kind)); END IF;
    END IF;
    PERFORM social.note_sale(v_org, v.approval_id, d.kind, t, v_today);

    FOR i IN 1 .. cardinality(p_cents) LOOP
        INSERT INTO core.payment (org_id, sale_id, nth, method, due_before, cents, tendered_cents, person_id)
        VALUES (v_org, v_sale, i, p_methods[i], v_due, p_cents[i], p_tendered[i], who[2]);
        v_due := v_due - p_cents[i];
        INSERT INTO core.transfer (org_id, sale_id, debit_account, credit_account, cents, person_id)
        VALUES (v_org, v_sale, p_methods[i], 'sales', p_cents[i], who[2]);
    END LOOP;
    IF v_due <> 0 AND p_instalments IS NULL THEN
        PERFORM context.refuse('payment_incomplete', jsonb_build_object('total', p_price, 'paid', p_price - v_due, 'missing', v_due));
    END IF;
    PERFORM core.step_with_evidence(p_device, CASE WHEN p_price = 0 THEN 'give' ELSE 'sell' END, v_sale, d.stay, NULL,
        jsonb_build_object('sale', v_sale, 'price_cents', p_price, 'voucher', v.voucher_id));
    UPDATE core.offer SET withdrawn_at = t WHERE org_id = v_org AND offer_id = v_offer.offer_id;
    UPDATE core.reservation SET ended_at = t WHERE org_id = v_org AND device_id = p_device AND ended_at IS NULL;
    RETURN QUERY SELECT v_sale, p_price, v_today, (v_today + interval '2 years')::date, (v_today + interval '1 year')::date;
END $$;

-- A later payment of a sale by instalments: the money runs on down towards nothing, on a day that is open.
CREATE OR REPLACE FUNCTION core.pay_instalment(p_sale bigint, p_methods text[], p_cents bigint[], p_tendered bigint[])
    RETURNS TABLE (paid_cents bigint, due_cents bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    s core.sale;
    v_due bigint;
    v_nth integer;
    i integer;
BEGIN
    PERFORM core.require_open_day(v_org, clock_timestamp());
    SELECT * INTO s FROM core.sale AS x WHERE x.org_id = v_org AND x.sale_id = p_sale FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_sale', jsonb_build_object('sale', p_sale)); END IF;
    SELECT coalesce(max(p.nth), 0), s.price_cents - coalesce(sum(p.cents), 0) INTO v_nth, v_due
      FROM core.payment AS p WHERE p.org_id = v_org AND p.sale_id = p_sale;
    IF v_due = 0 OR s.instalments IS NULL OR s.status <> 'active' THEN
        PERFORM context.refuse('nothing_due', jsonb_build_object('sale', p_sale));
    END IF;
    FOR i IN 1 .. cardinality(p_cents) LOOP
        INSERT INTO core.payment (org_id, sale_id, nth, method, due_before, cents, tendered_cents, person_id)
        VALUES (v_org, p_sale, v_nth + i, p_methods[i], v_due, p_cents[i], p_tendered[i], who[2]);
        v_due := v_due - p_cents[i];
        INSERT INTO core.transfer (org_id, sale_id, debit_account, credit_account, cents, person_id)
        VALUES (v_org, p_sale, p_methods[i], 'sales', p_cents[i], who[2]);
    END LOOP;
    PERFORM audit.append_one('sale', p_sale, 'pay-instalment', jsonb_build_object('due_cents', v_due));
    RETURN QUERY SELECT s.price_cents - v_due, v_due;
END $$;

-- A reservation past its day binds nobody, even before it is released.
CREATE OR REPLACE FUNCTION core.require_not_reserved(p_org integer, p_device bigint, p_voucher bigint, t timestamptz) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE v_until timestamptz;
BEGIN
    SELECT upper(during) INTO v_until FROM core.reservation
     WHERE org_id = p_org AND device_id = p_device AND ended_at IS NULL AND voucher_id <> p_voucher AND upper(during) > t;
    IF FOUND THEN
        PERFORM context.refuse('reserved_for_another', jsonb_build_object('device', p_device, 'last_day', core.last_day(p_org, v_until)));
    END IF;
END $$;

-- Keeps a device for a voucher for so many days after today, but never longer than the voucher itself.
CREATE OR REPLACE FUNCTION core.reserve(p_code text, p_device bigint, p_days integer) RETURNS TABLE (reservation_id bigint, last_day date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    d core.device;
    q record;
    t timestamptz;
    v_until timestamptz;
    v_reservation bigint;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = v_org AND device_id = p_device FOR NO KEY UPDATE;
    t := clock_timestamp();
    SELECT * INTO q FROM core.quote(p_code, p_device);
    PERFORM core.require_not_reserved(v_org, p_device, q.voucher_id, t);
    IF d.state = 'reserved' THEN
        PERFORM context.refuse('step_not_on_map', jsonb_build_object('device', p_device, 'from', d.state, 'step', 'reserve'));
    END IF;
    v_until := least(core.start_of(v_org, core.day_of(v_org, t) + p_days + 1), q.valid_until);
    INSERT INTO core.reservation (org_id, device_id, voucher_id, during)
    VALUES (v_org, p_device, q.voucher_id, tstzrange(t, v_until)) RETURNING core.reservation.reservation_id INTO v_reservation;
    PERFORM core.step_with_evidence(p_device, 'reserve', v_reservation, d.stay, NULL, jsonb_build_object('reservation', v_reservation));
    RETURN QUERY SELECT v_reservation, core.last_day(v_org, v_until);
END $$;

-- Reservations past their day go back to the shelf; safe to run as often as one likes.
CREATE OR REPLACE FUNCTION core.release_expired_reservations() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    t timestamptz := clock_timestamp();
    late bigint[];
BEGIN
    SELECT array_agg(device_id) INTO late FROM core.reservation WHERE org_id = who[1] AND ended_at IS NULL AND upper(during) <= t;
    IF late IS NULL THEN RETURN 0; END IF;
    RETURN (SELECT count(*) FROM core.take_steps(late, 'release', 'reservation expired', false) WHERE to_state IS NOT NULL);
END $$;

-- A machine comes back from a buyer or a placement. The sale ends, the money is reversed as far as it is refunded, a new stay begins;
-- within 14 days or for a warranty replacement the quota is free again.
CREATE OR REPLACE FUNCTION core.take_back(p_device bigint, p_cause text, p_fault text, p_refund bigint)
    RETURNS TABLE (return_id bigint, sale_id bigint, new_stay integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    s core.sale;
    p core.placement;
    v_today date;
    v_paid bigint;
    v_stay integer;
    v_return bigint;
    v_left bigint := p_refund;
    f core.transfer;
    t timestamptz := clock_timestamp();
BEGIN
    IF p_refund > 0 THEN PERFORM core.require_open_day(v_org, t); END IF;
    v_today := core.day_of(v_org, t);
    PERFORM FROM core.device WHERE org_id = v_org AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    SELECT * INTO s FROM core.sale WHERE org_id = v_org AND device_id = p_device AND status = 'active' FOR UPDATE;
    SELECT * INTO p FROM core.placement WHERE org_id = v_org AND device_id = p_device AND ended_at IS NULL FOR UPDATE;
    IF (p_cause = 'end_of_placement' AND p.placement_id IS NULL) OR (p_cause <> 'end_of_placement' AND s.sale_id IS NULL) THEN
        PERFORM context.refuse('nothing_to_take_back', jsonb_build_object('device', p_device));
    END IF;
    -- By instalments, less than the price may have come in.
    SELECT coalesce(sum(x.cents), 0) INTO v_paid FROM core.transfer AS x
     WHERE x.org_id = v_org AND x.sale_id = s.sale_id AND x.reverses IS NULL;
    IF p_refund > v_paid THEN
        PERFORM context.refuse('refund_over_price', jsonb_build_object('device', p_device, 'refund', p_refund, 'paid', v_paid));
    END IF;
    IF p_cause = 'withdrawal_14_days' AND s.delivered_on + 14 < v_today THEN
        PERFORM context.refuse('return_too_late', jsonb_build_object('device', p_device, 'last_day', s.delivered_on + 14));
    END IF;
    v_stay := core.open_stay(p_device, 'return', NULL);
    INSERT INTO core.device_return (org_id, device_id, sale_id, placement_id, cause, fault, refund_cents, new_stay, person_id)
    VALUES (v_org, p_device, s.sale_id, p.placement_id, p_cause, p_fault, p_refund, v_stay, who[2]) RETURNING core.device_return.return_id INTO v_return;
    UPDATE core.sale SET status = 'returned' WHERE org_id = v_org AND sale_id = s.sale_id;
    UPDATE core.placement SET ended_at = t WHERE org_id = v_org AND placement_id = p.placement_id;
    FOR f IN SELECT * FROM core.transfer AS x WHERE x.org_id = v_org AND x.sale_id = s.sale_id AND x.reverses IS NULL
            ORDER BY transfer_id LOOP
        EXIT WHEN v_left = 0;
        INSERT INTO core.transfer (org_id, sale_id, debit_account, credit_account, cents, reverses, reverses_cents, person_id)
        VALUES (v_org, s.sale_id, f.credit_account, f.debit_account, least(v_left, f.cents), f.transfer_id, f.cents, who[2]);
        v_left := v_left - least(v_left, f.cents);
    END LOOP;
    IF s.sale_id IS NOT NULL AND (p_cause = 'withdrawal_14_days' OR p_cause = 'warranty') THEN
        UPDATE social.quota_slot AS u SET during = tstzrange(lower(u.during), least(upper(u.during), t)) WHERE u.org_id = v_org AND u.sale_id = s.sale_id;
        PERFORM social.note_return(v_org, s.voucher_id, v_today);
    END IF;
    PERFORM core.step_with_evidence(p_device, 'take_back', v_return, v_stay, NULL,
        jsonb_build_object('return', v_return, 'sale', s.sale_id, 'cause', p_cause, 'refund_cents', p_refund));
    RETURN QUERY SELECT v_return, s.sale_id, v_stay;
END $$;

-- Draws the total of a day, a month or a year up to its last day, from where the closing before it ended, so that no transfer stays
-- outside. Waits for the sales under way; afterwards nothing may be sold on a day that is closed.
CREATE OR REPLACE FUNCTION core.close_period(p_period text, p_day date)
    RETURNS TABLE (nth integer, first_day date, last_day date, sales integer, total_cents bigint, perpetual_cents bigint, hash bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v_from date := date_trunc(p_period, p_day::timestamp)::date;
    v_end date := (date_trunc(p_period, p_day::timestamp) + ('1 ' || p_period)::interval)::date;
    v_today date;
    c core.closing;
    made core.closing;
    m record;
BEGIN
    PERFORM pg_advisory_xact_lock(7302, v_org);
    v_today := core.day_of(v_org, clock_timestamp());
    IF v_end > v_today + 1 THEN
        PERFORM context.refuse('period_not_over', jsonb_build_object('period', p_period, 'last_day', v_end - 1));
    END IF;
    SELECT * INTO c FROM core.closing AS x WHERE x.org_id = v_org AND x.period = p_period ORDER BY x.nth DESC LIMIT 1;
    IF upper(c.during) >= v_end THEN
        PERFORM context.refuse('period_already_closed', jsonb_build_object('period', p_period, 'last_day', upper(c.during) - 1));
    END IF;
    SELECT least(v_from, coalesce(upper(c.during), core.day_of(v_org, min(x.at)))) AS first_day,
           coalesce(sum(CASE WHEN x.credit_account = 'sales' THEN x.cents ELSE -x.cents END), 0)::bigint AS total,
           coalesce(max(x.transfer_id), c.last_transfer_id, 0) AS last_transfer INTO m
      FROM core.transfer AS x
     WHERE x.org_id = v_org AND x.at < core.start_of(v_org, v_end)
       AND (c.nth IS NULL OR x.at >= core.start_of(v_org, upper(c.during)));
    INSERT INTO core.closing (org_id, period, nth, during, sales, total_cents, perpetual_before, prev_hash, last_transfer_id, person_id)
    SELECT v_org, p_period, coalesce(c.nth, 0) + 1, daterange(m.first_day, v_end),
           (SELECT count(*) FROM core.sale AS s WHERE s.org_id = v_org AND s.delivered_on >= m.first_day AND s.delivered_on < v_end),
           m.total, coalesce(c.perpetual_cents, 0), coalesce(c.hash, '\x'), m.last_transfer, who[2]
    RETURNING * INTO made;
    PERFORM audit.append_one('closing', made.nth, 'close-' || p_period,
        jsonb_build_object('total_cents', made.total_cents, 'perpetual_cents', made.perpetual_cents, 'hash', encode(made.hash, 'hex')));
    RETURN QUERY SELECT made.nth, lower(made.during), upper(made.during) - 1, made.sales, made.total_cents, made.perpetual_cents, made.hash;
END $$;

CREATE OR REPLACE FUNCTION core.find_again(p_device bigint, p_note text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_stay integer;
    v_return bigint;
BEGIN
    PERFORM FROM core.device WHERE org_id = who[1] AND device_id = p_device AND state = 'missing' FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('not_missing', jsonb_build_object('device', p_device)); END IF;
    UPDATE core.sale SET status = 'ended' WHERE org_id = who[1] AND device_id = p_device AND status = 'active';
    UPDATE core.placement SET ended_at = clock_timestamp() WHERE org_id = who[1] AND device_id = p_device AND ended_at IS NULL;
    v_stay := core.open_stay(p_device, 'found', NULL);
    INSERT INTO core.device_return (org_id, device_id, cause, fault, new_stay, person_id)
    VALUES (who[1], p_device, 'found', p_note, v_stay, who[2]) RETURNING return_id INTO v_return;
    PERFORM core.step_with_evidence(p_device, 'triage', v_return, v_stay, NULL, jsonb_build_object('found', true));
    RETURN v_return;
END $$;

CREATE OR REPLACE FUNCTION core.place_device(p_device bigint, p_kind text, p_taker text, p_agreement text, p_until date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    d core.device;
    v_placement bigint := nextval('core.placement_placement_id_seq');
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    IF d.state <> 'in_stock' THEN
        PERFORM context.refuse('step_not_on_map', jsonb_build_object('device', p_device, 'from', d.state, 'step', 'place'));
    END IF;
    INSERT INTO core.placement (org_id, placement_id, device_id, stay, kind, taker, agreement, until, step_nth, drive_count, person_id)
    VALUES (who[1], v_placement, p_device, d.stay, p_kind, p_taker, p_agreement, p_until, d.step_nth + 1, d.drive_count, who[2]);
    PERFORM core.step_with_evidence(p_device, 'place', v_placement, d.stay, NULL, jsonb_build_object('placement', v_placement));
    UPDATE core.offer SET withdrawn_at = clock_timestamp() WHERE org_id = who[1] AND device_id = p_device AND withdrawn_at IS NULL;
    RETURN v_placement;
END $$;

CREATE OR REPLACE FUNCTION core.dispose(p_devices bigint[], p_shipment bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    one bigint;
    n integer := 0;
BEGIN
    -- Screens hold mercury or lead: never under a code of harmless waste, nor under none.
    SELECT d.device_id INTO one FROM core.device AS d JOIN core.shipment AS s ON s.org_id = d.org_id AND s.shipment_id = p_shipment
     WHERE d.org_id = who[1] AND d.device_id = ANY (p_devices) AND d.kind IN ('monitor', 'crt') AND coalesce(s.waste_code, '') NOT LIKE '%*' LIMIT 1;
    IF FOUND THEN PERFORM context.refuse('waste_code_not_for_kind', jsonb_build_object('device', one)); END IF;
    FOR one IN SELECT DISTINCT u FROM unnest(p_devices) AS u ORDER BY u LOOP
        PERFORM core.step_with_evidence(one, 'dispose', p_shipment,
            (SELECT stay FROM core.device WHERE org_id = who[1] AND device_id = one), NULL, jsonb_build_object('shipment', p_shipment));
        n := n + 1;
    END LOOP;
    RETURN n;
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
