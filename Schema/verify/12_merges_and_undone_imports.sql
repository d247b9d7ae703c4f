-- An undone import has withdrawn its own machines and no others; a merged machine has its one merge, and lends its identifiers only while it lasts.
SELECT 'withdrawn_by_another_import' AS fault, format('device %s', t.device_id) AS object
  FROM core.device_step AS t JOIN core.stay AS y USING (org_id, device_id, stay)
 WHERE t.evidence = 'import_undo' AND y.import_id IS DISTINCT FROM t.undone_import_id
UNION ALL
SELECT 'import_undone_in_part', format('import %s, device %s', u.batch_id, y.device_id)
  FROM core.import_undo AS u JOIN core.stay AS y ON y.org_id = u.org_id AND y.import_id = u.batch_id
  JOIN core.device AS d ON d.org_id = y.org_id AND d.device_id = y.device_id WHERE d.state <> 'withdrawn'
UNION ALL
SELECT 'merged_without_a_merge', format('device %s', d.device_id)
  FROM core.device AS d WHERE d.state = 'merged' AND NOT EXISTS (SELECT FROM core.device_merge AS m
    WHERE m.org_id = d.org_id AND m.device_id = d.device_id AND m.split_at IS NULL)
UNION ALL
SELECT 'merge_of_a_machine_that_is_not_merged', format('merge %s', m.merge_id)
  FROM core.device_merge AS m JOIN core.device AS d USING (org_id, device_id) WHERE m.split_at IS NULL AND d.state <> 'merged'
UNION ALL
SELECT 'merged_into_nothing', format('merge %s', m.merge_id)
  FROM core.device_merge AS m JOIN core.device AS v ON v.org_id = m.org_id AND v.device_id = m.survivor_id
 WHERE m.split_at IS NULL AND v.state IN ('merged', 'withdrawn')
UNION ALL
SELECT 'identifier_lent_astray', format('device %s, %s', i.device_id, i.kind)
  FROM core.identifier AS i JOIN core.device_merge AS m USING (org_id, merge_id)
 WHERE m.split_at IS NOT NULL OR m.survivor_id <> i.device_id;
