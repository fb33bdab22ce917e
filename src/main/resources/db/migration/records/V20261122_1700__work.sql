-- Writing that runs step by step in the background: a large undo, a change of everything that a list shows.
CREATE TABLE records.work (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  task text COLLATE "C" NOT NULL,
  data text NOT NULL,
  place text COLLATE "C" NOT NULL DEFAULT '',
  operation_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  state text COLLATE "C" NOT NULL,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  written integer NOT NULL DEFAULT 0,
  remaining integer NOT NULL DEFAULT 0,
  problem text COLLATE "C" NOT NULL DEFAULT '',
  back text NOT NULL,
  started_at timestamptz NOT NULL,
  touched_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX work_operation ON records.work (tenant_id, operation_id);
ALTER TABLE records.work ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.work FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_iso ON records.work USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON records.work TO ${app};
