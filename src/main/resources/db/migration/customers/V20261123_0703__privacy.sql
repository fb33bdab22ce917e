-- Whose data must not be erased, and why, until when.
CREATE TABLE customers.legal_hold (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  customer_id uuid NOT NULL,
  reason text NOT NULL,
  until_on date,
  author_id uuid,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX legal_hold_customer ON customers.legal_hold (tenant_id, customer_id);

-- How long the data of whom is kept.
CREATE TABLE customers.retention (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  criteria text,
  anchor text COLLATE "C" NOT NULL,
  months double precision NOT NULL,
  automatic boolean,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);

-- The register of processing activities: what data of whom is used for what.
CREATE TABLE customers.processing (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  purpose text,
  basis text COLLATE "C",
  people text,
  kinds text,
  recipients text,
  kept text,
  measures text,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);

-- The register of erasures: that something was erased, never what. The application may only add.
CREATE TABLE customers.erasure (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  customer_id uuid NOT NULL,
  actor_id uuid NOT NULL,
  actor_name text NOT NULL,
  cause text COLLATE "C" NOT NULL,
  retention_id uuid,
  operation_id uuid,
  counts jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['legal_hold', 'retention', 'processing', 'erasure'] LOOP
    EXECUTE format('ALTER TABLE customers.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE customers.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON customers.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = (SELECT platform.current_tenant()))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON customers.legal_hold, customers.retention, customers.processing TO ${app};
GRANT SELECT, INSERT ON customers.erasure TO ${app};
