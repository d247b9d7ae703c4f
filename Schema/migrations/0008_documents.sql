-- Numbered documents: series without a gap, content frozen with its hash, never edited, cancelled and replaced.
-- For the operator: creates empty tables only.
CREATE TABLE core.document_series (
    org_id integer NOT NULL CONSTRAINT series_is_of_an_organisation REFERENCES core.organisation,
    kind text NOT NULL, year smallint NOT NULL,
    last_no integer NOT NULL DEFAULT 0, last_hash bytea NOT NULL DEFAULT '\x',
    last_issued integer GENERATED ALWAYS AS (nullif(last_no, 0)) STORED,
    CONSTRAINT series_key PRIMARY KEY (org_id, kind, year)
);

CREATE TABLE core.document (
    org_id integer NOT NULL, kind text NOT NULL, year smallint NOT NULL,
    no integer NOT NULL CONSTRAINT documents_count_from_one CHECK (no >= 1),
    no_before integer GENERATED ALWAYS AS (nullif(no - 1, 0)) STORED,
    number text NOT NULL GENERATED ALWAYS AS (upper(kind) || '-' || year::text || '-' || lpad(no::text, 6, '0')) STORED,
    issued_at timestamptz NOT NULL DEFAULT clock_timestamp(), person_id bigint NOT NULL,
    donation_id bigint, device_id bigint, sale_id bigint, voucher_id bigint, placement_id bigint,
    donor_id bigint, drive_id bigint, shipment_id bigint, return_id bigint, closing_period text, closing_nth integer, register_year smallint,
    covers daterange CONSTRAINT covered_days_are_bounded CHECK (NOT isempty(covers) AND NOT lower_inf(covers) AND NOT upper_inf(covers)),
    amount_cents bigint, gift_on date, verification text NOT NULL,
    commitment bytea NOT NULL CONSTRAINT commitment_is_sha256 CHECK (length(commitment) = 32),
    replaces_kind text GENERATED ALWAYS AS (CASE WHEN replaces_no IS NOT NULL THEN kind END) STORED,
    replaces_year smallint, replaces_no integer,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL GENERATED ALWAYS AS (sha256(prev_hash || context.bytes(kind || ':' || year::text || ':' || no::text || ':'
        || coalesce(amount_cents::text, '') || ':') || commitment)) STORED,
    CONSTRAINT document_key PRIMARY KEY (org_id, kind, year, no),
    CONSTRAINT documents_have_no_gap FOREIGN KEY (org_id, kind, year, no_before) REFERENCES core.document (org_id, kind, year, no),
    CONSTRAINT document_is_of_a_series FOREIGN KEY (org_id, kind, year) REFERENCES core.document_series (org_id, kind, year),
    CONSTRAINT document_number_once UNIQUE (org_id, number),
    CONSTRAINT verification_once UNIQUE (org_id, verification),
    CONSTRAINT document_is_by_a_person FOREIGN KEY (org_id, person_id) REFERENCES core.person (org_id, person_id),
    CONSTRAINT document_is_of_a_donation FOREIGN KEY (org_id, donation_id) REFERENCES core.donation (org_id, donation_id),
    CONSTRAINT document_is_of_a_device FOREIGN KEY (org_id, device_id) REFERENCES core.device (org_id, device_id),
    CONSTRAINT document_is_of_a_sale FOREIGN KEY (org_id, sale_id) REFERENCES core.sale (org_id, sale_id),
    CONSTRAINT document_is_of_a_voucher FOREIGN KEY (org_id, voucher_id) REFERENCES core.voucher (org_id, voucher_id),
    CONSTRAINT document_is_of_a_placement FOREIGN KEY (org_id, placement_id) REFERENCES core.placement (org_id, placement_id),
    CONSTRAINT document_is_of_a_donor FOREIGN KEY (org_id, donor_id) REFERENCES core.donor (org_id, donor_id),
    CONSTRAINT document_is_of_a_drive FOREIGN KEY (org_id, drive_id) REFERENCES core.drive (org_id, drive_id),
    CONSTRAINT document_is_of_a_shipment FOREIGN KEY (org_id, shipment_id) REFERENCES core.shipment (org_id, shipment_id),
    CONSTRAINT document_is_of_a_return FOREIGN KEY (org_id, return_id) REFERENCES core.device_return (org_id, return_id),
    CONSTRAINT document_is_of_a_closing FOREIGN KEY (org_id, closing_period, closing_nth) REFERENCES core.closing (org_id, period, nth),
    CONSTRAINT closing_is_named_whole CHECK ((closing_period IS NULL) = (closing_nth IS NULL)),
    CONSTRAINT document_replaces_a_document FOREIGN KEY (org_id, replaces_kind, replaces_year, replaces_no)
        REFERENCES core.document (org_id, kind, year, no),
    CONSTRAINT replaced_document_is_named_whole CHECK ((replaces_year IS NULL) = (replaces_no IS NULL)),
    CONSTRAINT document_replaced_once UNIQUE (org_id, replaces_kind, replaces_year, replaces_no),
    CONSTRAINT document_hash_key UNIQUE (org_id, kind, year, no, hash),
    CONSTRAINT document_continues_the_chain FOREIGN KEY (org_id, kind, year, no_before, prev_hash)
        REFERENCES core.document (org_id, kind, year, no, hash),
    CONSTRAINT first_document_follows_nothing CHECK (no > 1 OR prev_hash = '\x'),
    CONSTRAINT document_commitment_key UNIQUE (org_id, kind, year, no, commitment),
    CONSTRAINT receipt_is_worth_something CHECK (kind NOT IN ('rfe', 'rfp') OR amount_cents > 0)
);
-- A number that was taken is used in the same transaction, and the series ends with the last document: neither a number
-- without a paper nor a paper cut off the end.
ALTER TABLE core.document_series ADD CONSTRAINT number_not_used FOREIGN KEY (org_id, kind, year, last_issued, last_hash)
    REFERENCES core.document (org_id, kind, year, no, hash) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX document_of_donation ON core.document (org_id, donation_id) WHERE donation_id IS NOT NULL;
