-- A place that was retired gives its name back.
-- For the operator: short; places are few.
ALTER TABLE core.place DROP CONSTRAINT place_name_once;
CREATE UNIQUE INDEX place_name_once ON core.place (org_id, site_id, parent_id, name) NULLS NOT DISTINCT WHERE retired_on IS NULL;
