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

CREATE OR REPLACE FUNCTION core.freeze_document(p_kind text, p_year smallint, p_no integer, p_content text, p_salt bytea, p_verification text,
        p_amount bigint, p_gift_on date, p_donation bigint, p_device bigint, p_sale bigint, p_voucher bigint, p_placement bigint,
        p_replaces_year smallint, p_replaces_no integer)
    RETURNS bytea
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    s core.document_series;
    v_hash bytea;
BEGIN
    SELECT * INTO s FROM core.document_series WHERE org_id = who[1] AND kind = p_kind AND year = p_year FOR UPDATE;
    IF s.last_no IS DISTINCT FROM p_no THEN
        PERFORM context.refuse('number_not_taken', jsonb_build_object('kind', p_kind, 'no', p_no));
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
    VALUES (who[1], d.kind, d.year, d.no, p_reason, who[2]);
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
