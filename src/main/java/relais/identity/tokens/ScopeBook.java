package relais.identity.tokens;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Grants;
import relais.ui.Words;

/** Every scope that a token can have, and what several of them allow together. */
@Component
class ScopeBook {
    private final List<Scopes> slots;

    ScopeBook(List<Scopes> slots) {
        this.slots = slots;
    }

    List<Scope> all() {
        var everything = new Grants(Map.of("*", EnumSet.allOf(Action.class)));
        return Stream.concat(
                        slots.stream().flatMap(s -> s.all().stream()),
                        Stream.of(new Scope(Scope.ALL, Words.t("tokens.scope.all"), everything)))
                .toList();
    }

    boolean knows(String code) {
        return all().stream().anyMatch(s -> s.code().equals(code));
    }

    /** What these scopes allow together; a scope that is no more allows nothing. */
    Grants grants(List<String> codes) {
        var together = new HashMap<String, Set<Action>>();
        all().stream()
                .filter(s -> codes.contains(s.code()))
                .forEach(s -> s.grants()
                        .byObject()
                        .forEach((object, actions) -> together.computeIfAbsent(object, o -> new HashSet<>())
                                .addAll(actions)));
        return new Grants(together);
    }
}
