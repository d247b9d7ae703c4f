-- Parts in the drawers are the sum of what went in and out; a part is where its last move took it.
SELECT 'parts_are_not_as_counted' AS fault, p.part AS object
  FROM core.counted_part AS p
 WHERE p.on_hand <> (SELECT coalesce(sum(m.delta), 0) FROM core.counted_part_move AS m WHERE m.org_id = p.org_id AND m.part = p.part)
UNION ALL
SELECT 'part_is_not_where_it_was_taken', format('component %s', c.component_id)
  FROM core.component AS c
  JOIN LATERAL (SELECT m.to_device_id FROM core.component_move AS m
                 WHERE m.org_id = c.org_id AND m.component_id = c.component_id ORDER BY m.nth DESC LIMIT 1) AS l ON true
 WHERE c.device_id IS DISTINCT FROM l.to_device_id;
