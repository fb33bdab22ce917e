package relais.setup;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes the demonstration at the first start with {@code --demo}, and prints once how its people sign in. */
@Component
class DemoStart {
    private final Demonstration demonstration;
    private final Environment environment;

    DemoStart(Demonstration demonstration, Environment environment) {
        this.demonstration = demonstration;
        this.environment = environment;
    }

    /** Before the first setup is offered, which a demonstration makes needless. */
    @EventListener
    @Order(50)
    void ready(ApplicationReadyEvent event) {
        if (wanted()) {
            demonstration.make().ifPresent(DemoStart::print);
        }
    }

    private boolean wanted() {
        return environment.getProperty("relais.demo", Boolean.class, false)
                && environment.getProperty("relais.serving", Boolean.class, true)
                && !environment.getProperty("relais.training", Boolean.class, false);
    }

    private static void print(Demonstration.Made made) {
        System.out.println(
                "Demonstration: " + made.workspace().name() + ". Its people, each with a password told only here:");
        made.people()
                .forEach(p -> System.out.printf(
                        "  %-16s %-14s %-40s %s%n", p.name(), p.role().code(), p.email(), p.password()));
    }
}
