package relais.records.types;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the value of a field comes about that nobody writes. */
public sealed interface Derivation {
    /**
     * It is computed from other fields of the same record.
     *
     * @param text the formula as it is kept
     * @param reads the names of the fields that it reads itself
     */
    record Formula(String text, Set<String> reads) implements Derivation {
        public Formula {
            reads = Set.copyOf(reads);
        }
    }

    /**
     * It is figured over records that link to this one.
     *
     * @param path the relation's name, as criteria call it
     * @param field the related field that is figured over; null for a count
     * @param where which related records count, in the JSON of criteria; null for all
     */
    record RollUp(
            String path,
            Figure figure,
            @Nullable String field,
            @Nullable JsonNode where) implements Derivation {
        /** The description as JSON. */
        public String json() {
            var json = Values.object();
            json.put("path", path);
            json.put("figure", figure.name().toLowerCase(Locale.ROOT));
            if (field != null) {
                json.put("field", field);
            }
            if (where != null) {
                json.set("where", where);
            }
            return Values.json(json);
        }
    }

    /** What is figured over related records. */
    enum Figure {
        COUNT,
        SUM,
        MIN,
        MAX,
        /** The value of the newest related record that has one. */
        LATEST
    }

    /** How the field comes about, by the columns of its description; nothing when it is written. */
    static Optional<Derivation> read(@Nullable String formula, @Nullable String reads, @Nullable String rollUp) {
        if (formula != null) {
            var names = reads == null || reads.isBlank() ? Set.<String>of() : Set.of(reads.split("\\s+"));
            return Optional.of(new Formula(formula, names));
        }
        return rollUp == null ? Optional.empty() : Optional.of(rollUp(Values.parse(rollUp)));
    }

    private static RollUp rollUp(JsonNode json) {
        var field = json.path("field").asString("");
        var where = json.get("where");
        return new RollUp(
                json.path("path").asString(""),
                Figure.valueOf(json.path("figure").asString("count").toUpperCase(Locale.ROOT)),
                field.isEmpty() ? null : field,
                where == null || where.isNull() ? null : where);
    }
}
