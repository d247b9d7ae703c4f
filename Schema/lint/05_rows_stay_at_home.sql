-- Every table of an organisation forces its row policies, to the owner too, and every view passes them on.
SELECT 'rows_not_forced' AS finding, c.oid::regclass::text AS object
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
 WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report')
   AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
UNION ALL
SELECT 'table_without_policies', c.oid::regclass::text
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('core', 'social', 'audit')
   AND EXISTS (SELECT FROM unnest(ARRAY['r', 'a', 'w']) AS command
                WHERE NOT EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.oid AND p.polcmd::text = command AND p.polpermissive))
UNION ALL
SELECT 'policy_asked_for_each_row', format('%s on %s', p.polname, p.polrelid::regclass)
  FROM pg_policy AS p
 WHERE concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) !~ '\( SELECT '
UNION ALL
SELECT 'rows_may_be_deleted', format('%s on %s', p.polname, p.polrelid::regclass) FROM pg_policy AS p
 WHERE p.polcmd = '*' OR (p.polcmd = 'd' AND (p.polname <> 'erased_on_its_clock' OR p.polroles <> ARRAY[(
        SELECT c.relowner FROM pg_class AS c WHERE c.oid = p.polrelid)]))
UNION ALL
SELECT 'view_with_its_owners_rights', c.oid::regclass::text
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE c.relkind = 'v' AND n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report')
   AND NOT coalesce(c.reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on', 'security_invoker=1',
       'security_barrier=true', 'security_barrier=on', 'security_barrier=1']
UNION ALL
SELECT 'materialised_view', c.oid::regclass::text
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE c.relkind = 'm' AND n.nspname IN ('core', 'social', 'audit', 'report');
