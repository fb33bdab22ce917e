-- Who belongs to whom, for other modules.
CREATE VIEW customers.api_affiliation WITH (security_invoker = true) AS
  SELECT tenant_id, id, person_id, organisation_id, kind, role, main, started_on, ended_on
  FROM customers.affiliation WHERE deleted_at IS NULL;
GRANT SELECT ON customers.api_affiliation TO ${app};
