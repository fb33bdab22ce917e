-- Who may enter: accounts, sessions and links belong to the installation, roles, teams and sites to a workspace.
CREATE SCHEMA IF NOT EXISTS identity;
GRANT USAGE ON SCHEMA identity TO ${app};

-- One row: whether this installation was set up. Its lock makes two instances at once one setup.
CREATE TABLE identity.installation (
  id smallint PRIMARY KEY,
  set_up_at timestamptz,
  secret text COLLATE "C"
);
INSERT INTO identity.installation (id) VALUES (1);

CREATE TABLE identity.workspace (
  id uuid PRIMARY KEY,
  slug text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  locale text COLLATE "C" NOT NULL,
  zone text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);

CREATE TABLE identity.account (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  email_key text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  password_hash text COLLATE "C",
  locale text COLLATE "C" NOT NULL,
  zone text COLLATE "C" NOT NULL,
  disabled_at timestamptz,
  password_changed_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE identity.membership (
  workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES identity.account (id),
  role text COLLATE "C" NOT NULL,
  invited_name text NOT NULL,
  accepted_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, account_id)
);
CREATE INDEX membership_account ON identity.membership (account_id);

-- The id is for people (list, revoke); what opens a session is known only by its digest.
CREATE TABLE identity.session (
  token_hash text COLLATE "C" PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
  ip text NOT NULL,
  agent text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON identity.session (account_id);
CREATE INDEX session_expiry ON identity.session (expires_at);

CREATE TABLE identity.one_time_link (
  token_hash text COLLATE "C" PRIMARY KEY,
  purpose text COLLATE "C" NOT NULL,
  account_id uuid REFERENCES identity.account (id) ON DELETE CASCADE,
  workspace_id uuid REFERENCES identity.workspace (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX one_time_link_account ON identity.one_time_link (account_id);

-- Failed sign-ins, counted per account and address and per address; never per account alone.
CREATE TABLE identity.throttle (
  key text COLLATE "C" PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL
);
CREATE INDEX throttle_last ON identity.throttle (last_at);

-- What happened at the door and in the settings. The application may only add.
CREATE TABLE identity.event (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text COLLATE "C" NOT NULL,
  workspace_id uuid,
  account_id uuid,
  actor_name text NOT NULL,
  subject text NOT NULL,
  detail text NOT NULL,
  ip text NOT NULL,
  agent text NOT NULL
);
CREATE INDEX event_workspace ON identity.event (workspace_id, id);

CREATE TABLE identity.role (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  position smallint NOT NULL,
  grants jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);

CREATE TABLE identity.site (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  archived_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX site_name ON identity.site (tenant_id, name_key) WHERE archived_at IS NULL;

CREATE TABLE identity.team (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  archived_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX team_name ON identity.team (tenant_id, name_key) WHERE archived_at IS NULL;

CREATE TABLE identity.site_member (
  tenant_id uuid NOT NULL,
  site_id uuid NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, site_id, account_id),
  FOREIGN KEY (tenant_id, site_id) REFERENCES identity.site (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX site_member_account ON identity.site_member (tenant_id, account_id);

CREATE TABLE identity.team_member (
  tenant_id uuid NOT NULL,
  team_id uuid NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, team_id, account_id),
  FOREIGN KEY (tenant_id, team_id) REFERENCES identity.team (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX team_member_account ON identity.team_member (tenant_id, account_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['role', 'site', 'team', 'site_member', 'team_member'] LOOP
    EXECUTE format('ALTER TABLE identity.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE identity.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_iso ON identity.%I USING (tenant_id = platform.current_tenant()) WITH CHECK (tenant_id = platform.current_tenant())', t);
  END LOOP;
END $$;

-- The people of the current workspace: the view itself is the second wall, since accounts are global.
CREATE VIEW identity.api_user AS
  SELECT m.workspace_id AS tenant_id, a.id,
         CASE WHEN m.accepted_at IS NULL THEN m.invited_name ELSE a.name END AS name,
         a.email, m.role,
         m.accepted_at IS NULL AS invited,
         m.disabled_at IS NOT NULL OR a.disabled_at IS NOT NULL AS disabled
  FROM identity.membership m
  JOIN identity.account a ON a.id = m.account_id
  WHERE m.workspace_id = platform.current_tenant();

CREATE VIEW identity.api_site WITH (security_invoker = true) AS
  SELECT tenant_id, id, name, name_key, archived_at IS NOT NULL AS archived FROM identity.site;

CREATE VIEW identity.api_team WITH (security_invoker = true) AS
  SELECT tenant_id, id, name, name_key, archived_at IS NOT NULL AS archived FROM identity.team;

GRANT SELECT, UPDATE ON identity.installation TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON
  identity.workspace, identity.account, identity.membership, identity.session, identity.one_time_link,
  identity.throttle, identity.role, identity.site, identity.team, identity.site_member, identity.team_member
  TO ${app};
GRANT SELECT, INSERT ON identity.event TO ${app};
GRANT SELECT ON identity.api_user, identity.api_site, identity.api_team TO ${app};
