-- The doors of the families' files. The keyed hash of an adult and the slots of a quota are read by no login: these functions
-- answer with numbers of households and with yes or no.

-- The households in which any of these adults lives now, oldest first, locked until the transaction ends.
CREATE OR REPLACE FUNCTION social.households_of(p_keys bytea[]) RETURNS SETOF bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    RETURN QUERY
    WITH home AS (
        SELECT h.household_id FROM social.household AS h
         WHERE h.org_id = who[1] AND h.household_id IN (SELECT a.household_id FROM social.adult AS a
                WHERE a.org_id = who[1] AND a.adult_key = ANY (p_keys) AND clock_timestamp() <@ a.during)
         ORDER BY h.household_id FOR UPDATE
    ) SELECT home.household_id FROM home;
END $$;

-- Lets an adult live in a household from now on, wherever they lived before.
CREATE OR REPLACE FUNCTION social.settle_adult(p_household bigint, p_key bytea, p_family text, p_given text, p_born date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    t timestamptz;
    v_left bigint;
BEGIN
    -- The household that is left as well as the one that is entered: a sale to either waits, and sees who lives there afterwards.
    PERFORM FROM social.household AS h WHERE h.org_id = who[1] AND (h.household_id = p_household
        OR h.household_id IN (SELECT a.household_id FROM social.adult AS a WHERE a.org_id = who[1] AND a.adult_key = p_key AND upper_inf(a.during)))
      ORDER BY h.household_id FOR UPDATE;
    IF NOT EXISTS (SELECT FROM social.household WHERE org_id = who[1] AND household_id = p_household) THEN
        PERFORM context.refuse('unknown_household', jsonb_build_object('household', p_household));
    END IF;
    t := clock_timestamp();
    UPDATE social.adult SET during = tstzrange(lower(during), t)
     WHERE org_id = who[1] AND adult_key = p_key AND household_id <> p_household AND upper_inf(during)
    RETURNING household_id INTO v_left;
    IF FOUND THEN PERFORM audit.append_one('household', v_left, 'adult-left', '{}'); END IF;
    UPDATE social.adult SET family_name = p_family, given_name = p_given, born_on = p_born
     WHERE org_id = who[1] AND adult_key = p_key AND household_id = p_household AND upper_inf(during);
    IF FOUND THEN RETURN false; END IF;
    INSERT INTO social.adult (org_id, household_id, adult_key, family_name, given_name, born_on, during)
    VALUES (who[1], p_household, p_key, p_family, p_given, p_born, tstzrange(t, NULL));
    RETURN true;
END $$;

-- An adult leaves; somebody must stay.
CREATE OR REPLACE FUNCTION social.end_adult(p_household bigint, p_key bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    PERFORM FROM social.household WHERE org_id = who[1] AND household_id = p_household FOR UPDATE;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_household', jsonb_build_object('household', p_household)); END IF;
    UPDATE social.adult SET during = tstzrange(lower(during), clock_timestamp())
     WHERE org_id = who[1] AND household_id = p_household AND adult_key = p_key AND upper_inf(during);
    IF NOT FOUND THEN PERFORM context.refuse('adult_not_in_household', jsonb_build_object('household', p_household)); END IF;
    PERFORM FROM social.adult WHERE org_id = who[1] AND household_id = p_household AND upper_inf(during);
    IF NOT FOUND THEN PERFORM context.refuse('household_needs_adult', jsonb_build_object('household', p_household)); END IF;
END $$;

-- Whether a household holds a device of a group within its 24 months: yes or no, and no more.
CREATE OR REPLACE FUNCTION social.holds_a(p_household bigint, p_group text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    RETURN EXISTS (SELECT FROM social.adult AS m
        JOIN social.quota_slot AS s ON s.org_id = m.org_id AND s.adult_key = m.adult_key AND s.quota_group = p_group
             AND clock_timestamp() <@ s.during
       WHERE m.org_id = who[1] AND m.household_id = p_household AND clock_timestamp() <@ m.during);
END $$;

-- Whether a household has room for one more of a group, under so many at once: yes or no, and no more.
CREATE OR REPLACE FUNCTION social.has_room(p_household bigint, p_group text, p_quota integer) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    t timestamptz := clock_timestamp();
BEGIN
    RETURN EXISTS (SELECT FROM generate_series(1, p_quota) AS n
        WHERE NOT EXISTS (SELECT FROM social.adult AS m
                JOIN social.quota_slot AS s ON s.org_id = m.org_id AND s.adult_key = m.adult_key AND s.quota_group = p_group AND s.slot = n
                     AND s.during && tstzrange(t, t + interval '24 months')
               WHERE m.org_id = who[1] AND m.household_id = p_household AND t <@ m.during));
END $$;

-- What a sale means to the file: its voucher served, the family was here today and no longer waits for that kind.
CREATE OR REPLACE FUNCTION social.note_sale(p_org integer, p_approval bigint, p_kind text, t timestamptz, p_today date) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE v_file bigint;
BEGIN
    SELECT application_id INTO v_file FROM social.approval WHERE org_id = p_org AND approval_id = p_approval;
    UPDATE social.application SET status = 'redeemed' WHERE org_id = p_org AND application_id = v_file AND status IN ('approved', 'reversed');
    UPDATE social.household AS h SET last_contact_on = p_today FROM social.approval AS a
     WHERE a.org_id = p_org AND a.approval_id = p_approval AND h.org_id = p_org AND h.household_id = a.household_id
       AND h.last_contact_on < p_today;
    UPDATE social.waiting SET left_at = t WHERE org_id = p_org AND approval_id = p_approval AND kind = p_kind AND left_at IS NULL;
END $$;

-- The voucher of what came back within its days, or under the guarantee, is as if it had not served yet.
CREATE OR REPLACE FUNCTION social.note_return(p_org integer, p_voucher bigint, p_today date) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE social.application AS x SET status = d.outcome
      FROM core.voucher AS v
      JOIN social.approval AS a ON a.org_id = v.org_id AND a.approval_id = v.approval_id
      JOIN social.decision AS d ON d.org_id = a.org_id AND d.application_id = a.application_id AND d.nth = a.decision_nth
     WHERE v.org_id = p_org AND v.voucher_id = p_voucher AND x.org_id = p_org AND x.application_id = a.application_id
       AND x.status = 'redeemed'
       AND NOT EXISTS (SELECT FROM core.sale AS s WHERE s.org_id = p_org AND s.voucher_id = p_voucher AND s.status = 'active');
    UPDATE social.household AS h SET last_contact_on = p_today FROM core.voucher AS v
      JOIN social.approval AS a ON a.org_id = v.org_id AND a.approval_id = v.approval_id
     WHERE v.org_id = p_org AND v.voucher_id = p_voucher AND h.org_id = p_org AND h.household_id = a.household_id
       AND h.last_contact_on < p_today;
END $$;

-- A voucher that is renewed serves again, also where its first term was over.
CREATE OR REPLACE FUNCTION social.note_renewal(p_org integer, p_approval bigint, p_today date) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE social.application AS x SET status = d.outcome
      FROM social.approval AS a
      JOIN social.decision AS d ON d.org_id = a.org_id AND d.application_id = a.application_id AND d.nth = a.decision_nth
     WHERE a.org_id = p_org AND a.approval_id = p_approval AND x.org_id = p_org AND x.application_id = a.application_id AND x.status = 'expired';
    UPDATE social.household AS h SET last_contact_on = p_today FROM social.approval AS a
     WHERE a.org_id = p_org AND a.approval_id = p_approval AND h.org_id = p_org AND h.household_id = a.household_id
       AND h.last_contact_on < p_today;
END $$;

-- Applications whose voucher never served and no longer does; and nobody waits on them. Safe to run as often as one likes.
CREATE OR REPLACE FUNCTION social.expire_applications() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    t timestamptz := clock_timestamp();
    late bigint[];
BEGIN
    WITH over AS (
        UPDATE social.application AS x SET status = 'expired'
          FROM social.approval AS a JOIN core.voucher AS v ON v.org_id = a.org_id AND v.approval_id = a.approval_id
         WHERE x.org_id = who[1] AND x.status IN ('approved', 'reversed') AND a.org_id = who[1] AND a.application_id = x.application_id
           AND (v.revoked_at IS NOT NULL OR NOT EXISTS (SELECT FROM core.voucher_term AS m
                WHERE m.org_id = v.org_id AND m.voucher_id = v.voucher_id AND upper(m.during) > t))
        RETURNING x.application_id
    ) SELECT array_agg(application_id ORDER BY application_id) INTO late FROM over;
    UPDATE social.waiting AS w SET left_at = t FROM core.voucher AS v
     WHERE w.org_id = who[1] AND w.left_at IS NULL AND v.org_id = who[1] AND v.approval_id = w.approval_id
       AND (v.revoked_at IS NOT NULL OR NOT EXISTS (SELECT FROM core.voucher_term AS m
            WHERE m.org_id = v.org_id AND m.voucher_id = v.voucher_id AND upper(m.during) > t));
    IF late IS NULL THEN RETURN 0; END IF;
    PERFORM audit.append('application', late, 'expire-vouchers', array_fill('{}'::jsonb, ARRAY[cardinality(late)]));
    RETURN cardinality(late);
END $$;

-- How decisions ended, by the year of the last one of each application; what was erased is counted with the rest.
CREATE OR REPLACE FUNCTION social.count_decisions(p_org integer, p_applications bigint[])
    RETURNS TABLE (year smallint, part text, cell text, applications integer)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH ended AS (
        SELECT extract(year FROM d.decided_on)::smallint AS year,
               CASE WHEN d.bracket IS NULL THEN 'refused' ELSE 'approved ' || d.bracket END AS outcome,
               least(h.persons, 6)::text AS persons
          FROM social.decision AS d
          JOIN social.application AS a ON a.org_id = d.org_id AND a.application_id = d.application_id
          JOIN social.household AS h ON h.org_id = a.org_id AND h.household_id = a.household_id
         WHERE d.org_id = p_org AND (p_applications IS NULL OR d.application_id = ANY (p_applications))
           AND NOT EXISTS (SELECT FROM social.decision AS n WHERE n.org_id = d.org_id AND n.application_id = d.application_id AND n.nth > d.nth)
           AND NOT coalesce((SELECT o.objects FROM social.objection AS o WHERE o.org_id = h.org_id AND o.household_id = h.household_id
                               AND o.purpose = 'statistics' ORDER BY o.nth DESC LIMIT 1), false)
    )
    SELECT year, 'outcome', outcome, count(*)::integer FROM ended GROUP BY year, outcome
    UNION ALL
    SELECT year, 'persons', persons, count(*)::integer FROM ended GROUP BY year, persons
$$;
