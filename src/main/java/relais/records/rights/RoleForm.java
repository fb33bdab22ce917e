package relais.records.rights;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import relais.identity.Action;
import relais.identity.FieldRight;
import relais.identity.GuardedObject;
import relais.identity.RowRule;
import relais.platform.text.Visible;

/** A role as its page asks for it; what no page offers is not heard. */
record RoleForm(
        String nameFr,
        String nameEn,
        Map<String, Set<Action>> grants,
        Map<String, Map<String, FieldRight>> fields,
        Map<String, RowRule> rules) {
    private static final int LONGEST = 60;

    /** Reads what was sent; conditions that are kept as they are stay those of the former rules. */
    static RoleForm read(MultiValueMap<String, String> sent, Offers offers, Map<String, RowRule> former) {
        return new RoleForm(
                text(sent.getFirst("nameFr")),
                text(sent.getFirst("nameEn")),
                grants(sent, offers),
                fields(sent, offers),
                rules(sent, offers, former));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    private static Map<String, Set<Action>> grants(MultiValueMap<String, String> sent, Offers offers) {
        var asked = sent.getOrDefault("grant", List.of());
        var grants = new TreeMap<String, Set<Action>>();
        for (GuardedObject object : offers.objects()) {
            var allowed = EnumSet.noneOf(Action.class);
            object.actions().stream()
                    .filter(a -> asked.contains(object.name() + ":" + a.name()))
                    .forEach(allowed::add);
            grants.put(object.name(), allowed);
        }
        return grants;
    }

    private static Map<String, Map<String, FieldRight>> fields(MultiValueMap<String, String> sent, Offers offers) {
        var all = new HashMap<String, Map<String, FieldRight>>();
        for (var object : offers.closable()) {
            var closed = new HashMap<String, FieldRight>();
            for (var field : object.fields()) {
                right(sent.getFirst("field." + object.name() + "." + field.name()), field)
                        .ifPresent(r -> closed.put(field.name(), r));
            }
            all.put(object.name(), closed);
        }
        var added = text(sent.getFirst("close")).split("/", 2);
        offers.field(added)
                .ifPresent(f -> right(text(sent.getFirst("closing")), f)
                        .ifPresent(r -> all.computeIfAbsent(added[0], o -> new HashMap<>())
                                .put(f.name(), r)));
        return all;
    }

    private static java.util.Optional<FieldRight> right(@Nullable String word, Offers.Closable field) {
        return switch (word == null ? "" : word) {
            case "hidden" -> java.util.Optional.of(field.hideable() ? FieldRight.HIDDEN : FieldRight.READ);
            case "read" -> java.util.Optional.of(FieldRight.READ);
            default -> java.util.Optional.empty();
        };
    }

    private static Map<String, RowRule> rules(
            MultiValueMap<String, String> sent, Offers offers, Map<String, RowRule> former) {
        var rules = new LinkedHashMap<String, RowRule>();
        for (var object : offers.ruled()) {
            var see = text(sent.getFirst("see." + object.name()));
            var before = former.getOrDefault(object.name(), RowRule.NONE);
            boolean team = sent.containsKey("team." + object.name());
            var change =
                    "own".equals(sent.getFirst("change." + object.name())) ? RowRule.Change.OWN : RowRule.Change.SEEN;
            rules.put(
                    object.name(),
                    switch (see) {
                        case "own" -> new RowRule(RowRule.See.OWN, team, change, "");
                        case "kept" -> new RowRule(before.see(), team, change, before.where());
                        case "", "everything" -> new RowRule(RowRule.See.EVERYTHING, team, change, "");
                        default ->
                            offers.conditions(object.name(), see)
                                    .map(where -> new RowRule(RowRule.See.WHERE, team, change, where))
                                    .orElse(new RowRule(RowRule.See.OWN, team, change, ""));
                    });
        }
        return rules;
    }

    /** The message key of what is wrong with the name, null when nothing is. */
    @Nullable
    String problem() {
        return Visible.nothing(nameFr) || nameFr.length() > LONGEST || nameEn.length() > LONGEST
                ? "rights.role.name.wrong"
                : null;
    }
}
