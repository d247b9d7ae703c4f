-- The register of goods and the closed days: no line left out, each on the hash of the one before, the total never set back.
WITH line AS (
    SELECT l.*, lag(no, 1, 0) OVER book AS no_before_it, lag(hash, 1, '\x'::bytea) OVER book AS hash_before_it,
           sha256(prev_hash || source_commitment || context.bytes(year || ':' || no || ':' || description || ':' || value_cents)) AS computed
      FROM core.register_line AS l WINDOW book AS (PARTITION BY org_id, year ORDER BY no)
), closed AS (
    SELECT c.*, lag(nth, 1, 0) OVER row_of AS nth_before_it, lag(hash, 1, '\x'::bytea) OVER row_of AS hash_before_it,
           sum(total_cents) OVER row_of AS total_so_far,
           sha256(prev_hash || context.bytes(period || ':' || nth || ':' || sales || ':' || total_cents || ':' || (perpetual_before + total_cents)
               || ':' || last_transfer_id)) AS computed
      FROM core.closing AS c WINDOW row_of AS (PARTITION BY org_id, period ORDER BY nth)
)
SELECT CASE WHEN no <> no_before_it + 1 THEN 'line_left_out' WHEN prev_hash <> hash_before_it THEN 'line_on_another_chain'
            ELSE 'line_edited' END AS fault, format('register %s, line %s', year, no) AS object
  FROM line WHERE no <> no_before_it + 1 OR prev_hash <> hash_before_it OR computed <> hash
UNION ALL
SELECT 'source_is_not_what_was_entered', format('register %s, line %s', s.year, s.no)
  FROM core.register_source AS s JOIN core.register_line AS l USING (org_id, year, no)
 WHERE s.salt IS NOT NULL AND s.source IS NOT NULL AND sha256(s.salt || context.bytes(s.source)) <> l.source_commitment
UNION ALL
SELECT CASE WHEN nth <> nth_before_it + 1 THEN 'closing_left_out' WHEN prev_hash <> hash_before_it THEN 'closing_on_another_chain'
            WHEN perpetual_cents <> total_so_far THEN 'perpetual_total_set_back' ELSE 'closing_edited' END,
       format('closing of the %s, %s', period, nth)
  FROM closed WHERE nth <> nth_before_it + 1 OR prev_hash <> hash_before_it OR perpetual_cents <> total_so_far OR computed <> hash
UNION ALL
SELECT 'register_not_closed_on_its_last_line', format('register %s', k.year)
  FROM core.register_closing AS k
  LEFT JOIN LATERAL (SELECT l.no, l.hash FROM core.register_line AS l WHERE l.org_id = k.org_id AND l.year = k.year
                      ORDER BY l.no DESC LIMIT 1) AS last ON true
 WHERE (k.last_no, k.last_hash) IS DISTINCT FROM (last.no, coalesce(last.hash, '\x'));
