-- Retail Gift Aid is for individuals: a company's goods are never sold as its agent.
-- For the operator: reads the donations once, under a short lock.
ALTER TABLE core.donation ADD CONSTRAINT agency_is_of_individuals CHECK (origin_regime <> 'uk_rga_agency' OR donor_kind = 'individual');
