-- One file to import, from upload to undo.
CREATE TABLE records.import (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  object text COLLATE "C" NOT NULL,
  file_name text NOT NULL,
  file_size bigint NOT NULL,
  layout jsonb NOT NULL,
  profile jsonb NOT NULL,
  mapping jsonb NOT NULL,
  state text COLLATE "C" NOT NULL,
  row_count bigint NOT NULL,
  done_rows bigint NOT NULL DEFAULT 0,
  tied_rows bigint NOT NULL DEFAULT 0,
  created integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  decided integer NOT NULL DEFAULT 0,
  aside integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  operation_id uuid,
  fields_operation_id uuid,
  actor_id uuid NOT NULL,
  actor_name text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  busy_ms bigint NOT NULL DEFAULT 0,
  trial jsonb,
  problem jsonb,
  PRIMARY KEY (tenant_id, id)
);

-- What became of each row: the journal that lets a run go on after any failure, no row twice.
CREATE TABLE records.import_row (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  number bigint NOT NULL,
  line bigint NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  record_id uuid,
  problems jsonb,
  PRIMARY KEY (tenant_id, import_id, number),
  FOREIGN KEY (tenant_id, import_id) REFERENCES records.import (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX import_row_outcome ON records.import_row (tenant_id, import_id, outcome, number);

-- What a dry run found in a row that somebody should look at, and what was decided.
CREATE TABLE records.import_trial (
  tenant_id uuid NOT NULL,
  import_id uuid NOT NULL,
  number bigint NOT NULL,
  line bigint NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  title text NOT NULL,
  record_id uuid,
  other_number bigint,
  detail jsonb NOT NULL,
  decision text COLLATE "C",
  skipped jsonb,
  PRIMARY KEY (tenant_id, import_id, number),
  FOREIGN KEY (tenant_id, import_id) REFERENCES records.import (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX import_trial_outcome ON records.import_trial (tenant_id, import_id, outcome, number);

-- A mapping kept under a name for the next file of the same making.
CREATE TABLE records.import_mapping (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  object text COLLATE "C" NOT NULL,
  name text NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  mapping jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, object, name_key)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['import', 'import_row', 'import_trial', 'import_mapping'] LOOP
    EXECUTE format('ALTER TABLE records.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE records.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON records.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON records.import, records.import_row, records.import_trial, records.import_mapping TO ${app};
