-- The trash is shown and emptied in the order of deletion; the index holds nothing else.
CREATE INDEX record_deleted ON records.record (tenant_id, object, deleted_at, id) WHERE deleted_at IS NOT NULL;
