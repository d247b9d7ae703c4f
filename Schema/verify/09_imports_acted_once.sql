-- A file acts once, and a line of it makes one device.
SELECT 'file_imported_twice' AS fault, format('imports %s', string_agg(batch_id::text, ', ' ORDER BY batch_id)) AS object
  FROM core.import_batch WHERE undone_at IS NULL GROUP BY org_id, kind, target, file_sha256 HAVING count(*) > 1
UNION ALL
SELECT 'line_imported_twice', format('import %s, line %s', import_id, import_line)
  FROM core.stay WHERE import_id IS NOT NULL GROUP BY org_id, import_id, import_line, import_copy HAVING count(*) > 1
UNION ALL
SELECT 'device_without_a_stay', format('device %s', d.device_id)
  FROM core.device AS d WHERE NOT EXISTS (SELECT FROM core.stay AS s WHERE s.org_id = d.org_id AND s.device_id = d.device_id)
UNION ALL
SELECT 'device_without_a_history', format('device %s', d.device_id)
  FROM core.device AS d WHERE NOT EXISTS (SELECT FROM core.device_step AS t WHERE t.org_id = d.org_id AND t.device_id = d.device_id);
