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

-- Whether a paper counts no longer.
CREATE OR REPLACE FUNCTION core.is_cancelled(o core.document) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.document_cancellation AS c WHERE (c.org_id, c.kind, c.year, c.no) = (o.org_id, o.kind, o.year, o.no))
$$;

-- The paper that already says what another one would say of the same thing: one gift, one receipt; one refund, one credit note.
-- One query for each way in, because each has its own index: a paper is issued while thousands of others stand.
CREATE OR REPLACE FUNCTION core.standing_document(d core.document) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE
    WHEN d.kind IN ('rfe', 'rfp', 'adn', 'us_ack', 'ca_odr') THEN
        RETURN (SELECT o.number FROM core.document AS o WHERE o.org_id = d.org_id AND o.donation_id = d.donation_id
                   AND o.kind IN ('rfe', 'rfp', 'adn', 'us_ack', 'ca_odr') AND NOT core.is_cancelled(o) LIMIT 1);
    WHEN d.kind IN ('acg', 'enr') THEN
        RETURN (SELECT o.number FROM core.document AS o WHERE o.org_id = d.org_id AND o.donation_id = d.donation_id
                   AND o.kind = d.kind AND NOT core.is_cancelled(o) LIMIT 1);
    WHEN d.kind IN ('fac', 'bdo') THEN
        RETURN (SELECT o.number FROM core.document AS o WHERE o.org_id = d.org_id AND o.sale_id = d.sale_id
                   AND o.kind IN ('fac', 'bdo') AND NOT core.is_cancelled(o) LIMIT 1);
    WHEN d.kind IN ('atv', 'rad') THEN
        RETURN (SELECT o.number FROM core.document AS o WHERE o.org_id = d.org_id AND o.donor_id = d.donor_id
                   AND o.kind = d.kind AND o.covers && d.covers AND NOT core.is_cancelled(o) LIMIT 1);
    WHEN d.kind = 'bsd' THEN
        RETURN (SELECT o.number FROM core.document AS o WHERE o.org_id = d.org_id AND o.shipment_id = d.shipment_id
                   AND o.kind = d.kind AND NOT core.is_cancelled(o) LIMIT 1);
    WHEN d.kind = 'avo' THEN
        RETURN (SELECT o.number FROM core.document AS o WHERE o.org_id = d.org_id AND o.kind = d.kind
                   AND o.return_id = d.return_id AND NOT core.is_cancelled(o) LIMIT 1);
    WHEN d.kind = 'clo' THEN
        RETURN (SELECT o.number FROM core.document AS o WHERE o.org_id = d.org_id AND o.kind = d.kind
                   AND (o.closing_period, o.closing_nth) = (d.closing_period, d.closing_nth) AND NOT core.is_cancelled(o) LIMIT 1);
    WHEN d.kind = 'd222' THEN
        RETURN (SELECT o.number FROM core.document AS o WHERE o.org_id = d.org_id AND o.kind = d.kind
                   AND o.covers && d.covers AND NOT core.is_cancelled(o) LIMIT 1);
    ELSE RETURN NULL;
    END CASE;
END $$;

-- The gift is locked before the series, as everybody does who changes a gift, so that what was read of it still holds.
CREATE OR REPLACE FUNCTION core.freeze_document(p_kind text, p_year smallint, p_no integer, p_content text, p_salt bytea, p_verification text,
        p_amount bigint, p_gift_on date, p_donation bigint, p_device bigint, p_sale bigint, p_voucher bigint, p_placement bigint,
        p_replaces_year smallint, p_replaces_no integer, p_further jsonb DEFAULT '{}')
    RETURNS bytea
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    s core.document_series;
    -- What the paper is of, beside what has an argument of its own: donor, drive, shipment, return, closing, register, days covered.
    d core.document := jsonb_populate_record(NULL::core.document, p_further);
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
    d.org_id := who[1];
    d.kind := p_kind;
    d.donation_id := p_donation;
    d.sale_id := p_sale;
    -- The slip that a credit note names still stands, whoever cancelled meanwhile.
    IF p_kind = 'avo' AND NOT EXISTS (SELECT FROM core.document AS o WHERE o.org_id = who[1] AND o.sale_id = p_sale
            AND o.kind IN ('fac', 'bdo') AND NOT core.is_cancelled(o)) THEN
        PERFORM context.refuse('invoice_missing', jsonb_build_object('sale', p_sale));
    END IF;
    v_standing := core.standing_document(d);
    IF v_standing IS NOT NULL THEN
        PERFORM context.refuse('document_already_issued',
            jsonb_build_object('donation', coalesce(p_donation, p_sale, d.donor_id, d.shipment_id, d.return_id), 'document', v_standing));
    END IF;
    INSERT INTO core.document (org_id, kind, year, no, person_id, donation_id, device_id, sale_id, voucher_id, placement_id, amount_cents,
        gift_on, verification, commitment, replaces_year, replaces_no, prev_hash, donor_id, drive_id, shipment_id, return_id, closing_period,
        closing_nth, register_year, covers)
    VALUES (who[1], p_kind, p_year, p_no, who[2], p_donation, p_device, p_sale, p_voucher, p_placement, p_amount, p_gift_on, p_verification,
        sha256(p_salt || context.bytes(p_content)), p_replaces_year, p_replaces_no, s.last_hash, d.donor_id, d.drive_id, d.shipment_id,
        d.return_id, d.closing_period, d.closing_nth, d.register_year, d.covers)
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
    v_note text;
