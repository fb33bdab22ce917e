package relais.platform.database;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Prints why Relais cannot start as one sentence, without a stack trace. */
final class PlainRefusal implements SpringBootExceptionReporter {
    PlainRefusal(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                System.err.println(cause.getMessage());
                return true;
            }
            if (cause instanceof PortInUseException port) {
                System.err.println("Port " + port.getPort()
                        + " is already in use. Stop what uses it, or choose another with --port.");
                return true;
            }
        }
        return false;
    }
}
