/** Sign-in by the company's own provider (OpenID Connect): its settings, the way there and back, whom it means. */
@NullMarked
package relais.identity.provider;

import org.jspecify.annotations.NullMarked;
