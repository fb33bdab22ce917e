/** What holds for all modules alike: the map, the names, the walls between workspaces. */
@NullMarked
package relais.architecture;

import org.jspecify.annotations.NullMarked;
