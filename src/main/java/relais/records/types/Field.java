package relais.records.types;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object, described once: list, form, card, import, export, criteria, rights and history follow from it.
 *
 * @param name stable name in JSON; custom fields are {@code custom.<code>}
 * @param labels {@code fr} and {@code en} of a custom field; empty when the message {@code field.<object>.<name>} says it
 * @param section the part of the card and form it stands in
 * @param target for a LINK the linked object's name
 * @param derivation how its value is made of others; null when it is written
 * @param rule what the workspace asks of its values; null for nothing
 */
public record Field(
        String name,
        FieldType type,
        Storage storage,
        Map<String, String> labels,
        String section,
        List<Choice> choices,
        @Nullable String target,
        Set<Trait> traits,
        @Nullable Derivation derivation,
        @Nullable FieldRule rule) {

    /** A year, a reference, a number of something, as the name says it; an amount per year is none. */
    private static final Pattern NAMING =
            Pattern.compile("^(custom\\.)?(annee|year|millesime|numero|reference|ref|code|siret|siren)(_.*)?$"
                    + "|(?<!_(par|per|by))_(year|annee|number|id|code|ref)$");

    /** Properties that a field has or has not. */
    public enum Trait {
        REQUIRED,
        /** Kept by Relais; shown, never written by hand or import. */
        COMPUTED,
        /** Closed to whoever looks: shown, never written by them. */
        LOCKED,
        /** Has an index that lists may sort by. */
        SORTABLE,
        /** Shown as a column unless a view says otherwise. */
        DEFAULT_COLUMN,
        /** Has an index in which the records of one value lie in the order of their names. */
        RANGED,
        /** A boolean that is no unless somebody says yes: no is no value, and its column holds false. */
        FLAG,
        /** The record's own reference in another system; unique. */
        UNIQUE,
        /** Other names and references, one in each line: the record is found by them too. */
        SEARCHED
    }

    /** A field whose values are written, without rules. */
    public Field(
            String name,
            FieldType type,
            Storage storage,
            Map<String, String> labels,
            String section,
            List<Choice> choices,
            @Nullable String target,
            Set<Trait> traits) {
        this(name, type, storage, labels, section, choices, target, traits, null, null);
    }

    public Field {
        labels = Map.copyOf(labels);
        choices = List.copyOf(choices);
        traits = Set.copyOf(traits);
    }

    /** A standard field stored in a column. */
    public static Field of(String name, FieldType type, String column, String section, Trait... traits) {
        return new Field(
                name, type, new Storage.Column(column, null), Map.of(), section, List.of(), null, Set.of(traits));
    }

    /** The same field with a folded key column beside its own. */
    public Field keyed(String keyColumn) {
        var column = ((Storage.Column) storage).column();
        return new Field(
                name,
                type,
                new Storage.Column(column, keyColumn),
                labels,
                section,
                choices,
                target,
                traits,
                derivation,
                rule);
    }

    /** The same field with these standard choices. */
    public Field choosing(String... codes) {
        var all = java.util.Arrays.stream(codes).map(Choice::standard).toList();
        return new Field(name, type, storage, labels, section, all, target, traits, derivation, rule);
    }

    /** The same field linking to records of this object. */
    public Field linking(String object) {
        return new Field(name, type, storage, labels, section, choices, object, traits, derivation, rule);
    }

    /** The same field with these names by language. */
    public Field called(Map<String, String> names) {
        return new Field(name, type, storage, names, section, choices, target, traits, derivation, rule);
    }

    /** The same field stored elsewhere. */
    public Field in(Storage other) {
        return new Field(name, type, other, labels, section, choices, target, traits, derivation, rule);
    }

    /** The same field whose value is made of others. */
    public Field derived(Derivation how) {
        var computed = new java.util.HashSet<>(traits);
        computed.add(Trait.COMPUTED);
        return new Field(name, type, storage, labels, section, choices, target, computed, how, rule);
    }

    /** The same field with what the workspace asks of its values. */
    public Field ruled(FieldRule asked) {
        return new Field(name, type, storage, labels, section, choices, target, traits, derivation, asked);
    }

    /** Whether its figures name something, as years and references do, rather than count: they are written ungrouped. */
    public boolean plain() {
        return type == FieldType.NUMBER && NAMING.matcher(name).find();
    }

    /** Whether the field has this trait. */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether the workspace made this field for itself. */
    public boolean custom() {
        return storage instanceof Storage.Custom;
    }

    /** The same field as somebody sees it who may not write it. */
    Field locked() {
        var more = new java.util.HashSet<>(traits);
        more.add(Trait.LOCKED);
        return new Field(name, type, storage, labels, section, choices, target, more, derivation, rule);
    }

    /** Whether people and files may give it a value. */
    public boolean writable() {
        return !has(Trait.COMPUTED) && !has(Trait.LOCKED);
    }
}
