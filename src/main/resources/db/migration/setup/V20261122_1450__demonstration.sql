CREATE SCHEMA IF NOT EXISTS setup;
GRANT USAGE ON SCHEMA setup TO ${app};

-- Takes a demonstration away: every row of its workspace in every table, then its people. It refuses any other
-- workspace. The application itself may not delete changes and events; this function may, for a demonstration only.
CREATE FUNCTION setup.remove_demonstration(gone uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  waiting oid[];
  ready oid[];
  relation oid;
  people uuid[];
BEGIN
  PERFORM 1 FROM identity.workspace w WHERE w.id = gone AND w.demo FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Only a demonstration can be removed';
  END IF;
  PERFORM set_config('app.tenant', gone::text, true);
  SELECT array_agg(c.oid) INTO waiting
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT LIKE 'pg\_%';
  -- Tables to which others refer wait until those are empty.
  WHILE cardinality(waiting) > 0 LOOP
    SELECT array_agg(t.id) INTO ready
      FROM unnest(waiting) AS t(id)
     WHERE NOT EXISTS (
       SELECT 1 FROM pg_constraint k
        WHERE k.contype = 'f' AND k.confrelid = t.id AND k.conrelid <> t.id AND k.conrelid = ANY (waiting));
    IF ready IS NULL THEN
      RAISE EXCEPTION 'Tables refer to each other in a circle';
    END IF;
    FOREACH relation IN ARRAY ready LOOP
      EXECUTE format('DELETE FROM %s WHERE tenant_id = $1', relation::regclass) USING gone;
    END LOOP;
    SELECT array_agg(t.id) INTO waiting FROM unnest(waiting) AS t(id) WHERE NOT t.id = ANY (ready);
  END LOOP;
  people := ARRAY(
    SELECT m.account_id FROM identity.membership m
     WHERE m.workspace_id = gone
       AND NOT EXISTS (
         SELECT 1 FROM identity.membership o WHERE o.account_id = m.account_id AND o.workspace_id <> gone));
  DELETE FROM platform.pending p WHERE p.tenant = gone;
  DELETE FROM identity.event e WHERE e.workspace_id = gone OR e.account_id = ANY (people);
  DELETE FROM identity.workspace w WHERE w.id = gone;
  DELETE FROM identity.account a WHERE a.id = ANY (people);
END $$;
REVOKE ALL ON FUNCTION setup.remove_demonstration(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION setup.remove_demonstration(uuid) TO ${app};
