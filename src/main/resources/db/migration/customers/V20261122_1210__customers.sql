CREATE SCHEMA IF NOT EXISTS customers;
GRANT USAGE ON SCHEMA customers TO ${app};

CREATE TABLE customers.customer (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text,
  name_key text COLLATE "C" NOT NULL,
  given_name text,
  family_name text,
  reference text,
  reference_key text COLLATE "C",
  stage text COLLATE "C" NOT NULL,
  tier text COLLATE "C",
  language text COLLATE "C",
  birth_date date,
  industry text,
  preferences text,
  site_id uuid,
  owner_id uuid,
  shared boolean NOT NULL DEFAULT false,
  last_contact_at timestamptz,
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
CREATE INDEX customer_name ON customers.customer (tenant_id, name_key, id) INCLUDE (site_id, owner_id, shared) WHERE deleted_at IS NULL;
CREATE INDEX customer_site ON customers.customer (tenant_id, site_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_owner ON customers.customer (tenant_id, owner_id, name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customer_shared ON customers.customer (tenant_id, name_key, id) WHERE shared AND deleted_at IS NULL;
CREATE INDEX customer_tier ON customers.customer (tenant_id, tier, name_key, id) WHERE tier IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_last_contact ON customers.customer (tenant_id, last_contact_at, id) INCLUDE (site_id, owner_id, shared) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX customer_reference ON customers.customer (tenant_id, reference_key) WHERE reference_key IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_t1 ON customers.customer (tenant_id, t1, id) INCLUDE (site_id, owner_id, shared) WHERE t1 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_t2 ON customers.customer (tenant_id, t2, id) INCLUDE (site_id, owner_id, shared) WHERE t2 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_t3 ON customers.customer (tenant_id, t3, id) INCLUDE (site_id, owner_id, shared) WHERE t3 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_t4 ON customers.customer (tenant_id, t4, id) INCLUDE (site_id, owner_id, shared) WHERE t4 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_t5 ON customers.customer (tenant_id, t5, id) INCLUDE (site_id, owner_id, shared) WHERE t5 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_t6 ON customers.customer (tenant_id, t6, id) INCLUDE (site_id, owner_id, shared) WHERE t6 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_t7 ON customers.customer (tenant_id, t7, id) INCLUDE (site_id, owner_id, shared) WHERE t7 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_t8 ON customers.customer (tenant_id, t8, id) INCLUDE (site_id, owner_id, shared) WHERE t8 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_n1 ON customers.customer (tenant_id, n1, id) INCLUDE (site_id, owner_id, shared) WHERE n1 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_n2 ON customers.customer (tenant_id, n2, id) INCLUDE (site_id, owner_id, shared) WHERE n2 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_n3 ON customers.customer (tenant_id, n3, id) INCLUDE (site_id, owner_id, shared) WHERE n3 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_n4 ON customers.customer (tenant_id, n4, id) INCLUDE (site_id, owner_id, shared) WHERE n4 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_i1 ON customers.customer (tenant_id, i1, id) INCLUDE (site_id, owner_id, shared) WHERE i1 IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_i2 ON customers.customer (tenant_id, i2, id) INCLUDE (site_id, owner_id, shared) WHERE i2 IS NOT NULL AND deleted_at IS NULL;
ALTER TABLE customers.customer SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- One e-mail, phone or postal address of a customer, part of the customer's version and change.
CREATE TABLE customers.contact_point (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  position integer NOT NULL,
  key text COLLATE "C" NOT NULL,
  value jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX contact_point_customer ON customers.contact_point (tenant_id, customer_id);
CREATE INDEX contact_point_key ON customers.contact_point (tenant_id, kind, key);

CREATE TABLE customers.tag (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  label text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key)
);

-- The name key and the row rights ride along, so that a list of one tag is one index range.
CREATE TABLE customers.tagging (
  tenant_id uuid NOT NULL,
  tag_id uuid NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  customer_id uuid NOT NULL,
  site_id uuid,
  owner_id uuid,
  shared boolean NOT NULL,
  PRIMARY KEY (tenant_id, tag_id, customer_id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, tag_id) REFERENCES customers.tag (tenant_id, id)
);
CREATE INDEX tagging_name ON customers.tagging (tenant_id, tag_id, name_key, customer_id) INCLUDE (site_id, owner_id, shared);
CREATE INDEX tagging_customer ON customers.tagging (tenant_id, customer_id);

-- A person works for or belongs to an organisation or household, with role and dates.
CREATE TABLE customers.affiliation (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  role text,
  main boolean,
  started_on date,
  ended_on date,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES customers.customer (tenant_id, id),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES customers.customer (tenant_id, id)
);
CREATE INDEX affiliation_person ON customers.affiliation (tenant_id, person_id);
CREATE INDEX affiliation_organisation ON customers.affiliation (tenant_id, organisation_id);

-- Keys by which an import or a new record recognises a customer already known:
-- e:mail, p:phone, r:eference, n:sorted name words|postcode.
CREATE TABLE customers.match_key (
  tenant_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  customer_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, key, customer_id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers.customer (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX match_key_customer ON customers.match_key (tenant_id, customer_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['customer', 'contact_point', 'tag', 'tagging', 'affiliation', 'match_key'] LOOP
    EXECUTE format('ALTER TABLE customers.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE customers.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON customers.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant())', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA customers TO ${app};
