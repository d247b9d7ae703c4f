-- One line for whoever may act at this moment: what every request reads of the person before anything else.
DROP VIEW IF EXISTS core.present_person;
CREATE VIEW core.present_person WITH (security_invoker = true) AS
SELECT p.org_id, p.person_id, p.login, p.name, p.language, o.name AS organisation, o.time_zone, o.currency, t.now,
       (t.now AT TIME ZONE o.time_zone)::date::text AS today,
       ARRAY(SELECT r.role FROM core.person_role AS r
              WHERE r.org_id = p.org_id AND r.person_id = p.person_id AND t.now <@ r.during) AS roles
  FROM (SELECT clock_timestamp() AS now) AS t
  JOIN core.person AS p ON t.now <@ p.active_during
  JOIN core.organisation AS o ON o.org_id = p.org_id;
