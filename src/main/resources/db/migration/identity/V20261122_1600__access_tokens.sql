-- Programs enter by a token, known only by its digest; it belongs to one person in one workspace.
CREATE TABLE identity.access_token (
  token_hash text COLLATE "C" PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  prefix text COLLATE "C" NOT NULL,
  scopes text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX access_token_workspace ON identity.access_token (workspace_id, id);
CREATE INDEX access_token_account ON identity.access_token (account_id);
GRANT SELECT, INSERT, UPDATE ON identity.access_token TO ${app};
