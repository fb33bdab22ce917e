-- The company's own provider (OpenID Connect): one for each workspace, its secret encrypted.
CREATE TABLE identity.provider (
  workspace_id uuid PRIMARY KEY REFERENCES identity.workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  issuer text COLLATE "C" NOT NULL,
  client_id text COLLATE "C" NOT NULL,
  secret text COLLATE "C" NOT NULL,
  domains text COLLATE "C" NOT NULL,
  mail_trusted boolean NOT NULL,
  new_role text COLLATE "C"
);

-- Whom the provider of a workspace means by its name for somebody.
CREATE TABLE identity.provider_identity (
  workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
  issuer text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, issuer, subject)
);
CREATE INDEX provider_identity_account ON identity.provider_identity (account_id, workspace_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.provider, identity.provider_identity TO ${app};
