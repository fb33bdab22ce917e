-- Which entry of the seal covers the operation as it stands; nothing while it waits to be sealed.
ALTER TABLE records.operation ADD COLUMN sealed bigint;
CREATE INDEX operation_unsealed ON records.operation (tenant_id, id) WHERE sealed IS NULL;

-- One link of a workspace's chain: so many entries, bound to all before them by a keyed digest whose key lies outside
-- the database.
CREATE TABLE records.seal (
  tenant_id uuid NOT NULL,
  number bigint NOT NULL,
  at timestamptz NOT NULL,
  first_entry bigint NOT NULL,
  last_entry bigint NOT NULL,
  operations integer NOT NULL,
  changes bigint NOT NULL,
  key_name text COLLATE "C" NOT NULL,
  content bytea NOT NULL,
  mac bytea NOT NULL,
  PRIMARY KEY (tenant_id, number)
);

-- One operation, or a part of a long one, with the digest of its changes. What can name a person is covered by a salted
-- digest of its own, so that it can be erased and the chain still verifies.
CREATE TABLE records.seal_entry (
  tenant_id uuid NOT NULL,
  number bigint NOT NULL,
  seal bigint NOT NULL,
  operation_id uuid NOT NULL,
  part integer NOT NULL,
  changes integer NOT NULL,
  object text COLLATE "C",
  ended_at timestamptz NOT NULL,
  reversed integer NOT NULL,
  kept integer NOT NULL,
  blocked integer NOT NULL,
  upto_at timestamptz,
  upto_seq integer,
  salt bytea NOT NULL,
  facts bytea NOT NULL,
  digest bytea NOT NULL,
  PRIMARY KEY (tenant_id, number)
);
CREATE UNIQUE INDEX seal_entry_operation ON records.seal_entry (tenant_id, operation_id, part);

-- What a verification found.
CREATE TABLE records.verification (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  ended_at timestamptz,
  actor_name text NOT NULL,
  seals bigint NOT NULL DEFAULT 0,
  operations bigint NOT NULL DEFAULT 0,
  changes bigint NOT NULL DEFAULT 0,
  waiting bigint NOT NULL DEFAULT 0,
  erased bigint NOT NULL DEFAULT 0,
  found bigint NOT NULL DEFAULT 0,
  problems jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (tenant_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['seal', 'seal_entry', 'verification'] LOOP
    EXECUTE format('ALTER TABLE records.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE records.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON records.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = (SELECT platform.current_tenant()))', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON records.seal, records.seal_entry TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON records.verification TO ${app};

-- The only way to take something out of the log: values go, and in place of the salt stands a mark that only whoever
-- holds the key of the seal can make. What the digests cover besides stays as it is.
CREATE FUNCTION records.blank_changes(tenant uuid, moments timestamptz[], operations uuid[], seqs integer[], marks text[])
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE blanked integer;
BEGIN
  UPDATE records.change c SET before = NULL, after = NULL, salt = decode(x.mark, 'hex')
  FROM unnest(moments, operations, seqs, marks) AS x (at, operation_id, seq, mark)
  WHERE c.tenant_id = tenant AND c.tenant_id = platform.current_tenant()
    AND c.at = x.at AND c.operation_id = x.operation_id AND c.seq = x.seq;
  GET DIAGNOSTICS blanked = ROW_COUNT;
  RETURN blanked;
END $$;

-- The same for what an operation says of itself; an operation that is not sealed yet has no mark to bear.
CREATE FUNCTION records.blank_operation(tenant uuid, operation uuid, left_args jsonb, mark bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE records.operation o SET args = left_args
  WHERE o.tenant_id = tenant AND o.tenant_id = platform.current_tenant() AND o.id = operation;
  UPDATE records.seal_entry e SET salt = mark
  WHERE e.tenant_id = tenant AND e.tenant_id = platform.current_tenant() AND e.operation_id = operation;
END $$;

-- And for what an undo said about records that it left as they were.
CREATE FUNCTION records.blank_remainders(tenant uuid, records_gone uuid[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE records.undo_remainder u SET args = '[]'
  WHERE u.tenant_id = tenant AND u.tenant_id = platform.current_tenant()
    AND u.record_id = ANY(records_gone) AND u.outcome = 'blocked';
END $$;

REVOKE ALL ON FUNCTION records.blank_changes(uuid, timestamptz[], uuid[], integer[], text[]),
  records.blank_operation(uuid, uuid, jsonb, bytea), records.blank_remainders(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION records.blank_changes(uuid, timestamptz[], uuid[], integer[], text[]),
  records.blank_operation(uuid, uuid, jsonb, bytea), records.blank_remainders(uuid, uuid[]) TO ${app};
