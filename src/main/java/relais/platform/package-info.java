/** The ground: database, workspaces, jobs, files, web, text. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package relais.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
