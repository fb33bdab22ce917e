/** First start, demonstration data. */
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
            "identity",
            "identity::team",
            "identity::tokens",
            "records",
            "records::types",
            "records::changes",
            "records::imports",
            "customers",
            "timeline"
        })
@NullMarked
package relais.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
