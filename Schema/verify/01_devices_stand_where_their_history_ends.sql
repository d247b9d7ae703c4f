-- A device is where its last step led it, in the stay of that step; and every step is told in the chained record.
WITH last AS (
    SELECT DISTINCT ON (org_id, device_id) org_id, device_id, nth, to_state, stay
      FROM core.device_step ORDER BY org_id, device_id, nth DESC
)
SELECT 'device_is_not_where_its_history_ends' AS fault, format('device %s', d.device_id) AS object
  FROM core.device AS d
  LEFT JOIN last AS l USING (org_id, device_id)
  LEFT JOIN lifecycle.state AS s ON s.state = d.state
 WHERE (d.state, d.step_nth, d.stay) IS DISTINCT FROM (l.to_state, l.nth, l.stay) OR d.clean IS DISTINCT FROM s.clean
UNION ALL
SELECT 'step_does_not_follow', format('device %s, step %s', device_id, nth)
  FROM (SELECT device_id, nth, from_state, stay, lag(nth, 1, 0) OVER way AS nth_before, lag(to_state, 1, 'new') OVER way AS state_before,
               lag(stay, 1, 1) OVER way AS stay_before
          FROM core.device_step WINDOW way AS (PARTITION BY org_id, device_id ORDER BY nth)) AS step
 WHERE nth <> nth_before + 1 OR from_state <> state_before OR stay NOT BETWEEN stay_before AND stay_before + 1
UNION ALL
SELECT 'step_off_the_map', format('device %s, step %s', t.device_id, t.nth)
  FROM core.device_step AS t
 WHERE NOT EXISTS (SELECT FROM lifecycle.step AS l WHERE (l.from_state, l.step, l.to_state, l.evidence) = (t.from_state, t.step, t.to_state, t.evidence))
UNION ALL
SELECT 'step_not_told', format('device %s', h.device_id)
  FROM (SELECT org_id, device_id, count(*) AS steps FROM core.device_step GROUP BY org_id, device_id) AS h
  LEFT JOIN audit.chain AS c ON c.org_id = h.org_id AND c.subject = 'device' AND c.subject_id = h.device_id
 WHERE h.steps > coalesce(c.seq, 0)
UNION ALL
SELECT 'stay_is_not_the_open_one', format('device %s', d.device_id)
  FROM core.device AS d
 WHERE d.stay IS DISTINCT FROM (SELECT max(s.stay) FROM core.stay AS s
                                 WHERE s.org_id = d.org_id AND s.device_id = d.device_id AND s.closed_at IS NULL);
