-- What happened, with the instant and the person as people read them. Whoever asks sees what they may see.
DROP VIEW IF EXISTS report.event;

CREATE VIEW report.event WITH (security_invoker = true) AS
SELECT e.org_id, e.micros, e.subject, e.subject_id, e.seq, e.name, e.person_id, w.name AS by,
       to_char(to_timestamp(0) AT TIME ZONE 'UTC' + e.micros * interval '1 microsecond', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
  FROM audit.event AS e JOIN core.person AS w ON w.org_id = e.org_id AND w.person_id = e.person_id;
