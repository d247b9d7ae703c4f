-- Machines that are kept for a voucher.

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
