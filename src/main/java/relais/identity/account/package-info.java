/** One's own account: name, language, password, places where one is signed in. */
@NullMarked
package relais.identity.account;

import org.jspecify.annotations.NullMarked;
