-- Places with the way to each, from the site down.
DROP VIEW IF EXISTS report.device_sheet;
DROP VIEW IF EXISTS report.place_path;

CREATE VIEW report.place_path WITH (security_invoker = true) AS
WITH RECURSIVE way AS (
    SELECT p.org_id, p.place_id, p.name, p.is_locked_zone, s.name || ' / ' || p.name AS path
      FROM core.place AS p JOIN core.site AS s ON s.org_id = p.org_id AND s.site_id = p.site_id
     WHERE p.parent_id IS NULL AND p.retired_on IS NULL
    UNION ALL
    SELECT p.org_id, p.place_id, p.name, p.is_locked_zone, w.path || ' / ' || p.name
      FROM way AS w JOIN core.place AS p ON p.org_id = w.org_id AND p.parent_id = w.place_id
     WHERE p.retired_on IS NULL
)
SELECT org_id, place_id, name, is_locked_zone, path FROM way;
