-- Who wants to be told of which changes: a record like any other, so it has history and undo.
CREATE TABLE integration.webhook (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  url text NOT NULL,
  objects text COLLATE "C" NOT NULL,
  kinds text COLLATE "C" NOT NULL,
  criteria text,
  owner_id uuid NOT NULL,
  paused boolean,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);

-- What is no part of its history: the secrets, encrypted, and how its target has been answering.
CREATE TABLE integration.webhook_state (
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  secret bytea NOT NULL,
  former_secret bytea,
  former_until timestamptz,
  failures integer NOT NULL DEFAULT 0,
  failing_since timestamptz,
  resume_at timestamptz,
  stopped_at timestamptz,
  stopped_why text COLLATE "C",
  PRIMARY KEY (tenant_id, webhook_id)
);

-- What leaves: a message of up to a hundred changes of one operation, written with them. It holds no values: they are
-- read from the log of changes when it is sent, so rights and erasures of that moment count.
CREATE TABLE integration.delivery (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  object text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  operation_id uuid,
  seq_from integer NOT NULL,
  seq_to integer NOT NULL,
  records text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  lease uuid,
  lease_until timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX delivery_webhook ON integration.delivery (tenant_id, webhook_id, id) INCLUDE (state);
CREATE INDEX delivery_waiting ON integration.delivery (tenant_id, webhook_id, id) WHERE state = 'waiting';

-- Each time that a message was sent, and what came back.
CREATE TABLE integration.attempt (
  tenant_id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  number integer NOT NULL,
  at timestamptz NOT NULL,
  millis integer NOT NULL,
  status integer,
  problem text COLLATE "C",
  answer text,
  PRIMARY KEY (tenant_id, delivery_id, number)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['webhook', 'webhook_state', 'delivery', 'attempt'] LOOP
    EXECUTE format('ALTER TABLE integration.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE integration.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON integration.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = (SELECT platform.current_tenant()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON integration.%I TO ${app}', t);
  END LOOP;
END $$;
