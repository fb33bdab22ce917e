package relais;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.support.GenericApplicationContext;
import relais.platform.backup.BackupCommand;
import relais.platform.backup.RestoreCommand;
import relais.platform.commands.CommandLine;
import relais.platform.commands.Commands;
import relais.platform.database.DatabaseServers;
import relais.platform.database.HomeLock;
import relais.platform.database.StartRefused;

/** Starts Relais, or runs one of its commands. */
@SpringBootApplication
public class Relais {
    public static void main(String[] args) {
        var line = CommandLine.of(List.of(args));
        try {
            switch (line.command()) {
                case "start" -> start(line);
                case "backup" -> System.exit(Commands.run(new BackupCommand(line.home()), line.words()));
                case "restore" -> System.exit(Commands.run(new RestoreCommand(line.home()), line.words()));
                default -> System.exit(run(line));
            }
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void start(CommandLine line) {
        HomeLock lock = HomeLock.take(line.home());
        var application = new SpringApplication(Relais.class);
        application.setLogStartupInfo(false);
        application.addInitializers(
                context -> DatabaseServers.startAlongside((GenericApplicationContext) context, lock));
        application.run(line.properties());
    }

    private static int run(CommandLine line) {
        var application = new SpringApplication(Relais.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setLogStartupInfo(false);
        application.addInitializers(context -> DatabaseServers.forCommand((GenericApplicationContext) context));
        try (var context = application.run(line.properties())) {
            return context.getBean(Commands.class).run(line.command(), line.words());
        }
    }
}
