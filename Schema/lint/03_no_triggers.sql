-- Triggers cannot be distributed, and hide what a statement does: the schema has none but those that keep foreign keys.
SELECT 'trigger' AS finding, format('%s on %s', t.tgname, t.tgrelid::regclass) AS object
  FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE NOT t.tgisinternal AND n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report')
UNION ALL
SELECT 'event_trigger', evtname FROM pg_event_trigger
UNION ALL
SELECT 'rule', format('%s on %s', r.rulename, r.ev_class::regclass)
  FROM pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE r.rulename <> '_RETURN' AND n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report');
