-- What a company's directory calls somebody or a team, and whether it took them away again.
CREATE TABLE identity.scim_resource (
  workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
  kind text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  external_id text COLLATE "C",
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, kind, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.scim_resource TO ${app};
