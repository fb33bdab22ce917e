-- A note that its author keeps to themself: its rows in threads tell whose it is, in the index that lists a thread.
ALTER TABLE timeline.note ADD COLUMN personal boolean NOT NULL DEFAULT false;
ALTER TABLE timeline.entry_customer ADD COLUMN private_to uuid;
ALTER TABLE timeline.entry_customer DROP CONSTRAINT entry_customer_pkey;
ALTER TABLE timeline.entry_customer
  ADD PRIMARY KEY (tenant_id, customer_id, occurred_at, entry_id) INCLUDE (kind, recorded_at, private_to);
