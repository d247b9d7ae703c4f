-- Every series counts from one to its last number, each paper carries the hash of the one before, and the content is what was frozen.
WITH chained AS (
    SELECT d.*, lag(d.no, 1, 0) OVER series AS no_before_it, lag(d.hash, 1, '\x'::bytea) OVER series AS hash_before_it,
           sha256(d.prev_hash || context.bytes(d.kind || ':' || d.year || ':' || d.no || ':' || coalesce(d.amount_cents::text, '') || ':')
               || d.commitment) AS computed
      FROM core.document AS d WINDOW series AS (PARTITION BY d.org_id, d.kind, d.year ORDER BY d.no)
)
SELECT CASE WHEN no <> no_before_it + 1 THEN 'document_left_out' WHEN prev_hash <> hash_before_it THEN 'document_on_another_chain'
            ELSE 'document_edited' END AS fault, number AS object
  FROM chained WHERE no <> no_before_it + 1 OR prev_hash <> hash_before_it OR computed <> hash
UNION ALL
SELECT 'series_does_not_end_with_its_last_document', format('%s %s', s.kind, s.year)
  FROM core.document_series AS s
  LEFT JOIN LATERAL (SELECT d.no, d.hash FROM core.document AS d
                      WHERE d.org_id = s.org_id AND d.kind = s.kind AND d.year = s.year ORDER BY d.no DESC LIMIT 1) AS l ON true
 WHERE (s.last_no, s.last_hash) IS DISTINCT FROM (coalesce(l.no, 0), coalesce(l.hash, '\x'))
UNION ALL
SELECT fault, object FROM core.faults_of_papers()
UNION ALL
SELECT 'evidence_is_not_its_hash', encode(sha256, 'hex') FROM core.evidence_file WHERE sha256(bytes) <> sha256;
