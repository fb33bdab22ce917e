/** What every web answer shares: errors, headers, limits. */
@NamedInterface
@NullMarked
package relais.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
