-- Roles are records: administrators make them, and each change has history and undo. Their rights are told as text.
ALTER TABLE identity.role ALTER COLUMN grants TYPE text USING grants::text;
ALTER TABLE identity.role ALTER COLUMN position TYPE integer;
ALTER TABLE identity.role
  ADD COLUMN name_fr text,
  ADD COLUMN name_en text,
  ADD COLUMN fields text,
  ADD COLUMN rules text,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN custom jsonb,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_at timestamptz,
  ADD COLUMN deleted_at timestamptz;

-- A team lies in another; whoever leads one is told apart from its members.
ALTER TABLE identity.team ADD COLUMN parent_id uuid;
ALTER TABLE identity.team ADD FOREIGN KEY (tenant_id, parent_id) REFERENCES identity.team (tenant_id, id);
ALTER TABLE identity.team_member ADD COLUMN lead boolean NOT NULL DEFAULT false;

-- One record shared with one person.
CREATE TABLE identity.share (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  object text COLLATE "C" NOT NULL,
  record_id text COLLATE "C" NOT NULL,
  person_id uuid NOT NULL,
  writing boolean,
  custom jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX share_person ON identity.share (tenant_id, person_id, record_id) WHERE deleted_at IS NULL;
CREATE INDEX share_record ON identity.share (tenant_id, record_id) WHERE deleted_at IS NULL;
ALTER TABLE identity.share ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.share FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_iso ON identity.share
  USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.share TO ${app};

-- Who looks through whose eyes, and never writes meanwhile.
ALTER TABLE identity.session ADD COLUMN viewing_as uuid;
