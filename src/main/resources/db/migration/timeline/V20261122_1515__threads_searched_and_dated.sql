-- A thread is searched and read as of a day from its own rows, without a visit to each entry. No page read the summary
-- and the author here; rows written before have neither text nor date and are told by their entry.
ALTER TABLE timeline.entry_customer ADD COLUMN recorded_at timestamptz, ADD COLUMN folded text COLLATE "C";
ALTER TABLE timeline.entry_customer DROP CONSTRAINT entry_customer_pkey;
ALTER TABLE timeline.entry_customer DROP COLUMN summary, DROP COLUMN actor_id;
ALTER TABLE timeline.entry_customer
  ADD PRIMARY KEY (tenant_id, customer_id, occurred_at, entry_id) INCLUDE (kind, recorded_at);

-- Few notes are removed; a thread of the past shows those that still stood then.
CREATE INDEX note_removed ON timeline.note (tenant_id, customer_id, deleted_at) WHERE deleted_at IS NOT NULL;
