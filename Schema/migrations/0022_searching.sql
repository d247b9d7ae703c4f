-- What no statement can use, and what one lacked.
-- For the operator: short, but for the index over the attempts.
-- Behind the policies of its table no search for a part of a word uses an index of trigrams: the operator is not declared free of
-- leaks, so it is asked of a row only after the policy. They were written with each machine and each donor, and never read.
DROP INDEX core.device_by_text, core.donor_by_name;
-- Which attempts a file told already is asked of every report that is handed in.
CREATE INDEX wipe_by_evidence ON core.wipe (org_id, evidence_sha256) WHERE evidence_sha256 IS NOT NULL;

-- It answers the names of drives now.
DROP FUNCTION IF EXISTS core.count_custody(integer, bigint[], text);
