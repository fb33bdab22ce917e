/** Workspaces, users, teams, sites, roles, sessions. */
@ApplicationModule(
        allowedDependencies = {
            "platform::tenancy",
            "platform::database",
            "platform::jobs",
            "platform::commands",
            "platform::files",
            "platform::web",
            "platform::text",
            "platform::money",
            "platform::crypto",
            "platform::outbound",
            "ui",
            "ui::palette"
        })
@NullMarked
package relais.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
