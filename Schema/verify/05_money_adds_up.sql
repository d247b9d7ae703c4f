-- Payments add up to the price, transfers to the payments, reversals to what was refunded; nothing is reversed beyond what moved.
WITH paid AS (
    SELECT org_id, sale_id, sum(cents) AS cents, count(*) AS n, max(nth) AS last FROM core.payment GROUP BY org_id, sale_id
), moved AS (
    SELECT org_id, sale_id, coalesce(sum(cents) FILTER (WHERE reverses IS NULL), 0) AS cents,
           coalesce(sum(cents) FILTER (WHERE reverses IS NOT NULL), 0) AS back
      FROM core.transfer GROUP BY org_id, sale_id
), refunded AS (
    SELECT org_id, sale_id, sum(refund_cents) AS cents FROM core.device_return WHERE sale_id IS NOT NULL GROUP BY org_id, sale_id
)
SELECT CASE WHEN s.instalments IS NULL AND coalesce(p.cents, 0) <> s.price_cents THEN 'payments_do_not_make_the_price'
            WHEN coalesce(p.cents, 0) > s.price_cents THEN 'more_paid_than_asked'
            WHEN p.n <> p.last THEN 'payment_left_out'
            WHEN coalesce(m.cents, 0) <> coalesce(p.cents, 0) THEN 'transfers_do_not_make_the_payments'
            WHEN coalesce(m.back, 0) <> coalesce(r.cents, 0) THEN 'reversals_do_not_make_the_refund'
            ELSE 'more_refunded_than_paid' END AS fault, format('sale %s', s.sale_id) AS object
  FROM core.sale AS s
  LEFT JOIN paid AS p USING (org_id, sale_id)
  LEFT JOIN moved AS m USING (org_id, sale_id)
  LEFT JOIN refunded AS r USING (org_id, sale_id)
 WHERE (s.instalments IS NULL AND coalesce(p.cents, 0) <> s.price_cents) OR coalesce(p.cents, 0) > s.price_cents OR p.n <> p.last
    OR coalesce(m.cents, 0) <> coalesce(p.cents, 0) OR coalesce(m.back, 0) <> coalesce(r.cents, 0) OR coalesce(m.back, 0) > coalesce(m.cents, 0)
UNION ALL
SELECT 'transfer_is_not_a_payment', format('sale %s, %s', coalesce(t.sale_id, p.sale_id), coalesce(t.method, p.method))
  FROM (SELECT org_id, sale_id, debit_account AS method, sum(cents) AS cents FROM core.transfer
         WHERE reverses IS NULL AND credit_account = 'sales' GROUP BY 1, 2, 3) AS t
  FULL JOIN (SELECT org_id, sale_id, method, sum(cents) AS cents FROM core.payment GROUP BY 1, 2, 3) AS p USING (org_id, sale_id, method)
 WHERE t.cents IS DISTINCT FROM p.cents
UNION ALL
SELECT 'reversal_is_not_the_other_way_round', format('transfer %s', b.transfer_id)
  FROM core.transfer AS b LEFT JOIN core.transfer AS f ON f.org_id = b.org_id AND f.transfer_id = b.reverses
 WHERE b.reverses IS NOT NULL AND ((f.sale_id, f.debit_account, f.credit_account) IS DISTINCT FROM (b.sale_id, b.credit_account, b.debit_account)
    OR b.cents > f.cents);
