/** The face: shell, tokens, components, words. */
@ApplicationModule(
        allowedDependencies = {
            "platform::tenancy",
            "platform::database",
            "platform::jobs",
            "platform::files",
            "platform::web",
            "platform::text",
            "platform::money",
            "platform::crypto"
        })
@NullMarked
package relais.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
