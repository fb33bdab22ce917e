/** Everything that happened with a customer; notes. */
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
            "records",
            "records::types",
            "records::changes",
            "records::criteria",
            "records::lists",
            "records::forms",
            "customers"
        })
@NullMarked
package relais.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
