-- Few notes are pinned; they stand beside every thread.
CREATE INDEX note_pinned ON timeline.note (tenant_id, customer_id) WHERE pinned AND deleted_at IS NULL;
