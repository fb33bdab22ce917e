CREATE SCHEMA IF NOT EXISTS timeline;
GRANT USAGE ON SCHEMA timeline TO ${app};

-- What somebody wrote down about an exchange: a note, a call, a meeting.
CREATE TABLE timeline.note (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  customer_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  body text NOT NULL,
  pinned boolean,
  author_id uuid,
  occurred_at timestamptz NOT NULL,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id)
);
CREATE INDEX note_customer ON timeline.note (tenant_id, customer_id, occurred_at);

-- Everything that happened with a customer, written in the same transaction as the fact.
CREATE TABLE timeline.entry (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  removed_at timestamptz,
  actor_id uuid,
  actor_name text NOT NULL,
  object text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  summary text NOT NULL,
  body text,
  pinned boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX entry_record ON timeline.entry (tenant_id, record_id);

-- One customer's thread lies together in the index.
CREATE TABLE timeline.entry_customer (
  tenant_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  entry_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  summary text NOT NULL,
  actor_id uuid,
  PRIMARY KEY (tenant_id, customer_id, occurred_at, entry_id) INCLUDE (kind, summary, actor_id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, entry_id) REFERENCES timeline.entry (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX entry_customer_entry ON timeline.entry_customer (tenant_id, entry_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['note', 'entry', 'entry_customer'] LOOP
    EXECUTE format('ALTER TABLE timeline.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE timeline.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON timeline.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA timeline TO ${app};
