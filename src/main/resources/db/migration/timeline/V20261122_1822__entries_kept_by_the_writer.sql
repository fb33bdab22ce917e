-- The writer holds the customer of a note until the note is written, and removes no customer that has one; an entry is
-- written and removed with its note. Foreign keys would check that again for every row.
ALTER TABLE timeline.note DROP CONSTRAINT note_tenant_id_customer_id_fkey;
ALTER TABLE timeline.entry_customer DROP CONSTRAINT entry_customer_tenant_id_customer_id_fkey;
ALTER TABLE timeline.entry_customer DROP CONSTRAINT entry_customer_tenant_id_entry_id_fkey;

-- An entry bears the id of its note and is found by that.
DROP INDEX timeline.entry_record;