CREATE INDEX document_of_device ON core.document (org_id, device_id) WHERE device_id IS NOT NULL;
CREATE INDEX document_of_donor ON core.document (org_id, donor_id) WHERE donor_id IS NOT NULL;
CREATE INDEX document_of_drive ON core.document (org_id, drive_id) WHERE drive_id IS NOT NULL;
CREATE INDEX document_of_shipment ON core.document (org_id, shipment_id) WHERE shipment_id IS NOT NULL;
CREATE INDEX document_of_sale ON core.document (org_id, sale_id) WHERE sale_id IS NOT NULL;

-- The frozen content, apart from the row that is chained: retention erases text and salt, and every hash still holds.
CREATE TABLE core.document_content (
    org_id integer NOT NULL, kind text NOT NULL, year smallint NOT NULL, no integer NOT NULL,
    salt bytea NOT NULL CONSTRAINT salt_is_long CHECK (length(salt) = 16), content text NOT NULL,
    commitment bytea NOT NULL GENERATED ALWAYS AS (sha256(salt || context.bytes(content))) STORED,
    CONSTRAINT document_content_key PRIMARY KEY (org_id, kind, year, no),
    CONSTRAINT content_is_what_was_frozen FOREIGN KEY (org_id, kind, year, no, commitment)
        REFERENCES core.document (org_id, kind, year, no, commitment)
);

CREATE TABLE core.document_cancellation (
    org_id integer NOT NULL, kind text NOT NULL, year smallint NOT NULL, no integer NOT NULL,
    reason text NOT NULL CONSTRAINT cancellation_has_its_reason CHECK (reason <> ''),
    at timestamptz NOT NULL DEFAULT clock_timestamp(), person_id bigint NOT NULL,
    CONSTRAINT cancellation_key PRIMARY KEY (org_id, kind, year, no),
    CONSTRAINT cancellation_is_of_a_document FOREIGN KEY (org_id, kind, year, no) REFERENCES core.document (org_id, kind, year, no),
    CONSTRAINT cancellation_is_by_a_person FOREIGN KEY (org_id, person_id) REFERENCES core.person (org_id, person_id)
);

-- The paper as issued. Drawn after the commit that numbered it; written once.
CREATE TABLE core.document_pdf (
    org_id integer NOT NULL, kind text NOT NULL, year smallint NOT NULL, no integer NOT NULL,
    pdf bytea NOT NULL, pdf_sha256 bytea NOT NULL GENERATED ALWAYS AS (sha256(pdf)) STORED,
    drawn_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT document_pdf_key PRIMARY KEY (org_id, kind, year, no),
    CONSTRAINT pdf_is_of_a_document FOREIGN KEY (org_id, kind, year, no) REFERENCES core.document (org_id, kind, year, no)
);
CREATE TABLE core.document_reprint (
    org_id integer NOT NULL, kind text NOT NULL, year smallint NOT NULL, no integer NOT NULL, reprint_id bigint GENERATED BY DEFAULT AS IDENTITY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(), person_id bigint NOT NULL,
    CONSTRAINT reprint_key PRIMARY KEY (org_id, reprint_id),
    CONSTRAINT reprint_is_of_a_document FOREIGN KEY (org_id, kind, year, no) REFERENCES core.document (org_id, kind, year, no),
    CONSTRAINT reprint_is_by_a_person FOREIGN KEY (org_id, person_id) REFERENCES core.person (org_id, person_id)
);

-- From which gift a line of the register comes, so that what is counted later enters only what is not there yet.
ALTER TABLE core.register_line ADD COLUMN donation_id bigint, ADD COLUMN donation_line integer,
    ADD COLUMN quantity integer NOT NULL DEFAULT 1 CONSTRAINT registered_something CHECK (quantity > 0),
    ADD CONSTRAINT register_names_a_donation FOREIGN KEY (org_id, donation_id) REFERENCES core.donation (org_id, donation_id);
CREATE UNIQUE INDEX registered_once ON core.register_line (org_id, donation_id, device_id) WHERE device_id IS NOT NULL;
CREATE INDEX register_of_donation ON core.register_line (org_id, donation_id);

-- What individuals' devices would fetch, by kind, year of make and condition: a dated rule like the others.
CREATE TABLE core.gift_value (
    org_id integer NOT NULL, rule_kind text NOT NULL GENERATED ALWAYS AS ('valuation_grid') STORED, grid text NOT NULL,
    kind text NOT NULL CONSTRAINT valued_kind_is_known REFERENCES reference.device_kind,
    made_from smallint NOT NULL,
    condition text NOT NULL CONSTRAINT valued_condition_is_known CHECK (condition IN ('A', 'B', 'C', 'D')),
    cents bigint NOT NULL CONSTRAINT gift_value_is_not_negative CHECK (cents >= 0),
    CONSTRAINT gift_value_key PRIMARY KEY (org_id, grid, kind, made_from, condition),
    CONSTRAINT gift_value_is_of_a_grid FOREIGN KEY (org_id, rule_kind, grid) REFERENCES core.rule_version (org_id, kind, name)
);
CREATE INDEX reprint_of_document ON core.document_reprint (org_id, kind, year, no);
CREATE INDEX document_by_day ON core.document (org_id, issued_at, number);
