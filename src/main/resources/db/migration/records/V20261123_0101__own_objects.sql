-- An object that a workspace made itself; a record like any other, so it has history and undo.
CREATE TABLE records.object (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  code text COLLATE "C" NOT NULL,
  plural text COLLATE "C" NOT NULL,
  icon text COLLATE "C" NOT NULL,
  one_fr text NOT NULL,
  many_fr text NOT NULL,
  one_en text NOT NULL,
  many_en text NOT NULL,
  title_fr text NOT NULL,
  title_en text NOT NULL,
  sections text,
  board text COLLATE "C",
  first_view text COLLATE "C",
  position double precision,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
-- Whoever is gone keeps its code: values and history bear it.
CREATE UNIQUE INDEX object_code ON records.object (tenant_id, code);
CREATE UNIQUE INDEX object_plural ON records.object (tenant_id, plural);

-- The records of every object that a workspace made itself, laid out as customers are.
CREATE TABLE records.record (
  tenant_id uuid NOT NULL,
  object text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  title text,
  title_key text COLLATE "C" NOT NULL,
  site_id uuid,
  owner_id uuid,
  shared boolean NOT NULL DEFAULT false,
  custom jsonb,
  t1 text COLLATE "C",
  t2 text COLLATE "C",
  t3 text COLLATE "C",
  t4 text COLLATE "C",
  t5 text COLLATE "C",
  t6 text COLLATE "C",
  t7 text COLLATE "C",
  t8 text COLLATE "C",
  t9 text COLLATE "C",
  t10 text COLLATE "C",
  t11 text COLLATE "C",
  t12 text COLLATE "C",
  t13 text COLLATE "C",
  t14 text COLLATE "C",
  t15 text COLLATE "C",
  t16 text COLLATE "C",
  n1 double precision,
  n2 double precision,
  n3 double precision,
  n4 double precision,
  n5 double precision,
  n6 double precision,
  n7 double precision,
  n8 double precision,
  i1 timestamptz,
  i2 timestamptz,
  i3 timestamptz,
  i4 timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX record_title ON records.record (tenant_id, object, title_key, id) INCLUDE (site_id, owner_id, shared) WHERE deleted_at IS NULL;
CREATE INDEX record_site ON records.record (tenant_id, object, site_id, title_key, id) WHERE deleted_at IS NULL;
CREATE INDEX record_owner ON records.record (tenant_id, object, owner_id, title_key, id) WHERE deleted_at IS NULL;
CREATE INDEX record_shared ON records.record (tenant_id, object, title_key, id) WHERE shared AND deleted_at IS NULL;
CREATE INDEX record_id ON records.record (tenant_id, object, id) INCLUDE (site_id, owner_id, shared) WHERE deleted_at IS NULL;
CREATE INDEX record_t1 ON records.record (tenant_id, object, t1, id) INCLUDE (site_id, owner_id, shared) WHERE t1 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_t2 ON records.record (tenant_id, object, t2, id) INCLUDE (site_id, owner_id, shared) WHERE t2 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_t3 ON records.record (tenant_id, object, t3, id) INCLUDE (site_id, owner_id, shared) WHERE t3 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_t4 ON records.record (tenant_id, object, t4, id) INCLUDE (site_id, owner_id, shared) WHERE t4 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_t5 ON records.record (tenant_id, object, t5, id) INCLUDE (site_id, owner_id, shared) WHERE t5 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_t6 ON records.record (tenant_id, object, t6, id) INCLUDE (site_id, owner_id, shared) WHERE t6 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_t7 ON records.record (tenant_id, object, t7, id) INCLUDE (site_id, owner_id, shared) WHERE t7 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_t8 ON records.record (tenant_id, object, t8, id) INCLUDE (site_id, owner_id, shared) WHERE t8 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_n1 ON records.record (tenant_id, object, n1, id) INCLUDE (site_id, owner_id, shared) WHERE n1 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_n2 ON records.record (tenant_id, object, n2, id) INCLUDE (site_id, owner_id, shared) WHERE n2 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_n3 ON records.record (tenant_id, object, n3, id) INCLUDE (site_id, owner_id, shared) WHERE n3 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_n4 ON records.record (tenant_id, object, n4, id) INCLUDE (site_id, owner_id, shared) WHERE n4 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_i1 ON records.record (tenant_id, object, i1, id) INCLUDE (site_id, owner_id, shared) WHERE i1 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_i2 ON records.record (tenant_id, object, i2, id) INCLUDE (site_id, owner_id, shared) WHERE i2 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX record_trash ON records.record (tenant_id, object, deleted_at, id) WHERE deleted_at IS NOT NULL;
ALTER TABLE records.record SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['object', 'record'] LOOP
    EXECUTE format('ALTER TABLE records.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE records.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON records.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON records.object, records.record TO ${app};
