-- What leaves as hazardous waste leaves under a code of hazardous waste, which ends with a star.
-- For the operator: short. Shipments that left under another code stay as they were; NOT VALID asks of new ones alone.
ALTER TABLE core.shipment ADD CONSTRAINT hazardous_code_has_its_star
    CHECK (route <> 'hazardous_bsd' OR waste_code LIKE '%*') NOT VALID;
