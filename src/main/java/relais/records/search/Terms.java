package relais.records.search;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import relais.platform.text.Fold;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Storage;
import tools.jackson.databind.JsonNode;

/** The terms of a record, made from the description of its object: names, references, e-mails, phones. */
final class Terms {
    /** Raised when other terms are made than before; the records are gone through again. */
    static final int EDITION = 1;

    private static final int MOST_TURNS = 6;
    private static final int MOST_WORDS = 12;

    private final LinkedHashSet<Term> terms = new LinkedHashSet<>();

    private Terms() {}

    /** Whether records of this object are found at all. */
    static boolean searched(ObjectType type) {
        return type.listed();
    }

    /** Whether a change of this field may change the terms. */
    static boolean from(ObjectType type, Field field) {
        return type.titles().contains(field.name())
                || field.has(Field.Trait.UNIQUE)
                || field.has(Field.Trait.SEARCHED)
                || points(field, ContactPoints.EMAIL)
                || points(field, ContactPoints.PHONE);
    }

    /** The parts of the index that tell of fields which whoever looks may not see. */
    static Set<Source> closed(ObjectType type) {
        var closed = EnumSet.noneOf(Source.class);
        if (!type.hidden().isEmpty()) {
            if (type.fields().stream().noneMatch(f -> f.has(Field.Trait.UNIQUE))) {
                closed.addAll(EnumSet.of(Source.REFERENCE, Source.REFERENCE_END));
            }
            if (type.fields().stream().noneMatch(f -> points(f, ContactPoints.EMAIL))) {
                closed.addAll(EnumSet.of(Source.EMAIL, Source.EMAIL_PART));
            }
            if (type.fields().stream().noneMatch(f -> points(f, ContactPoints.PHONE))) {
                closed.addAll(EnumSet.of(Source.PHONE, Source.PHONE_END));
            }
        }
        return closed;
    }

    /** The terms of a record with these values. */
    static Set<Term> of(ObjectType type, JsonNode state) {
        var made = new Terms();
        for (var field : type.fields()) {
            var value = state.path(field.name());
            if (field.has(Field.Trait.UNIQUE)) {
                made.reference(value.asString(""));
            } else if (type.titles().contains(field.name())) {
                made.name(value.asString(""));
            }
        }
        for (var field : type.fields()) {
            if (field.has(Field.Trait.SEARCHED)) {
                state.path(field.name()).asString("").lines().forEach(made::other);
            }
            if (points(field, ContactPoints.EMAIL)) {
                state.path(field.name()).forEach(e -> made.email(ContactPoints.key(ContactPoints.EMAIL, e)));
            } else if (points(field, ContactPoints.PHONE)) {
                state.path(field.name()).forEach(p -> made.phone(ContactPoints.key(ContactPoints.PHONE, p)));
            }
        }
        return made.terms;
    }

    /** The words of a name; other terms have none. */
    static List<String> words(Term term) {
        return term.source() == Source.NAME ? List.of(term.text().split(" ")) : List.of();
    }

    private static boolean points(Field field, String kind) {
        return field.type() == FieldType.COLLECTION
                && field.storage() instanceof Storage.Children c
                && c.kind().equals(kind);
    }

    private void name(String name) {
        var words = words(name);
        for (int i = 0; i < Math.min(words.size(), MOST_TURNS); i++) {
            var turned = String.join(" ", words.subList(i, words.size()));
            var rest = String.join(" ", words.subList(0, i));
            add((turned + " " + rest).strip(), i == 0 ? Source.NAME : Source.NAME_TURNED);
        }
    }

    /** A former name, or a reference as far as it has figures. */
    private void other(String line) {
        if (line.chars().anyMatch(Character::isDigit)) {
            reference(line);
        }
        name(line);
    }

    private static List<String> words(String name) {
        var key = Fold.key(name);
        var words = key.isEmpty() ? List.<String>of() : List.of(key.split(" "));
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    private void reference(String reference) {
        var key = Fold.key(reference);
        if (!key.isEmpty()) {
            add(key.replace(" ", ""), Source.REFERENCE);
            if (key.indexOf(' ') > 0) {
                add(key.substring(key.lastIndexOf(' ') + 1), Source.REFERENCE_END);
            }
        }
    }

    /** Words that the name has anyway are not kept again: most addresses are made of it. */
    private void email(String email) {
        int at = email.indexOf('@');
        if (at < 1) {
            return;
        }
        var names = terms.stream().flatMap(t -> words(t).stream()).toList();
        add(email, Source.EMAIL);
        add(email.substring(at + 1), Source.EMAIL_PART);
        var words = words(email.substring(0, at));
        words.stream().skip(1).filter(w -> !names.contains(w)).forEach(w -> add(w, Source.EMAIL_PART));
    }

    private void phone(String e164) {
        var digits = PhoneDigits.stored(e164);
        if (!digits.isEmpty()) {
            add(digits, Source.PHONE);
            add(PhoneDigits.backward(digits), Source.PHONE_END);
        }
    }

    private void add(String text, Source source) {
        terms.add(new Term(text, source));
    }
}
