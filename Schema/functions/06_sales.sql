-- Sales: the money that moves at the counter, and the closings that add it up.

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

-- The most that a consumer may pay in cash for one thing, in however many payments. PaymentRules says the same before a door is asked.
CREATE OR REPLACE FUNCTION core.cash_limit() RETURNS bigint
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$ SELECT 100000::bigint $$;

-- All cash of a sale counts together. Asked under the lock of the sale, after its payments are written.
CREATE OR REPLACE FUNCTION core.require_cash_within_limit(p_org integer, p_sale bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_cash bigint;
BEGIN
    SELECT sum(cents) INTO v_cash FROM core.payment WHERE org_id = p_org AND sale_id = p_sale AND method = 'cash';
    IF v_cash > core.cash_limit() THEN
        PERFORM context.refuse('cash_limit_exceeded', jsonb_build_object('cash', v_cash, 'limit', core.cash_limit()));
    END IF;
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
        d.step_nth + 1, d.drive_count, CASE WHEN p_price > 0 THEN p_instalments END, nullif(cardinality(p_cents), 0),
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
        INSERT INTO core.payment (org_id, sale_id, nth, method, due_before, cents, tendered_cents, instalment, person_id)
        VALUES (v_org, v_sale, i, p_methods[i], v_due, p_cents[i], p_tendered[i], CASE WHEN p_instalments IS NOT NULL THEN 1 END, who[2]);
        v_due := v_due - p_cents[i];
        INSERT INTO core.transfer (org_id, sale_id, debit_account, credit_account, cents, person_id)
        VALUES (v_org, v_sale, p_methods[i], 'sales', p_cents[i], who[2]);
    END LOOP;
    IF 'cash' = ANY (p_methods) THEN PERFORM core.require_cash_within_limit(v_org, v_sale); END IF;
    IF v_due <> 0 AND p_instalments IS NULL THEN
        PERFORM context.refuse('payment_incomplete', jsonb_build_object('total', p_price, 'paid', p_price - v_due, 'missing', v_due));
    END IF;
    PERFORM core.step_with_evidence(p_device, CASE WHEN p_price = 0 THEN 'give' ELSE 'sell' END, v_sale, d.stay, NULL,
        jsonb_build_object('sale', v_sale, 'price_cents', p_price, 'voucher', v.voucher_id));
    UPDATE core.offer SET withdrawn_at = t WHERE org_id = v_org AND offer_id = v_offer.offer_id;
    UPDATE core.reservation SET ended_at = t WHERE org_id = v_org AND device_id = p_device AND ended_at IS NULL;
    RETURN QUERY SELECT v_sale, p_price, v_today, (v_today + interval '2 years')::date, (v_today + interval '1 year')::date;
END $$;

-- A later payment of a sale by instalments: the money runs on down towards nothing, on a day that is open. What is put down together, in
-- whatever ways, is one payment of the plan, and the last one that was agreed settles. Of a plan from before they were counted, each
-- payment counts for one; where there are too many already, the next settles.
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
    v_instalment integer;
    i integer;
BEGIN
    PERFORM core.require_open_day(v_org, clock_timestamp());
    SELECT * INTO s FROM core.sale AS x WHERE x.org_id = v_org AND x.sale_id = p_sale FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_sale', jsonb_build_object('sale', p_sale)); END IF;
    SELECT coalesce(max(p.nth), 0), s.price_cents - coalesce(sum(p.cents), 0), coalesce(max(coalesce(p.instalment, p.nth)), 0) + 1
      INTO v_nth, v_due, v_instalment
      FROM core.payment AS p WHERE p.org_id = v_org AND p.sale_id = p_sale;
    IF v_due = 0 OR s.instalments IS NULL OR s.status <> 'active' THEN
        PERFORM context.refuse('nothing_due', jsonb_build_object('sale', p_sale));
    END IF;
    FOR i IN 1 .. cardinality(p_cents) LOOP
        INSERT INTO core.payment (org_id, sale_id, nth, method, due_before, cents, tendered_cents, instalment, person_id)
        VALUES (v_org, p_sale, v_nth + i, p_methods[i], v_due, p_cents[i], p_tendered[i], least(v_instalment, s.instalments), who[2]);
        v_due := v_due - p_cents[i];
        INSERT INTO core.transfer (org_id, sale_id, debit_account, credit_account, cents, person_id)
        VALUES (v_org, p_sale, p_methods[i], 'sales', p_cents[i], who[2]);
    END LOOP;
    IF 'cash' = ANY (p_methods) THEN PERFORM core.require_cash_within_limit(v_org, p_sale); END IF;
    IF v_instalment >= s.instalments AND v_due > 0 THEN
        PERFORM context.refuse('last_instalment_settles', jsonb_build_object('sale', p_sale, 'count', s.instalments, 'missing', v_due));
    END IF;
    PERFORM audit.append_one('sale', p_sale, 'pay-instalment', jsonb_build_object('due_cents', v_due));
    RETURN QUERY SELECT s.price_cents - v_due, v_due;
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
    v_opened date;
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
    -- The till opens with the house, or with the first money that moved, if that is older.
    SELECT least(core.day_of(v_org, o.created_at), core.day_of(v_org, (SELECT min(x.at) FROM core.transfer AS x WHERE x.org_id = v_org)))
      INTO v_opened FROM core.organisation AS o WHERE o.org_id = v_org;
    IF v_end <= v_opened THEN
        PERFORM context.refuse('till_not_open_yet', jsonb_build_object('last_day', v_end - 1, 'first_day', v_opened));
    END IF;
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
