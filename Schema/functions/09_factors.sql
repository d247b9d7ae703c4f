-- Second factors: secrets of clocks, recovery codes, and who owes one.

-- Spends what was checked of a second factor: the step of the clock that a code is of, or a recovery code. The row is the lock: of
-- two who show the same code at once, one is refused.
CREATE OR REPLACE FUNCTION core.spend_code(p_person bigint, p_step bigint, p_recovery bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE org integer := (context.require())[1];
BEGIN
    UPDATE core.second_factor
       SET last_step = greatest(last_step, coalesce(p_step, last_step)), recovery_hashes = array_remove(recovery_hashes, p_recovery)
     WHERE org_id = org AND person_id = p_person AND sealed_secret IS NOT NULL
       AND (p_step > last_step OR p_recovery = ANY (recovery_hashes));
    IF NOT FOUND THEN PERFORM context.refuse('code_wrong', '{"seconds": 30}'); END IF;
END $$;

-- A second factor begins as a draft, which counts for nothing until a code of it was shown.
CREATE OR REPLACE FUNCTION core.draft_factor(p_secret bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    INSERT INTO core.second_factor AS f (org_id, person_id, sealed_draft) VALUES (who[1], who[2], p_secret)
    ON CONFLICT ON CONSTRAINT second_factor_key DO UPDATE SET sealed_draft = excluded.sealed_draft WHERE f.sealed_secret IS NULL;
    IF NOT FOUND THEN PERFORM context.refuse('factor_there', '{"command": "end-second-factor"}'); END IF;
END $$;

-- What the speaker's code is checked against: the secret, or the draft while there is none.
CREATE OR REPLACE FUNCTION core.own_factor(OUT secret bytea, OUT draft bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT sealed_secret, sealed_draft FROM core.second_factor WHERE org_id = (context.require())[1] AND person_id = (context.require())[2]
$$;

-- The draft becomes the second factor, with the step of the code that was shown for it.
CREATE OR REPLACE FUNCTION core.confirm_factor(p_step bigint, p_recovery bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    UPDATE core.second_factor SET sealed_secret = sealed_draft, sealed_draft = NULL, last_step = p_step, recovery_hashes = p_recovery
     WHERE org_id = who[1] AND person_id = who[2] AND sealed_draft IS NOT NULL AND sealed_secret IS NULL;
    IF NOT FOUND THEN PERFORM context.refuse('factor_missing', '{"command": "begin-second-factor"}'); END IF;
    PERFORM audit.append_one('person', who[2], 'confirm-second-factor', '{}');
END $$;

-- New recovery codes in the place of all that were left; a code is spent for it.
CREATE OR REPLACE FUNCTION core.renew_recovery(p_step bigint, p_recovery bytea[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    PERFORM core.spend_code(who[2], p_step, NULL);
    UPDATE core.second_factor SET recovery_hashes = p_recovery WHERE org_id = who[1] AND person_id = who[2];
    PERFORM audit.append_one('person', who[2], 'renew-recovery-codes', '{}');
END $$;

-- Takes a second factor away: one's own by a code; another's by an administrator.
CREATE OR REPLACE FUNCTION core.end_factor(p_person bigint, p_step bigint, p_recovery bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    IF p_person = who[2] THEN
        PERFORM core.spend_code(p_person, p_step, p_recovery);
    ELSE
        PERFORM FROM core.person_role WHERE org_id = who[1] AND person_id = who[2] AND role = 'admin' AND clock_timestamp() <@ during;
        IF NOT FOUND THEN PERFORM context.refuse('not_permitted'); END IF;
    END IF;
    UPDATE core.second_factor SET sealed_secret = NULL, sealed_draft = NULL, recovery_hashes = '{}'
     WHERE org_id = who[1] AND person_id = p_person AND sealed_secret IS NOT NULL;
    IF NOT FOUND THEN PERFORM context.refuse('factor_missing', '{"command": "begin-second-factor"}'); END IF;
    PERFORM audit.append_one('person', p_person, 'end-second-factor', '{}');
END $$;

CREATE OR REPLACE FUNCTION core.require_factor(p_person bigint, p_required boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    INSERT INTO core.second_factor (org_id, person_id, is_required) VALUES (who[1], p_person, p_required)
    ON CONFLICT ON CONSTRAINT second_factor_key DO UPDATE SET is_required = excluded.is_required;
    PERFORM audit.append_one('person', p_person, 'require-second-factor', jsonb_build_object('required', p_required));
END $$;

-- What there is to an account, and never what it is.
CREATE OR REPLACE FUNCTION core.account_of(p_person bigint, OUT has_password boolean, OUT has_factor boolean, OUT is_required boolean, OUT recovery_left integer,
    OUT has_pin boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.password_hash IS NOT NULL, f.sealed_secret IS NOT NULL, coalesce(f.is_required, false),
           coalesce(cardinality(f.recovery_hashes), 0), p.pin_hash IS NOT NULL
      FROM core.person AS p LEFT JOIN core.second_factor AS f ON f.org_id = p.org_id AND f.person_id = p.person_id
     WHERE p.org_id = context.org() AND p.person_id = p_person
$$;
