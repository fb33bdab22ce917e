package relais.platform.web;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import relais.platform.files.Home;
import relais.platform.files.LeftAddress;

/** Says in one line that Relais is ready, where, and after how long; commands find the address in the home. */
@Component
class Ready {
    private final Environment environment;
    private final LeftAddress address;

    Ready(Environment environment, Home home) {
        this.environment = environment;
        this.address = new LeftAddress(home);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return; // a command, which serves nobody
        }
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        String url = environment.getProperty("relais.public.url", "http://localhost:" + port);
        address.leave(url);
        System.out.printf(Locale.ROOT, "Relais is ready at %s in %.1f s%n", url, seconds);
    }

    @EventListener
    void stopping(ContextClosedEvent event) {
        if (environment.getProperty("local.server.port") != null) {
            address.withdraw();
        }
    }
}
