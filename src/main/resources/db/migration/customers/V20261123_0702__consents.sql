-- What somebody agreed to or refused, for which purpose and by which channel: only ever added to, the latest one counts.
CREATE TABLE customers.consent (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  customer_id uuid NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  channel text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  stated_at timestamptz NOT NULL,
  wording text,
  source text,
  proof text,
  author_id uuid,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX consent_customer ON customers.consent (tenant_id, customer_id, stated_at);
ALTER TABLE customers.consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE customers.consent FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_iso ON customers.consent
  USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = (SELECT platform.current_tenant()));
GRANT SELECT, INSERT, UPDATE, DELETE ON customers.consent TO ${app};

-- What is agreed to now, kept from the ledger: for lists, criteria and exports.
ALTER TABLE customers.customer ADD COLUMN consents jsonb;
