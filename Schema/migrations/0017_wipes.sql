-- What a report tells of a drive is one attempt in a stay, however many hand it in at once.
-- For the operator: reads the attempts once; wiping waits meanwhile.
ALTER TABLE core.wipe ADD CONSTRAINT report_tells_once UNIQUE (org_id, device_id, stay, drive_id, evidence_sha256);
