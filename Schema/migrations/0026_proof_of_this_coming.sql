-- A proof belongs to a drive in a stay, and to this coming of the drive: one that was counted in another machine before is proven only by
-- a wipe that ended after it was counted here, whatever the machine's own day of arrival. What failed before it moved still counts.
-- A drive is of one kind in a stay; a kind that was corrected leaves the proofs of earlier stays as they were given.
-- What a report of hardware tells stands beside what a person counts: drives that it names and nobody counted, and the kind that it read.
-- For the operator: adds columns and keys; reads drives, slots and attempts once, wiping waits meanwhile.
ALTER TABLE core.drive ADD COLUMN reported_kind text CONSTRAINT reported_kind_is_known
    CHECK (reported_kind IN ('hdd', 'ssd', 'nvme', 'embedded_flash', 'mobile_storage', 'flash_card'));
ALTER TABLE core.expected_drive ADD COLUMN gone_at timestamptz;
ALTER TABLE core.drive_slot
    ADD COLUMN media_kind text NOT NULL DEFAULT 'unknown',
    ADD COLUMN provable_from timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN failed_before integer NOT NULL DEFAULT 0 CONSTRAINT failures_before_are_few CHECK (failed_before BETWEEN 0 AND 3);
ALTER TABLE core.wipe
    ADD COLUMN provable_from timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN is_late boolean NOT NULL DEFAULT false,
    ADD COLUMN proven_kind text GENERATED ALWAYS AS (CASE WHEN accepted THEN media_kind END) STORED;

-- The owner sees all houses for these statements.
ALTER TABLE core.drive NO FORCE ROW LEVEL SECURITY;
ALTER TABLE core.drive_slot NO FORCE ROW LEVEL SECURITY;
ALTER TABLE core.wipe NO FORCE ROW LEVEL SECURITY;
ALTER TABLE core.custody NO FORCE ROW LEVEL SECURITY;
UPDATE core.drive_slot AS s SET media_kind = r.media_kind FROM core.drive AS r WHERE r.org_id = s.org_id AND r.drive_id = s.drive_id;
-- Attempts that are written down stay as they are judged; slots without any start as they would be counted now.
UPDATE core.drive_slot AS s
   SET provable_from = (SELECT max(c.at) FROM core.custody AS c
        WHERE c.org_id = s.org_id AND c.drive_id = s.drive_id AND c.device_id = s.device_id AND c.act = 'counted')
 WHERE EXISTS (SELECT FROM core.custody AS c
        WHERE c.org_id = s.org_id AND c.drive_id = s.drive_id AND c.device_id = s.device_id AND c.act = 'counted')
   AND EXISTS (SELECT FROM core.drive_slot AS o WHERE o.org_id = s.org_id AND o.drive_id = s.drive_id AND o.device_id <> s.device_id)
   AND NOT EXISTS (SELECT FROM core.wipe AS w WHERE w.org_id = s.org_id AND w.device_id = s.device_id AND w.stay = s.stay
        AND w.drive_id = s.drive_id);
ALTER TABLE core.drive FORCE ROW LEVEL SECURITY;
ALTER TABLE core.drive_slot FORCE ROW LEVEL SECURITY;
ALTER TABLE core.wipe FORCE ROW LEVEL SECURITY;
ALTER TABLE core.custody FORCE ROW LEVEL SECURITY;

ALTER TABLE core.drive_slot
    ADD CONSTRAINT slot_kind_key UNIQUE (org_id, device_id, stay, drive_id, media_kind),
    ADD CONSTRAINT slot_start_key UNIQUE (org_id, device_id, stay, drive_id, provable_from);
ALTER TABLE core.wipe DROP CONSTRAINT wipe_is_of_that_medium, DROP CONSTRAINT wipe_attempts_exhausted,
    ADD CONSTRAINT wipe_is_of_that_medium FOREIGN KEY (org_id, device_id, stay, drive_id, proven_kind)
        REFERENCES core.drive_slot (org_id, device_id, stay, drive_id, media_kind),
    ADD CONSTRAINT wipe_knows_since_when FOREIGN KEY (org_id, device_id, stay, drive_id, provable_from)
        REFERENCES core.drive_slot (org_id, device_id, stay, drive_id, provable_from),
    ADD CONSTRAINT wipe_ended_before_count CHECK (NOT accepted OR finished_at >= provable_from),
    -- A tool may fail on a drive again after it was cleared; that is told, however many attempts there were.
    ADD CONSTRAINT wipe_attempts_exhausted CHECK (attempt >= 1 AND (attempt <= 3 OR (is_late AND NOT accepted)));

-- A report may find a drive that nobody counted.
ALTER TABLE core.blocking_flag DROP CONSTRAINT flag_kind_is_known, ADD CONSTRAINT flag_kind_is_known CHECK (kind IN
    ('activation_lock', 'bios_password', 'remote_management', 'hazard', 'ownership_doubt', 'recall', 'wipe_recheck', 'uncounted_drive', 'other'));
