-- What was decided about two records: the first went into the second, or they look alike and are two.
CREATE TABLE records.verdict (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  object text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  first_id uuid NOT NULL,
  second_id uuid NOT NULL,
  operation_id uuid,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX verdict_pair ON records.verdict (tenant_id, first_id, kind, second_id) WHERE deleted_at IS NULL;
CREATE INDEX verdict_second ON records.verdict (tenant_id, second_id, kind);
CREATE INDEX verdict_operation ON records.verdict (tenant_id, operation_id) WHERE operation_id IS NOT NULL;
ALTER TABLE records.verdict ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.verdict FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_iso ON records.verdict USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON records.verdict TO ${app};
CREATE VIEW records.api_verdict WITH (security_invoker = true) AS
  SELECT tenant_id, object, kind, first_id, second_id, operation_id FROM records.verdict WHERE deleted_at IS NULL;
GRANT SELECT ON records.api_verdict TO ${app};
