/** The API: every open object over REST, operations and undo, made from the object descriptions. */
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
            "identity",
            "identity::tokens",
            "records",
            "records::types",
            "records::changes",
            "records::criteria",
            "records::lists",
            "records::forms",
            "records::work",
            "records::merging",
            "customers::duplicates",
            "customers",
            "customers::privacy",
            "timeline"
        })
@NullMarked
package relais.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
