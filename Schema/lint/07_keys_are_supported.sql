-- A key that may move in the table pointed at asks for an index on the side that points: without one, each such change
-- reads a whole table. Nothing is ever deleted, so only keys with a column that changes matter; those are named here, and
-- every other key is written once. References of the lists that a migration reloads change with a migration only.
WITH changing (relation, attribute) AS (
    VALUES ('core.stay', 'drive_count'), ('core.stay', 'open_stay'), ('core.drive', 'media_kind'), ('core.donor', 'kind'),
           ('core.donation', 'origin_class'), ('core.donation', 'origin_regime'), ('core.offer', 'grade'), ('core.rule_version', 'name'),
           ('core.document_series', 'year'), ('core.sale', 'price_cents')
)
SELECT DISTINCT 'foreign_key_without_an_index' AS finding, format('%s on %s', c.conname, c.conrelid::regclass) AS object
  FROM pg_constraint AS c
  JOIN unnest(c.confkey) AS k (attnum) ON true
  JOIN pg_attribute AS a ON a.attrelid = c.confrelid AND a.attnum = k.attnum
  JOIN changing ON changing.relation::regclass = c.confrelid AND changing.attribute = a.attname
 WHERE c.contype = 'f'
   AND NOT EXISTS (SELECT FROM pg_index AS i
                    WHERE i.indrelid = c.conrelid AND i.indpred IS NULL AND i.indnkeyatts >= 2
                      AND i.indkey[0] = ANY (c.conkey) AND i.indkey[1] = ANY (c.conkey));
