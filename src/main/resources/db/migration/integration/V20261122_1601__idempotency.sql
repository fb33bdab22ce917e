-- What the API answered to a write under a key: claimed in the transaction of the write, so that both are there or neither.
CREATE SCHEMA IF NOT EXISTS integration;
GRANT USAGE ON SCHEMA integration TO ${app};

CREATE TABLE integration.idempotency (
  tenant_id uuid NOT NULL,
  account_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C" NOT NULL,
  answer text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, account_id, key)
);
CREATE INDEX idempotency_age ON integration.idempotency (tenant_id, created_at);
ALTER TABLE integration.idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE integration.idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_iso ON integration.idempotency
  USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON integration.idempotency TO ${app};
