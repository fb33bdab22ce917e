-- A file that a record's field keeps; its content lies in the home beside the database.
CREATE TABLE records.file (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  object text COLLATE "C" NOT NULL,
  name text NOT NULL,
  type text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  actor_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
ALTER TABLE records.file ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.file FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_iso ON records.file USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON records.file TO ${app};
