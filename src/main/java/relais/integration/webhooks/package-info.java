/** Webhooks: whoever subscribed is told of changes, signed, in order, at least once. */
@NullMarked
package relais.integration.webhooks;

import org.jspecify.annotations.NullMarked;
