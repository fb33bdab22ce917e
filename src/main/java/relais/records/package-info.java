/** Object types described once, the one writer, operations, changes, undo, as-of. */
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
            "ui",
            "ui::palette",
            "identity",
            "identity::team"
        })
@NullMarked
package relais.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
