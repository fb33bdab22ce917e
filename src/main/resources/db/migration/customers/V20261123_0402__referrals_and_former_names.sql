-- Who recommended this customer, and when; and the names and references of customers that were merged into it.
ALTER TABLE customers.customer ADD COLUMN recommended_by uuid, ADD COLUMN recommended_on date, ADD COLUMN aliases text;
CREATE INDEX customer_recommended_by ON customers.customer (tenant_id, recommended_by) WHERE recommended_by IS NOT NULL;
