package relais.records.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.types.Choice;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Lexicon;
import relais.records.types.ObjectType;
import relais.ui.Words;

/** The words that files use for choices, users and sites. */
@Component
class Wordings {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("kind particulier", "person"),
            Map.entry("kind individual", "person"),
            Map.entry("kind societe", "organisation"),
            Map.entry("kind entreprise", "organisation"),
            Map.entry("kind company", "organisation"),
            Map.entry("kind organization", "organisation"),
            Map.entry("kind business", "organisation"),
            Map.entry("kind professionnel", "organisation"),
            Map.entry("kind pro", "organisation"),
            Map.entry("kind menage", "household"),
            Map.entry("kind foyer", "household"),
            Map.entry("stage client", "customer"),
            Map.entry("stage ancien", "former"),
            Map.entry("stage inactif", "former"),
            Map.entry("stage lead", "prospect"),
            Map.entry("stage suspect", "prospect"));

    private final DSLContext sql;

    Wordings(DSLContext sql) {
        this.sql = sql;
    }

    /** For a field with a limited set of values: words for codes or ids; null for other fields. */
    @Nullable
    Lexicon of(ObjectType type, Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES -> choices(type, field);
            case USER -> users();
            case SITE -> sites();
            default -> null;
        };
    }

    private static Lexicon choices(ObjectType type, Field field) {
        var words = new Lexicon();
        SYNONYMS.forEach((word, code) -> {
            if (word.startsWith(field.name() + " ")
                    && field.choices().stream().anyMatch(c -> c.code().equals(code))) {
                words.hint(word.substring(field.name().length() + 1), code);
            }
        });
        for (var choice : field.choices()) {
            labels(type, field, choice).forEach(l -> words.name(l, choice.code()));
            words.code(choice.code());
        }
        return words;
    }

    private static List<String> labels(ObjectType type, Field field, Choice choice) {
        if (!choice.labels().isEmpty()) {
            return List.copyOf(choice.labels().values());
        }
        var key = "choice." + type.name() + "." + field.name() + "." + choice.code();
        return List.of(Words.in(Locale.FRENCH, key), Words.in(Locale.ENGLISH, key));
    }

    /** People by name, either way round, by initial and name, and by e-mail. */
    private Lexicon users() {
        var words = new Lexicon();
        sql.resultQuery("SELECT u.id, u.name, u.email FROM identity.api_user u WHERE u.tenant_id = ?", Tenancy.id())
                .fetch()
                .forEach(r -> {
                    var id = r.get(0, String.class);
                    var name = Fold.key(r.get(1, String.class));
                    words.name(r.get(1, String.class), id);
                    words.name(r.get(2, String.class), id);
                    int gap = name.indexOf(' ');
                    if (gap > 0) {
                        words.hint(name.substring(gap + 1) + " " + name.substring(0, gap), id);
                        words.hint(name.charAt(0) + name.substring(gap), id);
                        words.hint(name.substring(gap + 1), id);
                    }
                });
        return words;
    }

    private Lexicon sites() {
        var words = new Lexicon();
        sql.resultQuery("SELECT s.id, s.name FROM identity.api_site s WHERE s.tenant_id = ?", Tenancy.id())
                .fetch()
                .forEach(r -> words.name(r.get(1, String.class), r.get(0, String.class)));
        return words;
    }

    /** Whether values of this type are words from a list. */
    static boolean worded(FieldType type) {
        return type == FieldType.CHOICE
                || type == FieldType.CHOICES
                || type == FieldType.USER
                || type == FieldType.SITE;
    }
}
