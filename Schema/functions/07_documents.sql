-- Numbers without a gap: the series' row is locked by the number taken, last in its transaction, until the commit.
CREATE OR REPLACE FUNCTION core.take_number(p_kind text) RETURNS TABLE (year smallint, no integer, number text, issued_on date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_today date := (clock_timestamp() AT TIME ZONE (SELECT time_zone FROM core.organisation WHERE org_id = who[1]))::date;
BEGIN
    RETURN QUERY
    INSERT INTO core.document_series AS s (org_id, kind, year, last_no) VALUES (who[1], p_kind, extract(year FROM v_today)::smallint, 1)
    ON CONFLICT (org_id, kind, year) DO UPDATE SET last_no = s.last_no + 1
    RETURNING s.year, s.last_no, upper(p_kind) || '-' || s.year || '-' || lpad(s.last_no::text, 6, '0'), v_today;
END $$;

-- The paper that already says what another one of this kind would say of the same gift or sale; one gift, one receipt.
CREATE OR REPLACE FUNCTION core.standing_document(p_org integer, p_kind text, p_donation bigint, p_sale bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT d.number FROM core.document AS d
     WHERE d.org_id = p_org
       AND ((p_kind IN ('rfe', 'rfp', 'adn') AND d.donation_id = p_donation AND d.kind IN ('rfe', 'rfp', 'adn'))
         OR (p_kind = 'acg' AND d.donation_id = p_donation AND d.kind = 'acg')
         OR (p_kind IN ('fac', 'bdo') AND d.sale_id = p_sale AND d.kind IN ('fac', 'bdo')))
       AND NOT EXISTS (SELECT FROM core.document_cancellation AS c
            WHERE (c.org_id, c.kind, c.year, c.no) = (d.org_id, d.kind, d.year, d.no))
     LIMIT 1
$$;

-- The gift is locked before the series, as everybody does who changes a gift, so that what was read of it still holds.
CREATE OR REPLACE FUNCTION core.freeze_document(p_kind text, p_year smallint, p_no integer, p_content text, p_salt bytea, p_verification text,
        p_amount bigint, p_gift_on date, p_donation bigint, p_device bigint, p_sale bigint, p_voucher bigint, p_placement bigint,
        p_replaces_year smallint, p_replaces_no integer)
    RETURNS bytea
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    s core.document_series;
    v_hash bytea;
    v_standing text;
BEGIN
    PERFORM FROM core.donation WHERE org_id = who[1] AND donation_id = p_donation FOR NO KEY UPDATE;
    PERFORM FROM core.sale WHERE org_id = who[1] AND sale_id = p_sale FOR NO KEY UPDATE;
    SELECT * INTO s FROM core.document_series WHERE org_id = who[1] AND kind = p_kind AND year = p_year FOR UPDATE;
    IF s.last_no IS DISTINCT FROM p_no THEN
        PERFORM context.refuse('number_not_taken', jsonb_build_object('kind', p_kind, 'no', p_no));
    END IF;
    IF p_replaces_no IS NOT NULL AND NOT EXISTS (SELECT FROM core.document_cancellation WHERE org_id = who[1] AND kind = p_kind
            AND year = p_replaces_year AND no = p_replaces_no) THEN
        PERFORM context.refuse('document_not_cancelled',
            jsonb_build_object('document', upper(p_kind) || '-' || p_replaces_year || '-' || lpad(p_replaces_no::text, 6, '0')));
    END IF;
    v_standing := core.standing_document(who[1]::integer, p_kind, p_donation, p_sale);
    IF v_standing IS NOT NULL THEN
        PERFORM context.refuse('document_already_issued',
            jsonb_build_object('donation', coalesce(p_donation, p_sale), 'document', v_standing));
    END IF;
    INSERT INTO core.document (org_id, kind, year, no, person_id, donation_id, device_id, sale_id, voucher_id, placement_id, amount_cents,
        gift_on, verification, commitment, replaces_year, replaces_no, prev_hash)
    VALUES (who[1], p_kind, p_year, p_no, who[2], p_donation, p_device, p_sale, p_voucher, p_placement, p_amount, p_gift_on, p_verification,
        sha256(p_salt || context.bytes(p_content)), p_replaces_year, p_replaces_no, s.last_hash)
    RETURNING hash INTO v_hash;
    INSERT INTO core.document_content (org_id, kind, year, no, salt, content) VALUES (who[1], p_kind, p_year, p_no, p_salt, p_content);
    UPDATE core.document_series SET last_hash = v_hash WHERE org_id = who[1] AND kind = p_kind AND year = p_year;
    RETURN v_hash;
END $$;

CREATE OR REPLACE FUNCTION core.cancel_document(p_number text, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    d core.document;
BEGIN
    SELECT * INTO d FROM core.document WHERE org_id = who[1] AND number = p_number;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_document', jsonb_build_object('document', p_number)); END IF;
    INSERT INTO core.document_cancellation (org_id, kind, year, no, reason, person_id)
    VALUES (who[1], d.kind, d.year, d.no, p_reason, who[2])
    ON CONFLICT ON CONSTRAINT cancellation_key DO NOTHING;
    IF NOT FOUND THEN PERFORM context.refuse('document_cancelled', jsonb_build_object('document', p_number)); END IF;
END $$;

-- The paper, kept once; drawing again after a crash changes nothing.
CREATE OR REPLACE FUNCTION core.keep_pdf(p_number text, p_pdf bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who bigint[] := context.require();
BEGIN
    INSERT INTO core.document_pdf (org_id, kind, year, no, pdf)
    SELECT org_id, kind, year, no, p_pdf FROM core.document WHERE org_id = who[1] AND number = p_number
    ON CONFLICT ON CONSTRAINT document_pdf_key DO NOTHING;
    RETURN FOUND;
END $$;

-- Lines of the register of second-hand goods, in the order of arrival and without a gap: whoever enters holds the register of the
-- organisation until the commit. Who brought the goods stands apart under a salt, so that it can be erased and the hash still holds.
CREATE OR REPLACE FUNCTION core.enter_register(p_donation bigint, p_lines integer[], p_devices bigint[], p_quantities integer[],
        p_descriptions text[], p_serials text[], p_values bigint[], p_source text, p_salts bytea[])
    RETURNS TABLE (year smallint, first_no integer, last_no integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_today date := (clock_timestamp() AT TIME ZONE (SELECT time_zone FROM core.organisation WHERE org_id = who[1]))::date;
    v_year smallint := extract(year FROM v_today)::smallint;
    v_no integer;
    v_hash bytea;
    i integer;
BEGIN
    PERFORM pg_advisory_xact_lock(7305, who[1]::integer);
    SELECT r.no, r.hash INTO v_no, v_hash FROM core.register_line AS r WHERE r.org_id = who[1] AND r.year = v_year ORDER BY r.no DESC LIMIT 1;
    v_no := coalesce(v_no, 0);
    FOR i IN 1 .. cardinality(p_quantities) LOOP
        INSERT INTO core.register_line (org_id, year, no, entered_on, device_id, description, serials, source_commitment, value_cents,
            prev_hash, donation_id, donation_line, quantity)
        VALUES (who[1], v_year, v_no + i, v_today, p_devices[i], p_descriptions[i], array_remove(ARRAY[p_serials[i]], NULL),
            sha256(p_salts[i] || context.bytes(p_source)), p_values[i], coalesce(v_hash, '\x'), p_donation, p_lines[i], p_quantities[i])
        RETURNING hash INTO v_hash;
        INSERT INTO core.register_source (org_id, year, no, salt, source) VALUES (who[1], v_year, v_no + i, p_salts[i], p_source);
    END LOOP;
    RETURN QUERY SELECT v_year, v_no + 1, v_no + cardinality(p_quantities);
END $$;
