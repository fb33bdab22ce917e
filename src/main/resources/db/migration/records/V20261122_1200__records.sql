CREATE SCHEMA IF NOT EXISTS records;
GRANT USAGE ON SCHEMA records TO ${app};

-- One act of writing by one actor with one intent: the unit of undo.
CREATE TABLE records.operation (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  actor_kind text COLLATE "C" NOT NULL,
  actor_id uuid NOT NULL,
  actor_name text NOT NULL,
  intent text COLLATE "C" NOT NULL,
  args jsonb NOT NULL,
  origin text NOT NULL,
  object text COLLATE "C",
  changes integer NOT NULL DEFAULT 0,
  undo_of uuid,
  undone_by uuid,
  reversed integer NOT NULL DEFAULT 0,
  kept integer NOT NULL DEFAULT 0,
  blocked integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX operation_actor ON records.operation (tenant_id, actor_id, id);

-- One record's before and after inside an operation. The application may only add.
CREATE TABLE records.change (
  tenant_id uuid NOT NULL,
  at timestamptz NOT NULL,
  operation_id uuid NOT NULL,
  seq integer NOT NULL,
  object text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  version_before integer,
  version_after integer,
  before jsonb,
  after jsonb,
  salt bytea NOT NULL,
  digest bytea NOT NULL,
  PRIMARY KEY (tenant_id, at, operation_id, seq)
);
CREATE INDEX change_record ON records.change (tenant_id, record_id, at);

-- What an undo did not restore, and why.
CREATE TABLE records.undo_remainder (
  tenant_id uuid NOT NULL,
  undo_id uuid NOT NULL,
  seq integer NOT NULL,
  object text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  args jsonb NOT NULL,
  PRIMARY KEY (tenant_id, undo_id, seq)
);

-- Custom and many-to-many relations, indexed from both ends.
CREATE TABLE records.link (
  tenant_id uuid NOT NULL,
  relation text COLLATE "C" NOT NULL,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, relation, from_id, to_id)
);
CREATE INDEX link_to ON records.link (tenant_id, to_id, relation);

-- A workspace's own fields; a record like any other, so it has history and undo.
CREATE TABLE records.field (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  object text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  label_fr text NOT NULL,
  label_en text NOT NULL,
  section text COLLATE "C" NOT NULL,
  choices text,
  target text COLLATE "C",
  required boolean,
  slot text COLLATE "C",
  position double precision,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX field_code ON records.field (tenant_id, object, code) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX field_slot ON records.field (tenant_id, object, slot) WHERE slot IS NOT NULL AND deleted_at IS NULL;

-- A saved view: criteria, columns and order of a list.
CREATE TABLE records.view (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  object text COLLATE "C" NOT NULL,
  name text NOT NULL,
  criteria text,
  columns text,
  sort text COLLATE "C",
  shared boolean,
  owner_id uuid,
  position double precision,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX view_object ON records.view (tenant_id, object);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['operation', 'change', 'undo_remainder', 'link', 'field', 'view'] LOOP
    EXECUTE format('ALTER TABLE records.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE records.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON records.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON records.operation, records.link, records.field, records.view TO ${app};
GRANT SELECT, INSERT ON records.change, records.undo_remainder TO ${app};
