-- Two logins that can never become each other, neither of them above the rules, and none that makes anything.
SELECT 'login_above_the_rules' AS finding, r.rolname::text AS object
  FROM pg_roles AS r
 WHERE (r.rolname IN ('moulin_owner', 'moulin_main', 'moulin_social') AND (r.rolsuper OR r.rolbypassrls OR r.rolreplication))
    OR (r.rolname IN ('moulin_main', 'moulin_social') AND (r.rolcreaterole OR r.rolcreatedb))
UNION ALL
SELECT 'login_becomes_another', format('%s is a member of %s', m.member::regrole, m.roleid::regrole)
  FROM pg_auth_members AS m
 WHERE m.member::regrole::text IN ('moulin_main', 'moulin_social', 'moulin_owner')
    OR m.roleid::regrole::text IN ('moulin_main', 'moulin_social', 'moulin_owner')
UNION ALL
SELECT 'workshop_uses_social', 'schema social' WHERE has_schema_privilege('moulin_main', 'social', 'USAGE')
UNION ALL
SELECT 'workshop_reaches_a_column_of_social', format('%s.%s', a.attrelid::regclass, a.attname)
  FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE n.nspname = 'social' AND c.relkind IN ('r', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
   AND has_column_privilege('moulin_main', a.attrelid, a.attnum, 'SELECT, INSERT, UPDATE, REFERENCES')
UNION ALL
SELECT 'login_may_delete', format('%s from %s', l.login, c.oid::regclass)
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace, unnest(ARRAY['moulin_main', 'moulin_social']) AS l (login)
 WHERE n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report') AND c.relkind IN ('r', 'v')
   AND has_table_privilege(l.login, c.oid, 'DELETE, TRUNCATE, TRIGGER, REFERENCES')
UNION ALL
SELECT 'login_may_make', format('%s in schema %s', l.login, n.nspname)
  FROM pg_namespace AS n, unnest(ARRAY['moulin_main', 'moulin_social']) AS l (login)
 WHERE n.nspname !~ '^pg_(temp|toast_temp)_' AND has_schema_privilege(l.login, n.oid, 'CREATE')
UNION ALL
SELECT 'login_may_make', format('%s in the database', l.login)
  FROM unnest(ARRAY['moulin_main', 'moulin_social']) AS l (login)
 WHERE has_database_privilege(l.login, current_database(), 'CREATE, TEMP');
