-- Beyond the password: what a workspace demands, applications that make codes, recovery codes, sign-ins half done.
CREATE TABLE identity.sign_in_rule (
  workspace_id uuid PRIMARY KEY REFERENCES identity.workspace (id) ON DELETE CASCADE,
  second_factor text COLLATE "C" NOT NULL,
  provider_only boolean NOT NULL DEFAULT false
);

-- The secret is encrypted; a pending one counts only once a code of it was shown.
CREATE TABLE identity.authenticator_app (
  account_id uuid PRIMARY KEY REFERENCES identity.account (id) ON DELETE CASCADE,
  secret text COLLATE "C",
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0,
  pending text COLLATE "C",
  pending_at timestamptz
);

CREATE TABLE identity.recovery_code (
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  code_hash text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE identity.half_sign_in (
  token_hash text COLLATE "C" PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  workspace_id uuid NOT NULL REFERENCES identity.workspace (id) ON DELETE CASCADE,
  enrolment boolean NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
);
CREATE INDEX half_sign_in_account ON identity.half_sign_in (account_id);
CREATE INDEX half_sign_in_expiry ON identity.half_sign_in (expires_at);

-- How somebody signed in; a bound session may enter no other workspace.
ALTER TABLE identity.session
  ADD COLUMN proof text COLLATE "C" NOT NULL DEFAULT 'password',
  ADD COLUMN bound boolean NOT NULL DEFAULT false;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  identity.sign_in_rule, identity.authenticator_app, identity.recovery_code, identity.half_sign_in TO ${app};
