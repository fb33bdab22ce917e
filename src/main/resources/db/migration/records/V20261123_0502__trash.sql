-- How many days a workspace keeps what was deleted.
CREATE TABLE records.trash_term (
  tenant_id uuid NOT NULL,
  days integer NOT NULL,
  PRIMARY KEY (tenant_id)
);
ALTER TABLE records.trash_term ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.trash_term FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_iso ON records.trash_term USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = (SELECT platform.current_tenant()));
GRANT SELECT, INSERT, UPDATE, DELETE ON records.trash_term TO ${app};
