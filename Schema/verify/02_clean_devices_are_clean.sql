-- A device in a clean state, or sold or placed out of one, has a counted number of drives and each of them is proven clean in this very stay or gone.
-- Acceptance is judged again from the figures of the report and the demands of the stay, not from the verdict that was kept.
WITH proof AS (
    SELECT w.org_id, w.wipe_id, w.drive_id, w.device_id, w.stay,
           w.result = 'success' AND w.pass_errors = 0 AND w.verify_errors = 0 AND w.sync_errors = 0 AND w.rounds_done >= w.rounds_asked
               AND w.verified <> 'none' AND w.hidden_sectors IN ('none', 'not_applicable') AND w.finished_at >= least(s.opened_at, w.stay_opened_at)
               AND w.finished_at >= w.provable_from
               AND m.level > 0 AND m.level >= p.level AND m.level >= s.required_level AS holds,
           w.accepted, (w.level, w.policy_level, w.donor_level, w.origin_class)
               IS DISTINCT FROM (m.level, p.level, s.required_level, s.origin_class)
               OR w.stay_opened_at > s.opened_at OR (w.stay_opened_at < s.opened_at AND (s.stay > 1 OR s.opened_by <> 'donation')) AS differs
      FROM core.wipe AS w
      JOIN core.stay AS s USING (org_id, device_id, stay)
      LEFT JOIN reference.wipe_method AS m ON m.method = w.method AND m.media_kind = w.media_kind
      LEFT JOIN reference.wipe_policy AS p ON p.origin_class = s.origin_class AND p.media_kind = w.media_kind
), counted AS (
    SELECT s.org_id, s.device_id, s.stay, s.drive_count,
           (SELECT count(*) FROM core.drive_slot AS l WHERE (l.org_id, l.device_id, l.stay) = (s.org_id, s.device_id, s.stay)) AS slots,
           (SELECT count(DISTINCT l.slot) FROM core.drive_slot AS l
              JOIN core.clearance AS c USING (org_id, device_id, stay, slot, drive_id)
              LEFT JOIN proof AS p ON p.org_id = c.org_id AND p.wipe_id = c.wipe_id
             WHERE (l.org_id, l.device_id, l.stay) = (s.org_id, s.device_id, s.stay)
               AND (c.kind = 'removed' OR (p.holds AND (p.drive_id, p.device_id, p.stay) = (c.drive_id, c.device_id, c.stay)))) AS cleared
      FROM core.stay AS s
)
SELECT 'wipe_accepted_against_its_figures' AS fault, format('wipe %s', wipe_id) AS object FROM proof WHERE accepted AND holds IS NOT TRUE
UNION ALL
SELECT 'wipe_says_other_demands_than_its_stay', format('wipe %s', wipe_id) FROM proof WHERE differs
UNION ALL
SELECT 'drives_are_not_as_counted', format('device %s, stay %s', device_id, stay) FROM counted WHERE drive_count IS DISTINCT FROM slots AND NOT (drive_count IS NULL AND slots = 0)
UNION ALL
SELECT 'device_is_not_clean', format('device %s', d.device_id)
  FROM core.device AS d JOIN lifecycle.state AS l USING (state) LEFT JOIN counted AS c USING (org_id, device_id, stay)
 WHERE l.clean AND (c.drive_count IS NULL OR c.cleared <> c.slots OR c.slots <> c.drive_count OR d.drive_count IS DISTINCT FROM c.drive_count)
UNION ALL
SELECT 'sold_unclean', format('sale %s', s.sale_id)
  FROM core.sale AS s LEFT JOIN counted AS c USING (org_id, device_id, stay)
 WHERE s.status = 'active' AND (c.drive_count IS NULL OR c.cleared <> c.slots OR c.slots <> s.drive_count)
UNION ALL
SELECT 'placed_unclean', format('placement %s', s.placement_id)
  FROM core.placement AS s LEFT JOIN counted AS c USING (org_id, device_id, stay)
 WHERE s.ended_at IS NULL AND (c.drive_count IS NULL OR c.cleared <> c.slots OR c.slots <> s.drive_count)
UNION ALL
SELECT 'clearances_are_not_in_order', format('device %s, stay %s', device_id, stay)
  FROM core.clearance GROUP BY org_id, device_id, stay HAVING max(nth) <> count(*) OR min(nth) <> 1 OR count(DISTINCT slot) <> count(*);
