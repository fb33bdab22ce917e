package relais.records.changes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What sort of act an operation is, told by the code of its intent. */
public enum OperationKind {
    CREATION("%.create"),
    CHANGE("%.update", "%.edit", "%.end", "%.former", "%.pin", "%.unpin", "%.order"),
    DELETION("%.delete"),
    RESTORATION("%.restore"),
    BULK("bulk.%"),
    IMPORT("import%"),
    MERGE("%merge%"),
    UNDO("undo", "redo"),
    FINAL("trash.purge%", "privacy.erase");

    private final List<String> intents;

    OperationKind(String... intents) {
        this.intents = List.of(intents);
    }

    /** The word of the kind in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this word. */
    public static Optional<OperationKind> of(String code) {
        return Stream.of(values()).filter(k -> k.code().equals(code)).findFirst();
    }

    Condition condition() {
        return DSL.or(
                intents.stream().map(i -> DSL.condition("o.intent LIKE ?", i)).toList());
    }
}
