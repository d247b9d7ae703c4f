-- Reports of hardware by the thousand: a drive is found by its world-wide name, and files are packed by the faster of the two methods.
-- For the operator: builds one index over the drives; files that are there stay packed as they are.
-- One report at a time: core.take_reports took their place.
DROP FUNCTION IF EXISTS core.record_hardware(bigint, jsonb, bytea, text, integer), core.expect_drives(bigint, bigint, jsonb),
    core.add_reported_device(bigint, text, text, bigint, integer, bigint, jsonb);

CREATE INDEX drive_by_name ON core.drive (org_id, wwn) WHERE wwn IS NOT NULL;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)) THEN
        ALTER TABLE core.evidence_file ALTER COLUMN bytes SET COMPRESSION lz4;
    END IF;
END $$;
