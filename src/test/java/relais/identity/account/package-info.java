@NullMarked
package relais.identity.account;

import org.jspecify.annotations.NullMarked;
