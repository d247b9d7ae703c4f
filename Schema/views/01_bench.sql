-- What the bench asks of drives and machines. Views see what their reader may see: the row policies of the tables beneath hold.
DROP VIEW IF EXISTS report.waiting;
DROP VIEW IF EXISTS report.bench_drive;

-- Each drive that was counted in a machine's present stay, with all that a wipe report is held against.
CREATE VIEW report.bench_drive WITH (security_invoker = true) AS
SELECT s.org_id, s.device_id, d.kind AS device_kind, d.state, d.stay, s.slot, r.drive_id, r.serial, r.serial_key, r.maker, r.model,
       r.capacity_gb, r.media_kind, r.media_state, nullif(s.provable_from, '-infinity') AS counted_at,
       least(y.opened_at, CASE WHEN y.stay = 1 AND y.opened_by = 'donation' THEN g.received_on::timestamp AT TIME ZONE h.time_zone END) AS arrived_at,
       y.opened_by, y.origin_class, y.required_level,
       coalesce(p.level, 3::smallint) AS policy_level,
       s.failed_before + (SELECT count(*)::integer FROM core.wipe AS w WHERE w.org_id = s.org_id AND w.device_id = s.device_id AND w.stay = s.stay
           AND w.drive_id = s.drive_id AND NOT w.accepted) AS failed_attempts,
       c.kind AS cleared_by, c.destination, c.wipe_id,
       (SELECT w.finished_at FROM core.wipe AS w WHERE w.org_id = c.org_id AND w.wipe_id = c.wipe_id) AS proven_at
  FROM core.drive_slot AS s
  JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id AND d.stay = s.stay
  JOIN core.stay AS y ON y.org_id = s.org_id AND y.device_id = s.device_id AND y.stay = s.stay
  JOIN core.organisation AS h ON h.org_id = s.org_id
  LEFT JOIN core.donation AS g ON g.org_id = y.org_id AND g.donation_id = y.donation_id
  JOIN core.drive AS r ON r.org_id = s.org_id AND r.drive_id = s.drive_id
  LEFT JOIN reference.wipe_policy AS p ON p.origin_class = y.origin_class AND p.media_kind = r.media_kind
  LEFT JOIN core.clearance AS c ON c.org_id = s.org_id AND c.device_id = s.device_id AND c.stay = s.stay AND c.slot = s.slot;
