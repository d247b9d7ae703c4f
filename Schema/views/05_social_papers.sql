-- A paper of the social desk as issued, for the login of the social services; the row policies beneath hold back every other paper.
DROP VIEW IF EXISTS social.issued_paper;
CREATE VIEW social.issued_paper WITH (security_invoker = true) AS
SELECT d.org_id, d.number, d.kind, d.year, d.no, d.issued_at, (d.issued_at AT TIME ZONE o.time_zone)::date AS issued_on, p.name AS issued_by,
       d.donation_id, d.donor_id AS paper_donor_id, d.device_id, d.sale_id, d.voucher_id, d.placement_id, d.drive_id,
       d.shipment_id, d.return_id, d.closing_period, d.closing_nth, d.register_year, lower(d.covers)::text AS covers_from,
       (upper(d.covers) - 1)::text AS covers_to, d.amount_cents, d.gift_on, d.verification, d.commitment,
       CASE WHEN d.replaces_no IS NOT NULL
            THEN upper(d.kind) || '-' || d.replaces_year || '-' || lpad(d.replaces_no::text, 6, '0') END AS replaces,
       (SELECT r.number FROM core.document AS r WHERE (r.org_id, r.replaces_kind, r.replaces_year, r.replaces_no)
            = (d.org_id, d.kind, d.year, d.no)) AS replaced_by,
       c.at AS cancelled_at, c.reason AS cancellation_reason,
       (SELECT count(*) FROM core.document_reprint AS n WHERE (n.org_id, n.kind, n.year, n.no) = (d.org_id, d.kind, d.year, d.no)) AS duplicates,
       EXISTS (SELECT FROM core.document_pdf AS f WHERE (f.org_id, f.kind, f.year, f.no) = (d.org_id, d.kind, d.year, d.no)) AS has_pdf
  FROM core.document AS d
  JOIN core.organisation AS o ON o.org_id = d.org_id
  JOIN core.person AS p ON p.org_id = d.org_id AND p.person_id = d.person_id
  LEFT JOIN core.document_cancellation AS c ON (c.org_id, c.kind, c.year, c.no) = (d.org_id, d.kind, d.year, d.no)
 WHERE d.kind = ANY (core.social_papers());
