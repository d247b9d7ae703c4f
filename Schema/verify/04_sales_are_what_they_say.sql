-- A sale is one with its step, its device, its stay's origin, its offer and its price; who is out has a sale, a placement, or is missing.
SELECT 'sale_without_its_step' AS fault, format('sale %s', s.sale_id) AS object
  FROM core.sale AS s
 WHERE NOT EXISTS (SELECT FROM core.device_step AS t WHERE t.org_id = s.org_id AND t.device_id = s.device_id AND t.nth = s.step_nth
                      AND t.evidence = 'sale' AND t.evidence_id = s.sale_id AND t.stay = s.stay)
UNION ALL
SELECT 'sale_of_a_device_that_is_elsewhere', format('sale %s', s.sale_id)
  FROM core.sale AS s JOIN core.device AS d USING (org_id, device_id)
 WHERE s.status = 'active' AND (d.state NOT IN ('sold', 'gifted', 'missing') OR d.stay <> s.stay)
UNION ALL
SELECT 'device_sold_without_a_sale', format('device %s', d.device_id)
  FROM core.device AS d
 WHERE d.state IN ('sold', 'gifted')
   AND (SELECT count(*) FROM core.sale AS s WHERE s.org_id = d.org_id AND s.device_id = d.device_id AND s.status = 'active') <> 1
UNION ALL
SELECT 'device_placed_without_a_placement', format('device %s', d.device_id)
  FROM core.device AS d
 WHERE d.state = 'placed'
   AND (SELECT count(*) FROM core.placement AS p WHERE p.org_id = d.org_id AND p.device_id = d.device_id AND p.ended_at IS NULL AND p.stay = d.stay) <> 1
UNION ALL
SELECT 'sale_of_another_origin', format('sale %s', s.sale_id)
  FROM core.sale AS s JOIN core.stay AS t USING (org_id, device_id, stay) WHERE s.origin_regime <> t.origin_regime
UNION ALL
SELECT 'sale_at_a_price_of_no_grid', format('sale %s', s.sale_id)
  FROM core.sale AS s
 WHERE NOT EXISTS (SELECT FROM core.price AS p WHERE p.org_id = s.org_id AND p.grid = s.grid AND p.kind = s.kind AND p.grade = s.grade AND p.cents = s.grid_cents)
UNION ALL
SELECT 'sale_over_its_cap', format('sale %s', s.sale_id)
  FROM core.sale AS s
  LEFT JOIN core.price_cap AS c ON c.org_id = s.org_id AND c.caps = s.caps AND c.kind = s.kind
 WHERE (s.origin_regime = 'public_resale' AND (c.cents IS NULL OR s.price_cents > c.cents)) OR s.price_cents > s.grid_cents
    OR (s.origin_regime = 'public_no_resale' AND s.price_cents > 0)
UNION ALL
SELECT 'sale_outside_its_voucher', format('sale %s', s.sale_id)
  FROM core.sale AS s
  LEFT JOIN core.voucher AS v USING (org_id, voucher_id)
 WHERE v.revoked_at <= s.sold_at
    OR NOT EXISTS (SELECT FROM core.voucher_term AS m WHERE m.org_id = s.org_id AND m.voucher_id = s.voucher_id AND s.sold_at <@ m.during)
UNION ALL
SELECT 'sale_ended_without_a_return', format('sale %s', s.sale_id)
  FROM core.sale AS s
 WHERE s.status = 'returned' AND NOT EXISTS (SELECT FROM core.device_return AS r WHERE r.org_id = s.org_id AND r.sale_id = s.sale_id)
UNION ALL
SELECT 'offer_of_a_device_that_is_not_on_the_shelf', format('offer %s', o.offer_id)
  FROM core.offer AS o JOIN core.device AS d USING (org_id, device_id)
 WHERE o.withdrawn_at IS NULL AND (d.state NOT IN ('in_stock', 'reserved') OR d.stay <> o.stay)
UNION ALL
SELECT 'device_on_the_shelf_without_an_offer', format('device %s', d.device_id)
  FROM core.device AS d
 WHERE d.state IN ('in_stock', 'reserved')
   AND NOT EXISTS (SELECT FROM core.offer AS o WHERE o.org_id = d.org_id AND o.device_id = d.device_id AND o.stay = d.stay AND o.withdrawn_at IS NULL)
UNION ALL
SELECT 'reservation_is_not_as_the_device_stands', format('device %s', d.device_id)
  FROM core.device AS d
 WHERE (d.state = 'reserved') <> EXISTS (SELECT FROM core.reservation AS r WHERE r.org_id = d.org_id AND r.device_id = d.device_id AND r.ended_at IS NULL)
UNION ALL
SELECT 'price_lowered_by_one_person', format('lowering %s', l.lowering_id)
  FROM core.lowered_price AS l
 WHERE EXISTS (SELECT FROM core.two_person_rule AS r WHERE r.org_id = l.org_id AND r.act = 'lower-price' AND l.at <@ r.during)
   AND NOT EXISTS (SELECT FROM core.proposal AS p WHERE p.org_id = l.org_id AND p.proposal_id = l.proposal_id AND p.is_approved
       AND p.proposed_by <> l.person_id);
