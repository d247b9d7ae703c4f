-- What the bench asks of drives and machines. Views see what their reader may see: the row policies of the tables beneath hold.
DROP VIEW IF EXISTS report.waiting;
DROP VIEW IF EXISTS report.bench_drive;

-- Each drive that was counted in a machine's present stay, with all that a wipe report is held against.
CREATE VIEW report.bench_drive WITH (security_invoker = true) AS
SELECT s.org_id, s.device_id, d.kind AS device_kind, d.state, d.stay, s.slot, r.drive_id, r.serial, r.serial_key, r.maker, r.model,
       r.capacity_gb, r.media_kind, r.media_state, y.opened_at AS arrived_at, y.opened_by, y.origin_class, y.required_level,
       coalesce(p.level, 3::smallint) AS policy_level,
       (SELECT count(*)::integer FROM core.wipe AS w WHERE w.org_id = s.org_id AND w.device_id = s.device_id AND w.stay = s.stay
           AND w.drive_id = s.drive_id AND NOT w.accepted) AS failed_attempts,
       c.kind AS cleared_by, c.destination, c.wipe_id
  FROM core.drive_slot AS s
  JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id AND d.stay = s.stay
  JOIN core.stay AS y ON y.org_id = s.org_id AND y.device_id = s.device_id AND y.stay = s.stay
  JOIN core.drive AS r ON r.org_id = s.org_id AND r.drive_id = s.drive_id
  LEFT JOIN reference.wipe_policy AS p ON p.origin_class = y.origin_class AND p.media_kind = r.media_kind
  LEFT JOIN core.clearance AS c ON c.org_id = s.org_id AND c.device_id = s.device_id AND c.stay = s.stay AND c.slot = s.slot;
