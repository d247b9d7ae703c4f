-- How a source writes its lists of households, kept on the social services' own side under a name. It holds headings and words for
-- fields, and nothing that a cell says.
-- For the operator: makes one empty table.
CREATE TABLE social.import_mapping (
    org_id integer NOT NULL CONSTRAINT household_mapping_is_of_an_organisation REFERENCES core.organisation,
    name text NOT NULL, kind text NOT NULL, mapping jsonb NOT NULL, saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT household_mapping_key PRIMARY KEY (org_id, kind, name)
);
