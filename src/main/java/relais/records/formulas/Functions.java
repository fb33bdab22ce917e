package relais.records.formulas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.platform.text.Fold;

/** All functions by their names in both languages, case and accents aside; the condition stands apart. */
final class Functions {
    /** The condition, which evaluates one of its branches alone. */
    static final Function IF = new Function("if", "si", List.of(), true, false);

    static final List<Function> ALL = all();
    private static final Map<String, Function> BY_NAME = byName();

    private Functions() {}

    private static List<Function> all() {
        var all = new ArrayList<Function>();
        all.add(IF);
        all.addAll(NumberFunctions.all());
        all.addAll(TextFunctions.all());
        all.addAll(DateFunctions.all());
        return List.copyOf(all);
    }

    private static Map<String, Function> byName() {
        var names = new HashMap<String, Function>();
        ALL.forEach(f -> names.put(f.french(), f));
        ALL.forEach(f -> names.put(f.name(), f));
        return Map.copyOf(names);
    }

    static Optional<Function> find(String name) {
        return Optional.ofNullable(BY_NAME.get(Fold.key(name).replace(" ", "")));
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }
}
