-- Machines as lists, pages and the board show them.
DROP VIEW IF EXISTS report.ageing;
DROP VIEW IF EXISTS report.board;
DROP VIEW IF EXISTS report.stock;
DROP VIEW IF EXISTS report.flow;
DROP VIEW IF EXISTS report.waiting;
DROP VIEW IF EXISTS report.device_line;
DROP VIEW IF EXISTS report.found_device;
DROP VIEW IF EXISTS report.device_sheet;

-- By what machines are looked for.
CREATE VIEW report.found_device WITH (security_invoker = true) AS
SELECT d.org_id, d.device_id, d.stay, d.kind, d.state, d.place_id, d.maker, d.model, d.serial, d.external_ref,
       coalesce(d.maker, '') || ' ' || coalesce(d.model, '') || ' ' || coalesce(d.serial, '') || ' ' || coalesce(d.external_ref, '')
           AS searchable
  FROM core.device AS d;

-- One line a machine.
CREATE VIEW report.device_line WITH (security_invoker = true) AS
SELECT d.org_id, d.device_id, d.kind, d.maker, d.model, d.serial, d.external_ref, d.state, d.flags_up, d.drive_count, d.place_id,
       p.name AS place, d.lot_id, y.donation_id, s.at AS since,
       (SELECT g.grade FROM core.grade AS g WHERE g.org_id = d.org_id AND g.device_id = d.device_id AND g.stay = d.stay
         ORDER BY g.grade_id DESC LIMIT 1) AS grade
  FROM core.device AS d
  JOIN core.stay AS y ON y.org_id = d.org_id AND y.device_id = d.device_id AND y.stay = d.stay
  JOIN core.device_step AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.nth = d.step_nth
  LEFT JOIN core.place AS p ON p.org_id = d.org_id AND p.place_id = d.place_id;

-- All of one machine that is told once.
CREATE VIEW report.device_sheet WITH (security_invoker = true) AS
SELECT d.org_id, d.device_id, d.kind, d.maker, d.model, d.serial, d.external_ref, d.cpu, d.ram_mb, d.storage_gb, d.storage_kind, d.os,
       d.weight_g, d.comment, d.version, d.state, d.stay, d.drive_count, w.path AS place, l.name AS lot, y.opened_by,
       y.opened_at AS arrived_at, y.donation_id, y.origin_class, y.origin_regime, y.required_level, g.reference AS donation_reference,
       r.donor_id, r.name AS donor, r.kind AS donor_kind
  FROM core.device AS d
  JOIN core.stay AS y ON y.org_id = d.org_id AND y.device_id = d.device_id AND y.stay = d.stay
  LEFT JOIN core.donation AS g ON g.org_id = y.org_id AND g.donation_id = y.donation_id
  LEFT JOIN core.donor AS r ON r.org_id = g.org_id AND r.donor_id = g.donor_id
  LEFT JOIN report.place_path AS w ON w.org_id = d.org_id AND w.place_id = d.place_id
  LEFT JOIN core.lot AS l ON l.org_id = d.org_id AND l.lot_id = d.lot_id;

-- Machines on which somebody should work, with what holds each up. The states are those of the index device_waiting.
CREATE VIEW report.waiting WITH (security_invoker = true) AS
SELECT d.org_id, d.device_id, d.kind, d.maker, d.model, d.state, s.at AS since, p.name AS place, d.drive_count,
       ARRAY(SELECT f.kind FROM core.blocking_flag AS f WHERE f.org_id = d.org_id AND f.device_id = d.device_id AND f.lifted_at IS NULL
              ORDER BY f.kind) AS flags,
       ARRAY(SELECT coalesce(b.serial, '#' || b.slot) FROM report.bench_drive AS b WHERE b.org_id = d.org_id
              AND b.device_id = d.device_id AND b.cleared_by IS NULL ORDER BY b.slot) AS uncleared,
       EXISTS (SELECT FROM core.doubt AS q WHERE q.org_id = d.org_id AND q.decision IS NULL
              AND d.device_id IN (q.device_id, q.other_device_id)) AS in_doubt
  FROM core.device AS d
  JOIN core.device_step AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.nth = d.step_nth
  LEFT JOIN core.place AS p ON p.org_id = d.org_id AND p.place_id = d.place_id
 WHERE d.state IN ('received', 'triaged', 'wipe_pending', 'wipe_failed', 'wiped', 'testing', 'refurbishing', 'graded',
                   'returned_by_buyer', 'quarantined');

-- How many machines stand in each state that is not an end, and since when the oldest has.
CREATE VIEW report.board WITH (security_invoker = true) AS
SELECT d.org_id, d.state, count(*) AS devices, min(s.at) AS oldest
  FROM core.device AS d
  JOIN core.device_step AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.nth = d.step_nth
 WHERE d.state NOT IN ('sold', 'gifted', 'placed', 'disposed', 'returned_to_donor', 'cancelled', 'missing', 'withdrawn', 'merged')
 GROUP BY d.org_id, d.state;

-- What is on the shelf, reserved or free.
CREATE VIEW report.stock WITH (security_invoker = true) AS
SELECT d.org_id, d.kind, o.grade, y.origin_regime, count(*) FILTER (WHERE d.state = 'in_stock') AS free,
       count(*) FILTER (WHERE d.state = 'reserved') AS reserved, min(o.at) AS oldest
  FROM core.device AS d
  JOIN core.stay AS y ON y.org_id = d.org_id AND y.device_id = d.device_id AND y.stay = d.stay
  JOIN core.offer AS o ON o.org_id = d.org_id AND o.device_id = d.device_id AND o.withdrawn_at IS NULL
 WHERE d.state IN ('in_stock', 'reserved')
 GROUP BY d.org_id, d.kind, o.grade, y.origin_regime;

-- How long machines have stood where they are, in days.
CREATE VIEW report.ageing WITH (security_invoker = true) AS
SELECT d.org_id, d.state, count(*) FILTER (WHERE a.days < 7) AS under_7, count(*) FILTER (WHERE a.days >= 7 AND a.days < 30) AS under_30,
       count(*) FILTER (WHERE a.days >= 30 AND a.days < 90) AS under_90, count(*) FILTER (WHERE a.days >= 90) AS over_90,
       max(a.days)::integer AS oldest_days
  FROM core.device AS d
  JOIN core.device_step AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.nth = d.step_nth
 CROSS JOIN LATERAL (SELECT floor(extract(epoch FROM now() - s.at) / 86400) AS days) AS a
 WHERE d.state NOT IN ('sold', 'gifted', 'placed', 'disposed', 'returned_to_donor', 'cancelled', 'missing', 'withdrawn', 'merged')
 GROUP BY d.org_id, d.state;

-- How many machines took each step on each day, as the organisation's clock has it.
CREATE VIEW report.flow WITH (security_invoker = true) AS
SELECT s.org_id, (s.at AT TIME ZONE o.time_zone)::date AS day, s.step, s.to_state, count(*) AS devices
  FROM core.device_step AS s JOIN core.organisation AS o ON o.org_id = s.org_id
 GROUP BY s.org_id, (s.at AT TIME ZONE o.time_zone)::date, s.step, s.to_state;
