-- Counted behind the wall of the social services, who let out numbers of sales and no more.
SELECT fault, format('sale %s', sale_id) AS object FROM audit.quota_faults();
