/** What strangers, broken programs and unlucky hands send: no answer is a failure of the server. */
@NullMarked
package relais.hostile;

import org.jspecify.annotations.NullMarked;
