/** Passkeys (WebAuthn): several for an account, each with a name; alone or beside the password. */
@NullMarked
package relais.identity.passkeys;

import org.jspecify.annotations.NullMarked;
