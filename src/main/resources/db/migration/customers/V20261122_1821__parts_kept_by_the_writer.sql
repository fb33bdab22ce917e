-- Contact points, tags and keys are parts of their customer: the one writer writes and removes them together with its
-- row, which it holds meanwhile. A foreign key would check the same again for each of ten rows of a customer, and take
-- them away one by one when an import is undone.
ALTER TABLE customers.contact_point DROP CONSTRAINT contact_point_tenant_id_customer_id_fkey;
ALTER TABLE customers.tagging DROP CONSTRAINT tagging_tenant_id_customer_id_fkey;
ALTER TABLE customers.tagging DROP CONSTRAINT tagging_tenant_id_tag_id_fkey;
ALTER TABLE customers.match_key DROP CONSTRAINT match_key_tenant_id_customer_id_fkey;