BEGIN
    SELECT * INTO d FROM core.document WHERE org_id = who[1] AND number = p_number;
    IF NOT FOUND THEN PERFORM context.refuse('unknown_document', jsonb_build_object('document', p_number)); END IF;
    IF d.kind IN ('rfp', 'rfe', 'us_ack', 'ca_odr') THEN PERFORM core.require_second('cancel-fiscal-receipt'); END IF;
    -- A credit note undoes the slip that it names, and is nothing without it.
    IF d.kind IN ('fac', 'bdo') THEN
        PERFORM FROM core.sale WHERE org_id = who[1] AND sale_id = d.sale_id FOR NO KEY UPDATE;
        SELECT o.number INTO v_note FROM core.document AS o
         WHERE o.org_id = who[1] AND o.sale_id = d.sale_id AND o.kind = 'avo' AND NOT core.is_cancelled(o) AND NOT core.is_cancelled(d) LIMIT 1;
        IF FOUND THEN PERFORM context.refuse('credit_note_stands', jsonb_build_object('document', p_number, 'note', v_note)); END IF;
    END IF;
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
    IF EXISTS (SELECT FROM core.register_closing AS k WHERE k.org_id = who[1] AND k.year = v_year) THEN
        PERFORM context.refuse('register_closed', jsonb_build_object('year', v_year));
    END IF;
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

