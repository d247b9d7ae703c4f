-- Three logins that can never become each other, none of them above the rules, and none that makes anything.
SELECT 'login_above_the_rules' AS finding, r.rolname::text AS object
  FROM pg_roles AS r
 WHERE (r.rolname IN ('moulin_owner', 'moulin_main', 'moulin_social', 'moulin_public') AND (r.rolsuper OR r.rolbypassrls OR r.rolreplication))
    OR (r.rolname IN ('moulin_main', 'moulin_social', 'moulin_public') AND (r.rolcreaterole OR r.rolcreatedb))
UNION ALL
SELECT 'login_becomes_another', format('%s is a member of %s', m.member::regrole, m.roleid::regrole)
  FROM pg_auth_members AS m
 WHERE m.member::regrole::text IN ('moulin_main', 'moulin_social', 'moulin_public', 'moulin_owner')
    OR m.roleid::regrole::text IN ('moulin_main', 'moulin_social', 'moulin_public', 'moulin_owner')
UNION ALL
SELECT 'workshop_uses_social', 'schema social' WHERE has_schema_privilege('moulin_main', 'social', 'USAGE')
UNION ALL
SELECT 'workshop_reaches_a_column_of_social', format('%s.%s', a.attrelid::regclass, a.attname)
  FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE n.nspname = 'social' AND c.relkind IN ('r', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
   AND has_column_privilege('moulin_main', a.attrelid, a.attnum, 'SELECT, INSERT, UPDATE, REFERENCES')
UNION ALL
SELECT 'login_may_delete', format('%s from %s', l.login, c.oid::regclass)
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace, unnest(ARRAY['moulin_main', 'moulin_social', 'moulin_public']) AS l (login)
 WHERE n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report') AND c.relkind IN ('r', 'v')
   AND has_table_privilege(l.login, c.oid, 'DELETE, TRUNCATE, TRIGGER, REFERENCES')
UNION ALL
SELECT 'login_may_make', format('%s in schema %s', l.login, n.nspname)
  FROM pg_namespace AS n, unnest(ARRAY['moulin_main', 'moulin_social', 'moulin_public']) AS l (login)
 WHERE n.nspname !~ '^pg_(temp|toast_temp)_' AND has_schema_privilege(l.login, n.oid, 'CREATE')
UNION ALL
SELECT 'login_may_make', format('%s in the database', l.login)
  FROM unnest(ARRAY['moulin_main', 'moulin_social', 'moulin_public']) AS l (login)
 WHERE has_database_privilege(l.login, current_database(), 'CREATE, TEMP')
UNION ALL
SELECT 'the_public_reaches_a_column', format('%s.%s', a.attrelid::regclass, a.attname)
  FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report') AND c.relkind IN ('r', 'p', 'v', 'm')
   AND a.attnum > 0 AND NOT a.attisdropped
   AND has_column_privilege('moulin_public', a.attrelid, a.attnum, 'SELECT, INSERT, UPDATE, REFERENCES')
UNION ALL
SELECT 'the_public_uses_a_sequence', c.oid::regclass::text
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE n.nspname IN ('core', 'social', 'audit') AND CASE WHEN c.relkind = 'S' THEN has_sequence_privilege('moulin_public', c.oid, 'USAGE, SELECT, UPDATE') ELSE false END
UNION ALL
-- A door for the public is one that speaks as the public: nothing that the staff's doors do.
SELECT 'the_public_uses_a_door_of_the_house', p.oid::regprocedure::text
  FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
 WHERE n.nspname IN ('context', 'lifecycle', 'reference', 'core', 'social', 'audit', 'report')
   AND has_function_privilege('moulin_public', p.oid, 'EXECUTE')
   AND NOT (p.prosecdef AND n.nspname = 'core' AND (p.proname = 'public_person' OR p.prosrc ~ 'core\.(require_public|donor_of_link|voucher_of_code)\('));
