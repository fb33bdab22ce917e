/** Persons, organisations and households, and their card. */
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
            "records",
            "records::types",
            "records::changes",
            "records::criteria",
            "records::lists",
            "records::files",
            "records::forms",
            "records::cards",
            "records::search",
            "records::imports",
            "records::rollups",
            "records::seal",
            "records::merging",
            "records::work"
        })
@NullMarked
package relais.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
