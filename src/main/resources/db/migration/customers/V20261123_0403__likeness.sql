-- Pairs of customers that look alike, as the last search through the stock found them.
CREATE TABLE customers.likeness (
  tenant_id uuid NOT NULL,
  first_id uuid NOT NULL,
  second_id uuid NOT NULL,
  score double precision NOT NULL,
  finding_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, first_id, second_id)
);
CREATE INDEX likeness_score ON customers.likeness (tenant_id, score, first_id, second_id);
CREATE INDEX likeness_second ON customers.likeness (tenant_id, second_id);

-- One search through the stock, from start to end.
CREATE TABLE customers.finding (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  actor_id uuid NOT NULL,
  state text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL DEFAULT '',
  total bigint NOT NULL,
  done bigint NOT NULL DEFAULT 0,
  compared bigint NOT NULL DEFAULT 0,
  found bigint NOT NULL DEFAULT 0,
  words jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  touched_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- How a workspace recognises duplicates; a record like any other, so it has history and undo.
CREATE TABLE customers.matching (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  threshold double precision,
  identifying text,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['likeness', 'finding', 'matching'] LOOP
    EXECUTE format('ALTER TABLE customers.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE customers.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON customers.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON customers.likeness, customers.finding, customers.matching TO ${app};
