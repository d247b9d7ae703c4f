-- The shelf as the public sees it, and what somebody with a voucher may keep from it.

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
