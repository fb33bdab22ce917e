-- The trash is shown and emptied in the order of deletion; the indexes hold nothing else.
CREATE INDEX customer_deleted ON customers.customer (tenant_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX affiliation_deleted ON customers.affiliation (tenant_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
