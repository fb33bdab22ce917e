-- What a record is found by: one row per term, the rights of the row riding along in the index.
CREATE TABLE records.search_term (
  tenant_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  record_id uuid NOT NULL,
  source smallint NOT NULL,
  object text COLLATE "C" NOT NULL,
  site_id uuid,
  owner_id uuid,
  shared boolean NOT NULL
);
CREATE UNIQUE INDEX search_term_range ON records.search_term (tenant_id, term, record_id, source) INCLUDE (object, site_id, owner_id, shared);
CREATE INDEX search_term_record ON records.search_term (tenant_id, record_id);
ALTER TABLE records.search_term SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- Each word of a name and its forms with one letter left out, for typing errors.
CREATE TABLE records.search_variant (
  tenant_id uuid NOT NULL,
  variant text COLLATE "C" NOT NULL,
  word text COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant_id, variant, word)
);

-- How far the terms of records are made that were there before the search, or before a newer edition of it.
CREATE TABLE records.search_fill (
  tenant_id uuid NOT NULL,
  object text COLLATE "C" NOT NULL,
  edition integer NOT NULL,
  after_id uuid NOT NULL,
  done boolean NOT NULL,
  PRIMARY KEY (tenant_id, object)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['search_term', 'search_variant', 'search_fill'] LOOP
    EXECUTE format('ALTER TABLE records.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE records.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON records.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON records.search_term, records.search_variant, records.search_fill TO ${app};
