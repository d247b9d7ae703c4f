-- The chained record: every link computed anew, and the anchors likewise.
SELECT fault, format('%s %s, event %s', subject, subject_id, seq) AS object FROM audit.faults()
UNION ALL
SELECT CASE WHEN nth <> nth_before_it + 1 THEN 'anchor_left_out' WHEN prev_hash <> hash_before_it THEN 'anchor_on_another_chain'
            ELSE 'anchor_edited' END, format('anchor %s', nth)
  FROM (SELECT a.*, lag(nth, 1, 0) OVER line AS nth_before_it, lag(hash, 1, '\x'::bytea) OVER line AS hash_before_it,
               audit.anchor_link(prev_hash, nth, micros, chains, events, root) AS computed
          FROM audit.anchor AS a WINDOW line AS (PARTITION BY org_id ORDER BY nth)) AS anchor
 WHERE nth <> nth_before_it + 1 OR prev_hash <> hash_before_it OR computed <> hash;
