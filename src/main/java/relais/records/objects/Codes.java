package relais.records.objects;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import relais.platform.text.Fold;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;

/**
 * The code of an object, by which rights, history and programs know it, and the word in its addresses. Neither is ever one
 * that a page, a standard object or another object of the workspace has or had.
 */
@Component
class Codes {
    /** What Relais will call its own objects and pages some day. */
    private static final Set<String> PLANNED = Set.of(
            "deal deals pipeline pipelines stage stages request requests task tasks promise promises product products"
                    .split(" "));

    private static final Set<String> PLANNED_TOO = Set.of(
            ("quote quotes order orders invoice invoices contract contracts document documents template templates"
                            + " campaign campaigns segment segments journey journeys call calls mail mails message messages"
                            + " report reports dashboard dashboards site sites user users team teams role roles")
                    .split(" "));

    private static final int LONGEST = 40;

    private final ObjectTypes types;
    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    Codes(ObjectTypes types, ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.types = types;
        this.routes = routes;
    }

    /** The code of an object that is called so. */
    String code(String english, Collection<String> former) {
        var taken = new HashSet<>(former);
        types.all().stream().map(ObjectType::name).forEach(taken::add);
        taken.addAll(PLANNED);
        taken.addAll(PLANNED_TOO);
        taken.addAll(Set.of("new", "all", "operation", "operations", "directory", "import", "record"));
        return free(letters(english, '_', "object"), "own_", taken);
    }

    /** The word in its addresses. */
    String plural(String english, Collection<String> former) {
        var taken = new HashSet<>(former);
        types.all().stream().map(ObjectType::plural).forEach(taken::add);
        taken.addAll(PLANNED);
        taken.addAll(PLANNED_TOO);
        taken.addAll(Set.of("new", "api", "assets", "health", "error", "favicon", "mcp", "ws", "scim", "oauth"));
        routes.forEach(mapping -> mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().forEach(path -> taken.add(first(path)))));
        return free(letters(english, '-', "objects"), "own-", taken);
    }

    private static String first(String path) {
        var parts = path.split("/");
        return parts.length < 2 ? "" : parts[1];
    }

    /** Addresses and code are made of plain letters, whatever the name is written in. */
    private static String letters(String name, char between, String otherwise) {
        var plain = Fold.key(name).replaceAll("[^a-z ]", "").strip().replaceAll(" +", String.valueOf(between));
        var cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        var code = cut.replaceAll("[-_]+$", "");
        return code.isEmpty() ? otherwise : code;
    }

    private static String free(String wish, String prefix, Set<String> taken) {
        if (!taken.contains(wish)) {
            return wish;
        }
        var base = wish.startsWith(prefix) ? wish : prefix + wish;
        var code = base;
        for (int i = 1; taken.contains(code); i++) {
            code = base + prefix.charAt(prefix.length() - 1) + letter(i);
        }
        return code;
    }

    /** 1 is b, 2 is c; letters, since addresses hold nothing else. */
    private static String letter(int i) {
        return i < 26 ? String.valueOf((char) ('a' + i)) : letter(i / 26) + (char) ('a' + i % 26);
    }
}
