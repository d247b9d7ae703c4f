-- What tools report of a drive in a stay is one attempt for each end, whatever file tells it: a log that grew is another file, and tells
-- what it told before. A person's word has no end but the moment of recording.
-- A house may have recorded the same attempt from several files before. An attempt is never taken back, and what rests on it would fall with
-- it: those that repeat another stay as they are, marked, and the index leaves them out. No door sets the mark.
-- For the operator: reads the attempts and builds one index over them; wiping waits meanwhile.
ALTER TABLE core.wipe ADD COLUMN told_before boolean NOT NULL DEFAULT false;
-- The owner sees all houses for this one statement.
ALTER TABLE core.wipe NO FORCE ROW LEVEL SECURITY;
UPDATE core.wipe AS w SET told_before = true
 WHERE w.source <> 'by_hand'
   AND EXISTS (SELECT FROM core.wipe AS b WHERE b.source <> 'by_hand' AND (b.org_id, b.device_id, b.stay, b.drive_id, b.finished_at)
       = (w.org_id, w.device_id, w.stay, w.drive_id, w.finished_at) AND b.attempt < w.attempt);
ALTER TABLE core.wipe FORCE ROW LEVEL SECURITY;
ALTER TABLE core.wipe DROP CONSTRAINT report_tells_once;
CREATE UNIQUE INDEX report_tells_once ON core.wipe (org_id, device_id, stay, drive_id, finished_at)
    WHERE source <> 'by_hand' AND NOT told_before;

-- The hash goes with an attempt instead of its file.
DROP FUNCTION IF EXISTS core.record_wipe(bigint, integer, jsonb, boolean, jsonb, bytea, text),
    core.record_wipes(bigint[], integer[], jsonb[], boolean[], jsonb[], integer[], bytea[], text[]);
