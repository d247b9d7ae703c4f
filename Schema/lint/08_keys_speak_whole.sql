-- A key with several columns is silent as soon as one of them is null. Where two may be null, a check ties them, so that
-- nobody leaves one out to say the other unheard.
WITH silent AS (
    SELECT c.oid, c.conname, c.conrelid, array_agg(a.attnum) AS columns
      FROM pg_constraint AS c
      JOIN unnest(c.conkey) AS k (attnum) ON true
      JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
     WHERE c.contype = 'f' AND NOT a.attnotnull AND a.attgenerated = '' AND c.confmatchtype = 's'
     GROUP BY c.oid HAVING count(*) > 1
)
SELECT 'foreign_key_that_may_be_half_silent' AS finding, format('%s on %s', s.conname, s.conrelid::regclass) AS object
  FROM silent AS s
 WHERE NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = s.conrelid AND k.contype = 'c' AND s.columns <@ k.conkey);
