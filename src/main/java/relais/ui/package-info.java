/** The face: shell, tokens, components, words, formats. The guide for the other modules is README.md beside this file. */
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
            "platform::crypto"
        })
@NullMarked
package relais.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
