-- The writer holds both customers of an affiliation until it is written, and removes no customer to whom one points: the
-- foreign keys asked twice again for each customer of an import that is taken back.
ALTER TABLE customers.affiliation DROP CONSTRAINT affiliation_tenant_id_person_id_fkey;
ALTER TABLE customers.affiliation DROP CONSTRAINT affiliation_tenant_id_organisation_id_fkey;
