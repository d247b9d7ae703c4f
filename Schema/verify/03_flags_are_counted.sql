-- The number of flags that are up is a counter; here they are counted.
SELECT 'flags_are_not_as_counted' AS fault, format('device %s', d.device_id) AS object
  FROM core.device AS d
 WHERE d.flags_up <> (SELECT count(*) FROM core.blocking_flag AS f WHERE f.org_id = d.org_id AND f.device_id = d.device_id AND f.lifted_at IS NULL)
UNION ALL
SELECT 'flagged_device_on_the_shelf_or_out', format('device %s', f.device_id)
  FROM core.blocking_flag AS f JOIN core.device AS d USING (org_id, device_id)
 WHERE f.lifted_at IS NULL AND d.state IN ('in_stock', 'reserved', 'sold', 'gifted', 'placed');
