-- A function that runs with its owner's rights is a door: its names are fixed, and it opens to whom it was given.
SELECT CASE WHEN p.proconfig IS NULL OR NOT EXISTS (SELECT FROM unnest(p.proconfig) AS s WHERE s LIKE 'search_path=%') THEN 'definer_without_search_path'
            WHEN EXISTS (SELECT FROM unnest(p.proconfig) AS s WHERE s LIKE 'search_path=%' AND s NOT LIKE '%pg_temp') THEN 'definer_with_open_search_path'
            ELSE 'definer_open_to_everybody' END AS finding,
       p.oid::regprocedure::text AS object
  FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
 WHERE p.prosecdef AND n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report')
   AND (p.proconfig IS NULL OR NOT EXISTS (SELECT FROM unnest(p.proconfig) AS s WHERE s LIKE 'search_path=%pg_temp')
        OR EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
                    WHERE a.grantee = 0 AND a.privilege_type = 'EXECUTE'))
UNION ALL
SELECT 'function_open_to_everybody', p.oid::regprocedure::text
  FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
 WHERE NOT p.prosecdef AND n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report')
   AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a WHERE a.grantee = 0);
