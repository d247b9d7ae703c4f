-- Constraint names are API: a refusal is known by them. PostgreSQL's own names say nothing and change with the columns.
SELECT 'constraint_without_a_name' AS finding, format('%s on %s', c.conname, c.conrelid::regclass) AS object
  FROM pg_constraint AS c JOIN pg_namespace AS n ON n.oid = c.connamespace
 WHERE n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit') AND c.contype IN ('c', 'f', 'p', 'u', 'x')
   AND c.conname ~ '(_pkey|_fkey|_check|_excl|_key)[0-9]*$'
   AND c.conname LIKE (SELECT relname FROM pg_class WHERE oid = c.conrelid) || '\_%'
   AND (c.contype <> 'p' OR c.conname LIKE '%\_pkey')
   AND (c.contype <> 'u' OR c.conname = concat((SELECT relname FROM pg_class WHERE oid = c.conrelid), '_',
       (SELECT string_agg(a.attname, '_' ORDER BY k.nth) FROM unnest(c.conkey) WITH ORDINALITY AS k (attnum, nth)
          JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = k.attnum), '_key'));
