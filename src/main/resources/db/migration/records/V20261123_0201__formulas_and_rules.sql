-- How the value of a field comes about that nobody writes: a formula with the fields it reads, or a roll-up in JSON.
ALTER TABLE records.field ADD COLUMN formula text, ADD COLUMN reads text, ADD COLUMN rollup text;

-- What a workspace asks of the values of a field, standard or own; a record like any other, so it has history and undo.
CREATE TABLE records.field_rule (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  object text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  valid_when text,
  message_fr text,
  message_en text,
  required_when text,
  preset text,
  single boolean,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX field_rule_field ON records.field_rule (tenant_id, object, field) WHERE deleted_at IS NULL;

-- The values that only one record may hold, folded: the key refuses a second one whoever comes first.
CREATE TABLE records.single_value (
  tenant_id uuid NOT NULL,
  object text COLLATE "C" NOT NULL,
  field text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, object, field, key)
);
CREATE INDEX single_value_record ON records.single_value (tenant_id, record_id);

-- For which day the formulas and figures of an object that change with the day were last computed.
CREATE TABLE records.derived_day (
  tenant_id uuid NOT NULL,
  object text COLLATE "C" NOT NULL,
  day date NOT NULL,
  PRIMARY KEY (tenant_id, object)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['field_rule', 'single_value', 'derived_day'] LOOP
    EXECUTE format('ALTER TABLE records.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE records.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON records.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON records.field_rule, records.single_value, records.derived_day TO ${app};