-- Closes a year of the register that is over, on its last line. Whoever enters lines holds the same lock.
CREATE OR REPLACE FUNCTION core.close_register(p_year smallint) RETURNS TABLE (last_no integer, last_hash bytea, lines integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    r record;
BEGIN
    PERFORM pg_advisory_xact_lock(7305, who[1]::integer);
    IF p_year >= extract(year FROM core.day_of(who[1]::integer, clock_timestamp())) THEN
        PERFORM context.refuse('period_not_over', jsonb_build_object('period', 'year', 'last_day', make_date(p_year, 12, 31)));
    END IF;
    IF EXISTS (SELECT FROM core.register_closing AS k WHERE k.org_id = who[1] AND k.year = p_year) THEN
        PERFORM context.refuse('register_closed', jsonb_build_object('year', p_year));
    END IF;
    SELECT max(l.no) AS no, count(*)::integer AS lines INTO r FROM core.register_line AS l WHERE l.org_id = who[1] AND l.year = p_year;
    INSERT INTO core.register_closing (org_id, year, last_no, last_hash, person_id)
    VALUES (who[1], p_year, r.no, coalesce((SELECT l.hash FROM core.register_line AS l
        WHERE l.org_id = who[1] AND l.year = p_year AND l.no = r.no), '\x'), who[2]);
    PERFORM audit.append_one('register', p_year, 'close-register', jsonb_build_object('lines', r.lines));
    RETURN QUERY SELECT k.last_no, k.last_hash, r.lines FROM core.register_closing AS k WHERE k.org_id = who[1] AND k.year = p_year;
END $$;

-- So many numbers of a series at once; they are frozen together in the same transaction.
CREATE OR REPLACE FUNCTION core.take_numbers(p_kind text, p_count integer) RETURNS TABLE (year smallint, first_no integer, issued_on date)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who bigint[] := context.require();
    v_today date := core.day_of(who[1]::integer, clock_timestamp());
BEGIN
    RETURN QUERY
    INSERT INTO core.document_series AS s (org_id, kind, year, last_no) VALUES (who[1], p_kind, extract(year FROM v_today)::smallint, p_count)
    ON CONFLICT (org_id, kind, year) DO UPDATE SET last_no = s.last_no + p_count
    RETURNING s.year, s.last_no - p_count + 1, v_today;
END $$;

-- Freezes the papers of many gifts under the numbers just taken, in their order. The chain is computed link by link and the rows
-- are written by three statements, so that the walls are asked once and not once a paper.
CREATE OR REPLACE FUNCTION core.freeze_receipts(p_kind text, p_year smallint, p_first integer, p_contents text[], p_salts bytea[],
        p_verifications text[], p_amounts bigint[], p_gift_days date[], p_donations bigint[])
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who bigint[] := context.require();
    v_org integer := who[1];
    s core.document_series;
    v_commitment bytea;
    v_hash bytea;
    prev_hashes bytea[] := '{}';
    v_standing record;
    i integer;
BEGIN
    PERFORM FROM core.donation WHERE org_id = v_org AND donation_id = ANY (p_donations) ORDER BY donation_id FOR NO KEY UPDATE;
    SELECT * INTO s FROM core.document_series WHERE org_id = v_org AND kind = p_kind AND year = p_year FOR UPDATE;
    IF s.last_no IS DISTINCT FROM p_first + cardinality(p_contents) - 1 THEN
        PERFORM context.refuse('number_not_taken', jsonb_build_object('kind', p_kind, 'no', p_first));
    END IF;
    SELECT o.donation_id, o.number INTO v_standing FROM core.document AS o
     WHERE o.org_id = v_org AND o.donation_id = ANY (p_donations) AND o.kind IN ('rfe', 'rfp', 'adn', 'us_ack', 'ca_odr')
       AND NOT EXISTS (SELECT FROM core.document_cancellation AS c WHERE (c.org_id, c.kind, c.year, c.no) = (o.org_id, o.kind, o.year, o.no))
     LIMIT 1;
    IF FOUND THEN
        PERFORM context.refuse('document_already_issued',
            jsonb_build_object('donation', v_standing.donation_id, 'document', v_standing.number));
    END IF;
    IF (SELECT count(DISTINCT g) FROM unnest(p_donations) AS g) < cardinality(p_donations) THEN PERFORM context.refuse('line_twice'); END IF;
    v_hash := s.last_hash;
    FOR i IN 1 .. cardinality(p_contents) LOOP
        prev_hashes[i] := v_hash;
        v_commitment := sha256(p_salts[i] || context.bytes(p_contents[i]));
        v_hash := sha256(v_hash || context.bytes(p_kind || ':' || p_year || ':' || (p_first + i - 1) || ':'
            || coalesce(p_amounts[i]::text, '') || ':') || v_commitment);
    END LOOP;
    INSERT INTO core.document (org_id, kind, year, no, person_id, donation_id, amount_cents, gift_on, verification, commitment, prev_hash)
    SELECT v_org, p_kind, p_year, p_first + n - 1, who[2], g, a, d, v, sha256(t || context.bytes(c)), h
      FROM unnest(p_contents, p_salts, p_verifications, p_amounts, p_gift_days, p_donations, prev_hashes)
           WITH ORDINALITY AS u (c, t, v, a, d, g, h, n) ORDER BY n;
    INSERT INTO core.document_content (org_id, kind, year, no, salt, content)
    SELECT v_org, p_kind, p_year, p_first + n - 1, t, c FROM unnest(p_contents, p_salts) WITH ORDINALITY AS u (c, t, n) ORDER BY n;
    UPDATE core.document_series SET last_hash = v_hash WHERE org_id = v_org AND kind = p_kind AND year = p_year;
    PERFORM audit.append('donation', p_donations, 'issue-document', (SELECT array_agg(jsonb_build_object('document',
        upper(p_kind) || '-' || p_year || '-' || lpad((p_first + n - 1)::text, 6, '0')) ORDER BY n) FROM generate_subscripts(p_donations, 1) AS n));
END $$;
