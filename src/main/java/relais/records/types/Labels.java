package relais.records.types;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import relais.ui.Face;
import relais.ui.Words;

/** The words for objects, fields, choices and problems in the current language. */
public final class Labels {
    private Labels() {}

    /** One record of this object: "client". */
    public static String object(ObjectType type) {
        return own(type, OwnObject::one, "one");
    }

    /** Records of this object: "clients". */
    public static String objects(ObjectType type) {
        return own(type, OwnObject::many, "many");
    }

    private static String own(ObjectType type, Function<OwnObject, Map<String, String>> words, String form) {
        var made = type.own();
        return made == null
                ? Words.t("object." + type.name() + "." + form)
                : Objects.requireNonNull(words.apply(made).get(Face.language().getLanguage()));
    }

    /** The field's name. */
    public static String field(ObjectType type, Field field) {
        var own = field.labels().get(Face.language().getLanguage());
        return own != null ? own : Words.t("field." + type.name() + "." + field.name());
    }

    /** The field's name where only its own name is known; that name itself when the field is gone. */
    public static String field(ObjectType type, String name) {
        return switch (name) {
            case Snapshot.DELETED -> Words.t("field.deletedAt");
            case Snapshot.CREATED -> Words.t("field.createdAt");
            default -> type.field(name).map(f -> field(type, f)).orElse(name);
        };
    }

    /** The section's heading. */
    public static String section(ObjectType type, String section) {
        var made = type.own();
        if (made != null) {
            var own = made.sections().stream()
                    .filter(s -> s.code().equals(section))
                    .findFirst();
            return own.map(s -> s.labels().getOrDefault(Face.language().getLanguage(), section))
                    .orElseGet(() -> Words.or("section." + section, section));
        }
        return Words.or("section." + type.name() + "." + section, Words.t("section." + section));
    }

    /** The choice's words; the code itself when the choice is gone. */
    public static String choice(ObjectType type, Field field, String code) {
        var choice = field.choices().stream().filter(c -> c.code().equals(code)).findFirst();
        if (choice.isEmpty()) {
            return code;
        }
        return choice(type, field, choice.get());
    }

    /** The choice's words. */
    public static String choice(ObjectType type, Field field, Choice choice) {
        var own = choice.labels().get(Face.language().getLanguage());
        return own != null
                ? own
                : Words.or("choice." + type.name() + "." + field.name() + "." + choice.code(), choice.code());
    }

    /** What is wrong and what to do about it. */
    public static String problem(Problem problem) {
        return Words.t("problem." + problem.code(), problem.args().toArray());
    }
}
