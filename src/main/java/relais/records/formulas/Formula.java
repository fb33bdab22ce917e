package relais.records.formulas;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import tools.jackson.databind.JsonNode;

/**
 * A formula that was read and checked: what it makes, which fields it reads, and its value for any record. It has no
 * loops and bounded sizes, so an evaluation costs at most some hundred small steps; it can neither run code nor fail.
 */
public final class Formula {
    private static final int LONGEST = 4_000;

    private final ObjectType type;
    private final Names names;
    private final String text;
    private final Node root;
    private final List<Mention> mentions;

    private Formula(ObjectType type, Names names, String text, Node root, List<Mention> mentions) {
        this.type = type;
        this.names = names;
        this.text = text;
        this.root = root;
        this.mentions = List.copyOf(mentions);
    }

    /** What reading a text comes to. */
    public sealed interface Reading {
        /** It holds. */
        record Good(Formula formula) implements Reading {}

        /** It does not, for this reason. */
        record Bad(Mistake mistake) implements Reading {}
    }

    /**
     * What a formula makes of a record.
     *
     * @param value null in JSON when there is nothing
     * @param mark why there is nothing, when it did not simply follow from empty fields: {@code formula.mark.<mark>}
     */
    public record Result(JsonNode value, @Nullable String mark) {}

    /** Reads a formula over the fields of an object that may be read. */
    public static Reading read(String text, ObjectType type, Predicate<Field> readable) {
        if (text.length() > LONGEST) {
            return new Reading.Bad(new Mistake(LONGEST, text.length() - LONGEST, "long", List.of(LONGEST), null));
        }
        try {
            var names = new Names(type, readable);
            var parser = new Parser(text, names);
            var root = parser.whole();
            return new Reading.Good(new Formula(type, names, text, root, parser.mentions()));
        } catch (Wrong wrong) {
            return new Reading.Bad(wrong.mistake());
        }
    }

    /** Reads a formula over any field of an object. */
    public static Reading read(String text, ObjectType type) {
        return read(text, type, f -> true);
    }

    /** Reads a formula that must make values of this kind. */
    public static Reading read(String text, ObjectType type, Kind wanted) {
        return read(text, type) instanceof Reading.Good good
                        && !wanted.accepts(good.formula().kind())
                ? new Reading.Bad(new Mistake(
                        0,
                        Math.max(1, text.length()),
                        "kind",
                        List.of(wanted, good.formula().kind()),
                        null))
                : read(text, type);
    }

    /** What sort of value it makes. */
    public Kind kind() {
        return root.kind();
    }

    /** The type of field that keeps its values; null when none does. */
    public @Nullable FieldType fieldType() {
        return FieldValues.keeping(root.kind());
    }

    /** The names of the fields it reads itself. */
    public Set<String> reads() {
        return mentions.stream()
                .filter(m -> m instanceof Mention.OfField)
                .map(m -> ((Mention.OfField) m).field().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether its value changes with the day. */
    public boolean moving() {
        return mentions.stream()
                .anyMatch(m -> m instanceof Mention.OfFunction f && f.function().moving());
    }

    /** The text as it is kept: names of fields, English functions, commas. */
    public String kept() {
        return Wording.kept(text, mentions);
    }

    /** The text in the words of this language. */
    public String shown(Locale language) {
        return Wording.shown(text, mentions, type, names, language);
    }

    /** Its value for a record with these values. */
    public Result value(JsonNode state, Day day) {
        var run = new Run(state, day);
        var value = FieldValues.write(run, root.value(run));
        return new Result(value, value.isNull() ? run.mark() : null);
    }

    /** Whether a record with these values fulfils it; null when that cannot be told. */
    public @Nullable Boolean holds(JsonNode state, Day day) {
        return root.value(new Run(state, day)) instanceof Boolean yes ? yes : null;
    }

    @Override
    public String toString() {
        return Objects.requireNonNullElse(kept(), text);
    }
}
