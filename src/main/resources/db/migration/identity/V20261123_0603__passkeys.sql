-- Passkeys (WebAuthn): public keys only, several for an account; a challenge that was answered is not answered again.
CREATE TABLE identity.passkey (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
  credential_id text COLLATE "C" NOT NULL UNIQUE,
  credential bytea NOT NULL,
  counter bigint NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up boolean NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX passkey_account ON identity.passkey (account_id);

CREATE TABLE identity.spent_challenge (
  challenge_hash text COLLATE "C" PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX spent_challenge_expiry ON identity.spent_challenge (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON identity.passkey, identity.spent_challenge TO ${app};
