-- What a report tells of a drive is one attempt in a stay, however many hand it in at once; a log to which runs were appended
-- tells several, each with its end.
-- For the operator: reads the attempts once; wiping waits meanwhile.
ALTER TABLE core.wipe ADD CONSTRAINT report_tells_once UNIQUE (org_id, device_id, stay, drive_id, evidence_sha256, finished_at);
