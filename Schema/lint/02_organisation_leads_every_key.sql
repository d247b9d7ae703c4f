-- Tenants are apart, and the schema can be distributed as it stands, only if the organisation leads every key of its tables.
SELECT 'key_not_led_by_the_organisation' AS finding, format('%s on %s', i.indexrelid::regclass, i.indrelid::regclass) AS object
  FROM pg_index AS i
  JOIN pg_attribute AS o ON o.attrelid = i.indrelid AND o.attname = 'org_id'
  JOIN pg_class AS t ON t.oid = i.indrelid
  JOIN pg_namespace AS n ON n.oid = t.relnamespace
 WHERE n.nspname IN ('core', 'social', 'audit') AND (i.indisunique OR i.indisexclusion) AND i.indkey[0] <> o.attnum
UNION ALL
-- A key that points at a table of organisations carries the organisation on both sides, in front.
SELECT 'foreign_key_not_led_by_the_organisation', format('%s on %s', c.conname, c.conrelid::regclass)
  FROM pg_constraint AS c
  JOIN pg_attribute AS there ON there.attrelid = c.confrelid AND there.attname = 'org_id'
  LEFT JOIN pg_attribute AS here ON here.attrelid = c.conrelid AND here.attname = 'org_id'
 WHERE c.contype = 'f' AND (c.confkey[1] <> there.attnum OR c.conkey[1] IS DISTINCT FROM here.attnum);
