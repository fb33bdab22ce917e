package relais.records.formulas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;

/** Whether a formula may become that of a field: its result can be kept, and it does not lead back to itself. */
public final class FormulaChecks {
    private FormulaChecks() {}

    /** Reads the formula of a field of this object; {@code own} is the field that has it already, null for a new one. */
    public static Formula.Reading check(String text, ObjectType type, @Nullable Field own) {
        var reading = Formula.read(text, type);
        if (!(reading instanceof Formula.Reading.Good good)) {
            return reading;
        }
        return mistake(text, good.formula(), type, own)
                .<Formula.Reading>map(Formula.Reading.Bad::new)
                .orElse(reading);
    }

    private static Optional<Mistake> mistake(String text, Formula formula, ObjectType type, @Nullable Field own) {
        var kept = formula.fieldType();
        if (kept == null) {
            return Optional.of(whole(text, "result", formula.kind()));
        }
        if (own == null) {
            return Optional.empty();
        }
        if (kept != own.type()) {
            return Optional.of(whole(text, "kind", Kind.of(own.type()), formula.kind()));
        }
        var circle = circle(type, own.name(), formula.reads());
        return circle.isEmpty()
                ? Optional.empty()
                : Optional.of(whole(
                        text,
                        "cycle",
                        String.join(
                                " → ",
                                circle.stream().map(n -> Labels.field(type, n)).toList())));
    }

    private static Mistake whole(String text, String code, Object... args) {
        return new Mistake(0, Math.max(1, text.length()), code, List.of(args), null);
    }

    /** The way from the field by what it reads back to itself; empty when there is none. */
    static List<String> circle(ObjectType type, String name, Set<String> reads) {
        var way = new ArrayList<String>();
        way.add(name);
        var seen = new HashSet<String>();
        for (var read : reads) {
            if (back(type, name, read, way, seen)) {
                return way;
            }
        }
        return List.of();
    }

    private static boolean back(ObjectType type, String name, String read, List<String> way, Set<String> seen) {
        way.add(read);
        if (read.equals(name)) {
            return true;
        }
        var field = type.field(read);
        if (seen.add(read) && field.isPresent() && field.get().derivation() instanceof Derivation.Formula formula) {
            for (var next : formula.reads()) {
                if (back(type, name, next, way, seen)) {
                    return true;
                }
            }
        }
        way.removeLast();
        return false;
    }

    /** Reads a rule, which must decide yes or no. */
    public static Formula.Reading rule(String text, ObjectType type) {
        return Formula.read(text, type, Kind.BOOLEAN);
    }

    /** Reads a default, whose result the field must be able to hold. */
    public static Formula.Reading preset(String text, ObjectType type, Field field) {
        return Formula.read(text, type, Kind.of(field.type() == FieldType.LONG_TEXT ? FieldType.TEXT : field.type()));
    }
}
