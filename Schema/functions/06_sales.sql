-- The counter's doors. The price is asked of the database because the bracket never leaves the social schema.

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
    a social.approval;
    d record;
    v_today date;
BEGIN
    IF v_org IS NULL THEN PERFORM context.require(); END IF;
    SELECT * INTO v FROM core.voucher WHERE org_id = v_org AND code = p_code;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_unknown', jsonb_build_object('voucher', p_code)); END IF;
    IF v.revoked_at IS NOT NULL THEN PERFORM context.refuse('voucher_revoked', jsonb_build_object('voucher', p_code)); END IF;
    SELECT m.during INTO v_term FROM core.voucher_term AS m WHERE m.org_id = v_org AND m.voucher_id = v.voucher_id AND t <@ m.during;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_expired', jsonb_build_object('voucher', p_code)); END IF;
    SELECT d.device_id, d.kind, d.state, s.origin_regime, o.grade INTO d
      FROM core.device AS d
      JOIN core.stay AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.stay = d.stay
      LEFT JOIN core.offer AS o ON o.org_id = d.org_id AND o.device_id = d.device_id AND o.withdrawn_at IS NULL
     WHERE d.org_id = v_org AND d.device_id = p_device;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    IF d.grade IS NULL THEN PERFORM context.refuse('device_not_on_offer', jsonb_build_object('device', p_device, 'from', d.state)); END IF;
    IF NOT d.kind = ANY (v.kinds) THEN PERFORM context.refuse('kind_not_allowed', jsonb_build_object('voucher', p_code, 'kind', d.kind)); END IF;
    SELECT * INTO a FROM social.approval WHERE org_id = v_org AND approval_id = v.approval_id;
    v_today := (t AT TIME ZONE (SELECT time_zone FROM core.organisation WHERE org_id = v_org))::date;
    RETURN QUERY
    SELECT v.voucher_id, d.device_id, d.kind, d.grade, p.grid, p.cents, d.origin_regime, c.caps, c.cents,
           CASE d.origin_regime WHEN 'public_no_resale' THEN 0::bigint ELSE least(p.cents, c.cents) END, upper(v_term)
      FROM core.rule_version AS r
      JOIN core.price AS p ON p.org_id = r.org_id AND p.grid = r.name AND p.kind = d.kind AND p.grade = d.grade AND p.bracket = a.bracket
      LEFT JOIN core.rule_version AS q ON q.org_id = v_org AND q.kind = 'public_cap' AND v_today <@ q.during
      LEFT JOIN core.price_cap AS c ON c.org_id = v_org AND c.caps = q.name AND c.kind = d.kind AND d.origin_regime = 'public_resale'
     WHERE r.org_id = v_org AND r.kind = 'price_grid' AND v_today <@ r.during;
    IF NOT FOUND THEN PERFORM context.refuse('no_price', jsonb_build_object('device', p_device, 'kind', d.kind, 'grade', d.grade)); END IF;
END $$;

