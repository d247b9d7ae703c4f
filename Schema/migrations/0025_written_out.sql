-- What was taken for written though nothing was: methods that bring no money, plans without a payment, letters, slips and takers of blanks.
-- For the operator: short; the small tables are read once.
-- A plan of instalments is an agreement, not a way by which money arrives. Payments that were written under it stay as they were, and no
-- door writes a payment twice: NOT VALID asks of new ones alone.
ALTER TABLE core.payment DROP CONSTRAINT payment_method_is_known;
ALTER TABLE core.payment ADD CONSTRAINT payment_method_is_known
    CHECK (method IN ('cash', 'card', 'cheque', 'transfer', 'third_party')) NOT VALID;
-- Which payment of the plan it is part of: what is put down together is one. Those from before do not say it.
ALTER TABLE core.payment ADD COLUMN instalment smallint CONSTRAINT instalment_is_one_of_few CHECK (instalment BETWEEN 1 AND 4);
-- A plan begins with a payment that is there. A sale that began without one keeps its way out: it may end, and be paid.
ALTER TABLE core.sale
    ADD CONSTRAINT plan_begins_with_a_payment CHECK (instalments IS NULL OR last_payment IS NOT NULL OR status <> 'active') NOT VALID,
    ADD CONSTRAINT sale_has_the_payment_it_names FOREIGN KEY (org_id, sale_id, last_payment)
        REFERENCES core.payment (org_id, sale_id, nth) DEFERRABLE INITIALLY DEFERRED NOT VALID;

-- Texts that the law asks for hold something. Where an old house left blanks, a dash says so, and its rows go on. The owner sees all houses
-- for these statements. Each table is written once: a row written twice would leave its deferred keys to be asked, and no table changes then.
ALTER TABLE core.donation NO FORCE ROW LEVEL SECURITY;
UPDATE core.donation SET counterpart_cents = greatest(counterpart_cents, 0),
       valuation_letter = CASE WHEN btrim(valuation_letter) = '' THEN '–' ELSE valuation_letter END,
       valuation_signer = CASE WHEN btrim(valuation_signer) = '' THEN '–' ELSE valuation_signer END
 WHERE counterpart_cents < 0 OR (donor_kind = 'company' AND (btrim(valuation_letter) = '' OR btrim(valuation_signer) = ''));
ALTER TABLE core.donation FORCE ROW LEVEL SECURITY;
-- A counterpart lowers the receipt; one below nothing would raise it above the gift.
ALTER TABLE core.donation
    ADD CONSTRAINT counterpart_is_not_negative CHECK (counterpart_cents >= 0),
    ADD CONSTRAINT valuation_letter_says_something CHECK (donor_kind <> 'company' OR (btrim(valuation_letter) <> '' AND btrim(valuation_signer) <> ''));

ALTER TABLE core.shipment NO FORCE ROW LEVEL SECURITY;
UPDATE core.shipment SET slip_no = CASE WHEN btrim(slip_no) = '' THEN '–' ELSE slip_no END,
       carrier = CASE WHEN btrim(carrier) = '' THEN '–' ELSE carrier END,
       destination = CASE WHEN btrim(destination) = '' THEN '–' ELSE destination END
 WHERE btrim(slip_no) = '' OR btrim(carrier) = '' OR btrim(destination) = '';
ALTER TABLE core.shipment FORCE ROW LEVEL SECURITY;
-- A code has six digits in pairs, and a star where the waste is hazardous. A shipment that left under another stays as it was; one that has
-- not left yet leaves under its code.
ALTER TABLE core.shipment
    ADD CONSTRAINT slip_says_something CHECK (btrim(slip_no) <> ''),
    ADD CONSTRAINT carrier_says_something CHECK (btrim(carrier) <> ''),
    ADD CONSTRAINT destination_says_something CHECK (btrim(destination) <> ''),
    ADD CONSTRAINT waste_code_has_six_digits
        CHECK (shipped_on IS NOT NULL OR waste_code ~ '^([0-9]{2} [0-9]{2} [0-9]{2}[*]?)?$') NOT VALID;

ALTER TABLE core.placement NO FORCE ROW LEVEL SECURITY;
UPDATE core.placement SET taker = CASE WHEN btrim(taker) = '' THEN '–' ELSE taker END,
       agreement = CASE WHEN btrim(agreement) = '' THEN '–' ELSE agreement END
 WHERE btrim(taker) = '' OR btrim(agreement) = '';
ALTER TABLE core.placement FORCE ROW LEVEL SECURITY;
ALTER TABLE core.placement
    ADD CONSTRAINT taker_says_something CHECK (btrim(taker) <> ''),
    ADD CONSTRAINT agreement_says_something CHECK (btrim(agreement) <> '');

ALTER TABLE core.warranty_case NO FORCE ROW LEVEL SECURITY;
UPDATE core.warranty_case SET fault = '–' WHERE btrim(fault) = '';
ALTER TABLE core.warranty_case FORCE ROW LEVEL SECURITY;
ALTER TABLE core.warranty_case ADD CONSTRAINT fault_says_something CHECK (btrim(fault) <> '');

-- It answers what was refunded now.
DROP FUNCTION IF EXISTS core.take_back(bigint, text, text, bigint);
