-- The trash is shown and emptied in the order of deletion; the index holds nothing else.
CREATE INDEX note_deleted ON timeline.note (tenant_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