-- Sells or, at price 0, gives. One transaction decides everything: the approval is locked and its term checked by the clock that
-- runs, the quota taken for every adult, the money counted down to zero, the step recorded; the keys prove the rest.
CREATE OR REPLACE FUNCTION core.sell(p_code text, p_device bigint, p_price bigint, p_adjustment text,
        p_methods text[], p_cents bigint[], p_tendered bigint[], p_instalments smallint)
    RETURNS TABLE (sale_id bigint, price_cents bigint, sold_at timestamptz, warranty_until date, presumption_until date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    v core.voucher;
    v_term tstzrange;
    a social.approval;
    q record;
    d core.device;
    v_offer core.offer;
    t timestamptz;
    v_sale bigint := nextval('core.sale_sale_id_seq');
    v_today date;
    v_group text;
    v_quota smallint;
    v_slot smallint;
    v_due bigint;
    v_step text;
    i integer;
BEGIN
    SELECT * INTO v FROM core.voucher WHERE org_id = v_org AND code = p_code;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_unknown', jsonb_build_object('voucher', p_code)); END IF;
    SELECT * INTO a FROM social.approval WHERE org_id = v_org AND approval_id = v.approval_id FOR UPDATE;
    SELECT * INTO v FROM core.voucher WHERE org_id = v_org AND voucher_id = v.voucher_id;
    IF a.revoked_at IS NOT NULL OR v.revoked_at IS NOT NULL THEN
        PERFORM context.refuse('voucher_revoked', jsonb_build_object('voucher', p_code));
    END IF;
    SELECT * INTO d FROM core.device WHERE org_id = v_org AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    IF d.state = 'sold' OR d.state = 'gifted' THEN PERFORM context.refuse('device_already_sold', jsonb_build_object('device', p_device)); END IF;
    t := clock_timestamp();
    SELECT * INTO q FROM core.quote(p_code, p_device);
    SELECT m.during INTO v_term FROM core.voucher_term AS m WHERE m.org_id = v_org AND m.voucher_id = v.voucher_id AND t <@ m.during;
    SELECT * INTO v_offer FROM core.offer WHERE org_id = v_org AND device_id = p_device AND withdrawn_at IS NULL;
    IF d.state = 'reserved' AND NOT EXISTS (SELECT FROM core.reservation WHERE org_id = v_org AND device_id = p_device
            AND ended_at IS NULL AND voucher_id = v.voucher_id) THEN
        PERFORM context.refuse('reserved_for_another', jsonb_build_object('device', p_device));
    END IF;
    IF p_price > q.price_cents THEN
        PERFORM context.refuse('price_changed', jsonb_build_object('given', p_price, 'price', q.price_cents));
    END IF;
    v_today := (t AT TIME ZONE (SELECT time_zone FROM core.organisation WHERE org_id = v_org))::date;
    v_step := CASE WHEN p_price = 0 THEN 'give' ELSE 'sell' END;
    INSERT INTO core.sale (org_id, sale_id, device_id, stay, kind, sold_at, delivered_on, person_id, voucher_id, voucher_term, offer_id, grade,
        grid, origin_regime, caps, cap_cents, grid_cents, price_cents, adjustment_reason, step_nth, drive_count, instalments, last_payment,
        warranty_until, presumption_until)
    VALUES (v_org, v_sale, p_device, d.stay, d.kind, t, v_today, who[2], v.voucher_id, v_term, v_offer.offer_id, v_offer.grade,
        q.grid, q.origin_regime, CASE WHEN q.cap_cents IS NOT NULL THEN q.caps END, q.cap_cents, q.grid_cents, p_price, p_adjustment,
        d.step_nth + 1, d.drive_count, p_instalments, nullif(cardinality(p_cents), 0),
        (v_today + interval '2 years')::date, (v_today + interval '1 year')::date);

    SELECT quota_group INTO v_group FROM reference.device_kind WHERE kind = d.kind;
    IF v_group IS NOT NULL THEN
        SELECT quota INTO v_quota FROM social.allowance WHERE org_id = v_org AND approval_id = a.approval_id AND quota_group = v_group;
        SELECT min(n) INTO v_slot FROM generate_series(1, coalesce(v_quota, 0)) AS n
         WHERE NOT EXISTS (SELECT FROM social.adult AS m JOIN social.quota_slot AS s ON s.org_id = v_org AND s.adult_key = m.adult_key
                 AND s.quota_group = v_group AND s.slot = n AND s.during && tstzrange(t, t + interval '24 months')
               WHERE m.org_id = v_org AND m.household_id = a.household_id AND t <@ m.during);
        IF v_slot IS NULL THEN PERFORM context.refuse('quota_reached', jsonb_build_object('voucher', p_code, 'kind', d.kind)); END IF;
        INSERT INTO social.quota_slot (org_id, adult_key, quota_group, slot, quota, approval_id, sale_id, during)
        SELECT v_org, m.adult_key, v_group, v_slot, v_quota, a.approval_id, v_sale, tstzrange(t, t + interval '24 months')
          FROM social.adult AS m WHERE m.org_id = v_org AND m.household_id = a.household_id AND t <@ m.during
         ORDER BY m.adult_key;
        -- A household without an adult would have no quota to reach.
        IF NOT FOUND THEN PERFORM context.refuse('quota_reached', jsonb_build_object('voucher', p_code, 'kind', d.kind)); END IF;
    END IF;

    v_due := p_price;
    FOR i IN 1 .. cardinality(p_cents) LOOP
        INSERT INTO core.payment (org_id, sale_id, nth, method, due_before, cents, tendered_cents, person_id)
        VALUES (v_org, v_sale, i, p_methods[i], v_due, p_cents[i], p_tendered[i], who[2]);
        v_due := v_due - p_cents[i];
        INSERT INTO core.transfer (org_id, sale_id, debit_account, credit_account, cents, person_id)
        VALUES (v_org, v_sale, p_methods[i], 'sales', p_cents[i], who[2]);
    END LOOP;
    IF v_due <> 0 AND p_instalments IS NULL THEN
        PERFORM context.refuse('payment_incomplete', jsonb_build_object('due', v_due, 'price', p_price));
    END IF;
    PERFORM core.step_with_evidence(p_device, v_step, v_sale, d.stay, NULL,
        jsonb_build_object('sale', v_sale, 'price_cents', p_price, 'voucher', v.voucher_id));
    UPDATE core.offer SET withdrawn_at = t WHERE org_id = v_org AND offer_id = v_offer.offer_id;
    UPDATE core.reservation SET ended_at = t WHERE org_id = v_org AND device_id = p_device AND ended_at IS NULL;
    RETURN QUERY SELECT v_sale, p_price, t, (v_today + interval '2 years')::date, (v_today + interval '1 year')::date;
END $$;

CREATE OR REPLACE FUNCTION core.reserve(p_code text, p_device bigint, p_days integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    d core.device;
    q record;
    v_reservation bigint;
BEGIN
    SELECT * INTO d FROM core.device WHERE org_id = who[1] AND device_id = p_device FOR NO KEY UPDATE;
    SELECT * INTO q FROM core.quote(p_code, p_device);
    INSERT INTO core.reservation (org_id, device_id, voucher_id, during)
    VALUES (who[1], p_device, q.voucher_id, tstzrange(clock_timestamp(), clock_timestamp() + make_interval(days => p_days)))
    RETURNING reservation_id INTO v_reservation;
    PERFORM core.step_with_evidence(p_device, 'reserve', v_reservation, d.stay, NULL, jsonb_build_object('reservation', v_reservation));
    RETURN v_reservation;
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

-- A machine comes back from a buyer. The sale ends, the money is reversed as far as it is refunded, a new stay begins; within 14 days
-- or for a warranty replacement the quota is free again.
CREATE OR REPLACE FUNCTION core.take_back(p_device bigint, p_cause text, p_fault text, p_refund bigint)
    RETURNS TABLE (return_id bigint, sale_id bigint, new_stay integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    s core.sale;
    p core.placement;
    v_stay integer;
    v_return bigint;
    v_left bigint := p_refund;
    f core.transfer;
    t timestamptz := clock_timestamp();
BEGIN
    PERFORM FROM core.device WHERE org_id = v_org AND device_id = p_device FOR NO KEY UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_device', jsonb_build_object('device', p_device)); END IF;
    SELECT * INTO s FROM core.sale WHERE org_id = v_org AND device_id = p_device AND status = 'active' FOR UPDATE;
    SELECT * INTO p FROM core.placement WHERE org_id = v_org AND device_id = p_device AND ended_at IS NULL FOR UPDATE;
    IF s.sale_id IS NULL AND p.placement_id IS NULL THEN
        PERFORM context.refuse('nothing_to_take_back', jsonb_build_object('device', p_device));
    END IF;
    IF p_refund > coalesce(s.price_cents, 0) THEN
        PERFORM context.refuse('refund_over_price', jsonb_build_object('refund', p_refund, 'price', coalesce(s.price_cents, 0)));
    END IF;
    IF p_cause = 'withdrawal_14_days' AND s.sold_at + interval '14 days' < t THEN
        PERFORM context.refuse('withdrawal_too_late', jsonb_build_object('device', p_device, 'sold_on', s.delivered_on));
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
    -- By instalments, less than the price may have come in.
    IF v_left > 0 THEN
        PERFORM context.refuse('refund_over_price', jsonb_build_object('refund', p_refund, 'price', p_refund - v_left));
    END IF;
    IF s.sale_id IS NOT NULL AND (p_cause = 'withdrawal_14_days' OR p_cause = 'warranty') THEN
        UPDATE social.quota_slot AS u SET during = tstzrange(lower(u.during), least(upper(u.during), t)) WHERE u.org_id = v_org AND u.sale_id = s.sale_id;
    END IF;
    PERFORM core.step_with_evidence(p_device, 'take_back', v_return, v_stay, NULL,
        jsonb_build_object('return', v_return, 'sale', s.sale_id, 'cause', p_cause, 'refund_cents', p_refund));
    RETURN QUERY SELECT v_return, s.sale_id, v_stay;
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
    FOR one IN SELECT DISTINCT u FROM unnest(p_devices) AS u ORDER BY u LOOP
        PERFORM core.step_with_evidence(one, 'dispose', p_shipment,
            (SELECT stay FROM core.device WHERE org_id = who[1] AND device_id = one), NULL, jsonb_build_object('shipment', p_shipment));
        n := n + 1;
    END LOOP;
    RETURN n;
END $$;

-- What the social services give to the shop: a code, a first name and an initial. Locks the approval as a sale does.
CREATE OR REPLACE FUNCTION social.issue_voucher(p_approval bigint, p_code text, p_first_name text, p_initial text, p_kinds text[], p_during tstzrange)
    RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_voucher bigint;
BEGIN
    INSERT INTO core.voucher (org_id, code, first_name, initial, kinds, approval_id, issued_by)
    VALUES (who[1], p_code, p_first_name, p_initial, p_kinds, p_approval, who[2]) RETURNING voucher_id INTO v_voucher;
    INSERT INTO core.voucher_term (org_id, voucher_id, nth, during) VALUES (who[1], v_voucher, 1, p_during);
    PERFORM audit.append_one('voucher', v_voucher, 'issue-voucher', jsonb_build_object('until', upper(p_during)));
    RETURN v_voucher;
END $$;

CREATE OR REPLACE FUNCTION social.renew_voucher(p_code text, p_days integer) RETURNS timestamptz
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v core.voucher;
    v_end timestamptz;
BEGIN
    SELECT * INTO v FROM core.voucher WHERE org_id = who[1] AND code = p_code FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_unknown', jsonb_build_object('voucher', p_code)); END IF;
    IF v.revoked_at IS NOT NULL THEN PERFORM context.refuse('voucher_revoked', jsonb_build_object('voucher', p_code)); END IF;
    SELECT max(upper(during)) INTO v_end FROM core.voucher_term WHERE org_id = who[1] AND voucher_id = v.voucher_id;
    INSERT INTO core.voucher_term (org_id, voucher_id, nth, during)
    SELECT who[1], v.voucher_id, max(nth) + 1,
           tstzrange(v_end, ((v_end AT TIME ZONE o.time_zone) + make_interval(days => p_days)) AT TIME ZONE o.time_zone)
      FROM core.voucher_term AS t, core.organisation AS o WHERE t.org_id = who[1] AND t.voucher_id = v.voucher_id AND o.org_id = who[1]
     GROUP BY o.time_zone;
    PERFORM audit.append_one('voucher', v.voucher_id, 'renew-voucher', jsonb_build_object('days', p_days));
    RETURN (SELECT max(upper(during)) FROM core.voucher_term WHERE org_id = who[1] AND voucher_id = v.voucher_id);
END $$;

CREATE OR REPLACE FUNCTION social.revoke_voucher(p_code text, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v core.voucher;
BEGIN
    SELECT * INTO v FROM core.voucher WHERE org_id = who[1] AND code = p_code;
    IF NOT FOUND THEN PERFORM context.refuse('voucher_unknown', jsonb_build_object('voucher', p_code)); END IF;
    UPDATE social.approval SET revoked_at = clock_timestamp() WHERE org_id = who[1] AND approval_id = v.approval_id AND revoked_at IS NULL;
    UPDATE core.voucher SET revoked_at = clock_timestamp(), revoked_reason = p_reason
     WHERE org_id = who[1] AND voucher_id = v.voucher_id AND revoked_at IS NULL;
    PERFORM audit.append_one('voucher', v.voucher_id, 'revoke-voucher', '{}');
END $$;
