-- A page of a donation's machines goes on where the last one stopped, without sorting all of them.
-- For the operator: builds one index; imports wait meanwhile.
DROP INDEX core.stay_of_donation;
CREATE INDEX stay_of_donation ON core.stay (org_id, donation_id, device_id);
