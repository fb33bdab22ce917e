package relais;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Relais. */
@SpringBootApplication
public class Relais {
    public static void main(String[] args) {
        SpringApplication.run(Relais.class, properties(List.of(args)));
    }

    /** Turns {@code --home DIR --port N --dev} into the properties of the same names. */
    private static String[] properties(List<String> args) {
        var properties = new ArrayList<String>();
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--home", "--port" ->
                    properties.add("--relais." + args.get(i).substring(2) + "=" + args.get(++i));
                case "--dev", "--demo" ->
                    properties.add("--relais." + args.get(i).substring(2) + "=true");
                default -> properties.add(args.get(i));
            }
        }
        return properties.toArray(String[]::new);
    }
}
