-- Machines that leave without a sale, and machines that come back.

-- A machine comes back from a buyer or a placement. The sale ends, the money is reversed as far as it is refunded, a new stay begins;
-- within 14 days or for a warranty replacement the quota is free again. A withdrawal gives back all that was paid, whether an amount is
-- named or not; otherwise no amount means that nothing is refunded.
CREATE OR REPLACE FUNCTION core.take_back(p_device bigint, p_cause text, p_fault text, p_refund bigint)
    RETURNS TABLE (return_id bigint, sale_id bigint, new_stay integer, refund_cents bigint)
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
    v_refund bigint := p_refund;
    v_left bigint;
    f core.transfer;
    t timestamptz := clock_timestamp();
BEGIN
    IF p_refund > 0 THEN
        PERFORM core.require_open_day(v_org, t);
    ELSE
        -- Whether money will move is known only once the sale is read, and a closing is waited for before any row is.
        PERFORM pg_advisory_xact_lock_shared(7302, v_org);
    END IF;
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
    v_refund := coalesce(p_refund, CASE WHEN p_cause = 'withdrawal_14_days' THEN v_paid ELSE 0 END);
    IF p_cause = 'withdrawal_14_days' AND v_refund <> v_paid THEN
        PERFORM context.refuse('withdrawal_refunds_all', jsonb_build_object('device', p_device, 'refund', v_refund, 'paid', v_paid));
    END IF;
    IF v_refund > 0 THEN PERFORM core.require_open_day(v_org, t); END IF;
    v_left := v_refund;
    v_stay := core.open_stay(p_device, 'return', NULL);
    INSERT INTO core.device_return (org_id, device_id, sale_id, placement_id, cause, fault, refund_cents, new_stay, person_id)
    VALUES (v_org, p_device, s.sale_id, p.placement_id, p_cause, p_fault, v_refund, v_stay, who[2]) RETURNING core.device_return.return_id INTO v_return;
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
        jsonb_build_object('return', v_return, 'sale', s.sale_id, 'cause', p_cause, 'refund_cents', v_refund));
    RETURN QUERY SELECT v_return, s.sale_id, v_stay, v_refund;
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
    IF p_until < core.day_of(who[1]::integer, clock_timestamp()) THEN PERFORM context.refuse('back_dated', jsonb_build_object('day', p_until)); END IF;
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
