package relais.identity.start;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
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
import relais.platform.text.Visible;
import relais.ui.Words;

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
        if (!unattended()) {
            System.out.println("Set up Relais at " + links.setup());
        }
    }

    private boolean unattended() {
        var email = value("RELAIS_ADMIN_EMAIL");
        var password = value("RELAIS_ADMIN_PASSWORD");
        if (email.isEmpty() && password.isEmpty()) {
            return false;
        }
        var workspace = Objects.requireNonNullElse(environment.getProperty("RELAIS_WORKSPACE"), "Relais");
        var name = Account.key(email).replaceAll("@.*", "");
        var first = new Installation.First(workspace.strip(), name, email, password, Locale.FRENCH, PARIS);
        var problem = problem(first);
        if (problem.isPresent()) {
            LOG.error("{} Nothing was set up.", problem.get());
            return false;
        }
        installation.setUp(first);
        return true;
    }

    private Optional<String> problem(Installation.First first) {
        if (first.email().isEmpty()) {
            return Optional.of("RELAIS_ADMIN_PASSWORD stands without RELAIS_ADMIN_EMAIL.");
        }
        if (Emails.parse(first.email()).isEmpty()) {
            return Optional.of("RELAIS_ADMIN_EMAIL is no e-mail address: " + first.email() + ".");
        }
        if (first.password().isEmpty()) {
            return Optional.of("RELAIS_ADMIN_EMAIL stands without RELAIS_ADMIN_PASSWORD.");
        }
        if (Visible.nothing(first.workspace()) || first.workspace().length() > SetupForm.LONGEST) {
            return Optional.of("RELAIS_WORKSPACE must be a name of 1 to " + SetupForm.LONGEST + " characters.");
        }
        return policy.problem(first.password(), first.email(), first.name(), first.workspace())
                .map(key -> "RELAIS_ADMIN_PASSWORD is refused. " + Words.in(Locale.ENGLISH, key));
    }

    private String value(String name) {
        return Optional.ofNullable(environment.getProperty(name)).orElse("").strip();
    }
}
