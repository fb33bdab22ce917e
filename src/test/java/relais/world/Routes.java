package relais.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The routes as {@code routes.yaml} declares them. */
public final class Routes {
    private Routes() {}

    /** A route and who may use it; the form is sent when it is tried as somebody who may not. */
    public record Route(String line, String method, String path, String rule, String who, String[] form) {
        static Route of(String line, String rule) {
            var asked = line.split(" ", 2);
            var allowed = rule.split(" ", 2);
            var form = allowed.length > 1 && allowed[1].contains("=") ? allowed[1].split("[=&]") : new String[0];
            return new Route(line, asked[0], asked[1], rule, allowed[0], form);
        }

        /** A path that fits the pattern; nothing has this id. */
        public String example() {
            return path.replaceAll("\\{path:[^}]*}", "sites")
                    .replaceAll("\\{what:[^}]*}", "archiving")
                    .replace("{code}", "reader")
                    .replace(":[0-9a-f-]{36}", "")
                    .replaceAll("\\{plural:[^}]*}", "customers")
                    .replaceAll("\\{objects:[^}]*}", "customers")
                    .replaceAll("\\{object[^}]*}", "customer")
                    .replace("{field}", "name")
                    .replaceAll("\\{[^}]*}", "0197a000-0000-7000-8000-000000000000");
        }

        @Override
        public String toString() {
            return line;
        }
    }

    /** All of them, in the order of the file. */
    public static List<Route> all() {
        try (InputStream file = Routes.class.getResourceAsStream("/routes.yaml")) {
            Map<String, String> rules = new Yaml().load(file);
            return rules.entrySet().stream()
                    .map(rule -> Route.of(rule.getKey(), rule.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
