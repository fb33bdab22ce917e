package relais.identity.start;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import relais.identity.Account;
import relais.identity.door.Links;
import relais.identity.door.PasswordPolicy;
import relais.platform.text.Emails;

/** At the first start: makes the administrator whom the environment names, or prints the link of the setup. */
@Component
class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Installation installation;
    private final Links links;
    private final PasswordPolicy policy;
    private final Environment environment;

    FirstStart(Installation installation, Links links, PasswordPolicy policy, Environment environment) {
        this.installation = installation;
        this.links = links;
        this.policy = policy;
        this.environment = environment;
    }

    @EventListener
    @Order(100)
    void ready(ApplicationReadyEvent event) {
        boolean serving = environment.getProperty("relais.serving", Boolean.class, true);
        if (!serving || environment.getProperty("relais.training", Boolean.class, false) || installation.done()) {
            return;
        }
        if (named().isEmpty() || !unattended(named().get())) {
            System.out.println("Set up Relais at " + links.setup());
        }
    }

    private Optional<Installation.First> named() {
        var email = value("RELAIS_ADMIN_EMAIL");
        var password = value("RELAIS_ADMIN_PASSWORD");
        if (email.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        var name = Account.key(email).replaceAll("@.*", "");
        var workspace = Optional.of(value("RELAIS_WORKSPACE"))
                .filter(given -> !given.isEmpty())
                .orElse("Relais");
        return Optional.of(new Installation.First(workspace, name, email, password, Locale.FRENCH, PARIS));
    }

    private boolean unattended(Installation.First first) {
        if (Emails.parse(first.email()).isEmpty()) {
            LOG.error("RELAIS_ADMIN_EMAIL is no e-mail address. Nothing was set up.");
            return false;
        }
        var problem = policy.problem(first.password(), first.email(), first.name());
        if (problem.isPresent()) {
            LOG.error("RELAIS_ADMIN_PASSWORD is too weak ({}). Nothing was set up.", problem.get());
            return false;
        }
        installation.setUp(first);
        return true;
    }

    private String value(String name) {
        return Optional.ofNullable(environment.getProperty(name)).orElse("").strip();
    }
}
