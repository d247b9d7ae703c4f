-- What no machine weighs or holds, on which no adult was born, and by which nobody is written to.
-- For the operator: core.device, core.person and social.adult are read twice, under the lock of an ALTER TABLE. Values that cannot be
-- true are emptied first: they say nothing, and a row that kept one could not be changed any more.
ALTER TABLE core.device NO FORCE ROW LEVEL SECURITY;
ALTER TABLE core.person NO FORCE ROW LEVEL SECURITY;
ALTER TABLE social.adult NO FORCE ROW LEVEL SECURITY;
UPDATE core.device
   SET ram_mb = CASE WHEN ram_mb BETWEEN 1 AND 67108864 THEN ram_mb END,
       storage_gb = CASE WHEN storage_gb BETWEEN 0 AND 10000000 THEN storage_gb END,
       weight_g = CASE WHEN weight_g <= 2000000 THEN weight_g END
 WHERE ram_mb NOT BETWEEN 1 AND 67108864 OR storage_gb NOT BETWEEN 0 AND 10000000 OR weight_g > 2000000;
UPDATE core.person SET email = NULL WHERE email NOT LIKE '_%@_%';
UPDATE social.adult SET born_on = NULL
 WHERE born_on < DATE '1900-01-01' OR born_on + interval '16 years' > (lower(during) AT TIME ZONE 'UTC') + interval '1 day';
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE core.device FORCE ROW LEVEL SECURITY;
ALTER TABLE core.person FORCE ROW LEVEL SECURITY;
ALTER TABLE social.adult FORCE ROW LEVEL SECURITY;

-- Generous: 64 TiB of memory, 10 PB of storage and two tonnes are beyond every machine that anybody gives.
ALTER TABLE core.device
    ADD CONSTRAINT device_memory_is_likely CHECK (ram_mb BETWEEN 1 AND 67108864),
    ADD CONSTRAINT device_storage_is_likely CHECK (storage_gb BETWEEN 0 AND 10000000),
    ADD CONSTRAINT device_weight_is_likely CHECK (weight_g <= 2000000);
ALTER TABLE core.person ADD CONSTRAINT person_mail_is_an_address CHECK (email LIKE '_%@_%');
-- Whoever answers for a household is sixteen; a day more or less, for the town's midnight is not that of the clock.
ALTER TABLE social.adult
    ADD CONSTRAINT adult_is_born CHECK (born_on >= DATE '1900-01-01'),
    ADD CONSTRAINT adult_is_grown CHECK (born_on + interval '16 years' <= (lower(during) AT TIME ZONE 'UTC') + interval '1 day');
-- Four quarters are one share. Evidence of before stays as it was decided on.
ALTER TABLE social.evidence
    ADD CONSTRAINT household_has_a_share CHECK ((details #>> '{fiscal,quarter_shares}')::integer >= 4) NOT VALID;
