/** Beside the password: applications that make codes (RFC 6238), recovery codes, and the second step of a sign-in. */
@NullMarked
package relais.identity.factors;

import org.jspecify.annotations.NullMarked;
