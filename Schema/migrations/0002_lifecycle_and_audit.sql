-- The map of a device's life, as data; and the chained record of everything that was done.
-- For the operator: creates empty tables only.
CREATE TABLE lifecycle.state (
    state text CONSTRAINT state_key PRIMARY KEY,
    clean boolean NOT NULL, terminal boolean NOT NULL, stage text NOT NULL,
    label_fr text NOT NULL, label_en text NOT NULL, position integer NOT NULL,
    CONSTRAINT state_clean_key UNIQUE (state, clean)
);

CREATE TABLE lifecycle.step (
    from_state text CONSTRAINT step_leaves_a_state REFERENCES lifecycle.state,
    step text,
    to_state text NOT NULL CONSTRAINT step_enters_a_state REFERENCES lifecycle.state,
    role text NOT NULL CONSTRAINT step_has_a_role REFERENCES reference.role,
    evidence text NOT NULL CONSTRAINT evidence_is_known CHECK (evidence IN ('none', 'reason', 'wipe_attempt', 'grade', 'price',
        'reservation', 'sale', 'placement', 'return', 'shipment')),
    label_fr text NOT NULL, label_en text NOT NULL, retired_on date, position integer NOT NULL,
    CONSTRAINT step_key PRIMARY KEY (from_state, step),
    CONSTRAINT step_way_key UNIQUE (from_state, step, to_state, evidence)
);

-- What the database was loaded with; `serve` refuses a map that is not its own.
CREATE TABLE lifecycle.fingerprint (
    single boolean CONSTRAINT one_fingerprint PRIMARY KEY DEFAULT true CONSTRAINT fingerprint_is_one_row CHECK (single),
    sha256 text NOT NULL
);

-- The link of an event to the one before it. Written once: the event's generated column and the chain's head use it.
CREATE FUNCTION audit.link(prev_hash bytea, org_id integer, subject text, subject_id bigint, seq integer, micros bigint,
        person_id bigint, name text, body jsonb) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(prev_hash || decode(replace(org_id::text || ':' || subject || ':' || subject_id::text || ':' || seq::text || ':'
        || micros::text || ':' || person_id::text || ':' || name || ':' || body::text, '\', '\\'), 'escape'));

-- One chain for each subject (a device, a donation, a sale …). The head is locked by whoever appends.
CREATE TABLE audit.chain (
    org_id integer NOT NULL CONSTRAINT chain_is_of_an_organisation REFERENCES core.organisation,
    subject text NOT NULL, subject_id bigint NOT NULL,
    seq integer NOT NULL, micros bigint NOT NULL, prev_hash bytea NOT NULL, hash bytea NOT NULL,
    CONSTRAINT chain_key PRIMARY KEY (org_id, subject, subject_id),
    CONSTRAINT chain_counts_from_one CHECK (seq >= 1)
) WITH (fillfactor = 80);

-- An event says who did what, when, to which subject, with facts but never with personal text. The hash is computed
-- by the database from the row and the hash before it, so no program can write a wrong one.
CREATE TABLE audit.event (
    org_id integer NOT NULL, subject text NOT NULL, subject_id bigint NOT NULL,
    seq integer NOT NULL CONSTRAINT event_counts_from_one CHECK (seq >= 1),
    seq_before integer GENERATED ALWAYS AS (nullif(seq - 1, 0)) STORED,
    micros bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    body jsonb NOT NULL,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL GENERATED ALWAYS AS (audit.link(prev_hash, org_id, subject, subject_id, seq, micros, person_id, name, body)) STORED,
    CONSTRAINT event_key PRIMARY KEY (org_id, subject, subject_id, seq),
    CONSTRAINT events_have_no_gap FOREIGN KEY (org_id, subject, subject_id, seq_before)
        REFERENCES audit.event (org_id, subject, subject_id, seq),
    CONSTRAINT event_is_by_a_person FOREIGN KEY (org_id, person_id) REFERENCES core.person (org_id, person_id),
    CONSTRAINT first_event_follows_nothing CHECK (seq > 1 OR prev_hash = '\x'),
    -- The link hashes the fields joined by colons: a colon within a word could make two events read alike.
    CONSTRAINT event_words_are_plain CHECK (strpos(subject || name, ':') = 0)
);
-- The feed of all that happens is read by instant; new events go to its right edge.
CREATE INDEX event_by_instant ON audit.event (org_id, micros, subject, subject_id, seq);

-- The link of an anchor to the one before it.
CREATE FUNCTION audit.anchor_link(prev_hash bytea, nth integer, micros bigint, chains bigint, events bigint, root bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(prev_hash || context.bytes(nth::text || ':' || micros::text || ':' || chains::text || ':' || events::text || ':') || root);

-- The state of all chains at one instant, itself chained. Export it: what leaves the machine cannot be rewritten.
-- It covers the events up to `micros`, which is before every event that was still being written when it was dropped, so that
-- its root can be computed again for ever from the events alone.
CREATE TABLE audit.anchor (
    org_id integer NOT NULL CONSTRAINT anchor_is_of_an_organisation REFERENCES core.organisation,
    nth integer NOT NULL CONSTRAINT anchors_count_from_one CHECK (nth >= 1),
    nth_before integer GENERATED ALWAYS AS (nullif(nth - 1, 0)) STORED,
    at timestamptz NOT NULL DEFAULT clock_timestamp(), micros bigint NOT NULL,
    chains bigint NOT NULL, events bigint NOT NULL,
    root bytea NOT NULL, prev_hash bytea NOT NULL,
    hash bytea NOT NULL GENERATED ALWAYS AS (audit.anchor_link(prev_hash, nth, micros, chains, events, root)) STORED,
    CONSTRAINT anchor_key PRIMARY KEY (org_id, nth),
    CONSTRAINT anchor_hash_key UNIQUE (org_id, nth, hash),
    CONSTRAINT anchors_have_no_gap FOREIGN KEY (org_id, nth_before) REFERENCES audit.anchor (org_id, nth),
    CONSTRAINT anchor_continues_the_chain FOREIGN KEY (org_id, nth_before, prev_hash) REFERENCES audit.anchor (org_id, nth, hash),
    CONSTRAINT first_anchor_follows_nothing CHECK (nth > 1 OR prev_hash = '\x')
);
