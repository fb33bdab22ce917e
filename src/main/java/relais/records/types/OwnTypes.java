package relais.records.types;

import static relais.records.types.Field.Trait.DEFAULT_COLUMN;
import static relais.records.types.Field.Trait.FLAG;
import static relais.records.types.Field.Trait.REQUIRED;
import static relais.records.types.Field.Trait.SORTABLE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record;
import relais.ui.Words;

/** Makes object types of the rows in which a workspace describes its own objects. */
final class OwnTypes {
    static final String TABLE = "records.record";

    private static final String QUERY = """
            SELECT o.code, o.plural, o.icon, o.one_fr, o.many_fr, o.one_en, o.many_en, o.title_fr, o.title_en,
              o.sections, o.board, o.first_view, o.deleted_at IS NOT NULL AS gone
            FROM records.object o WHERE o.tenant_id = ? ORDER BY o.position NULLS LAST, o.id""";

    private OwnTypes() {}

    static String query() {
        return QUERY;
    }

    static ObjectType of(Record row) {
        var own = new OwnObject(
                both(row, "one"),
                both(row, "many"),
                ChoiceLines.parse(row.get("sections", String.class)),
                row.get("board", String.class),
                "board".equals(row.get("first_view", String.class)));
        return new ObjectType(
                row.get("code", String.class),
                row.get("plural", String.class),
                TABLE,
                row.get("icon", String.class),
                List.of("name"),
                true,
                fields(both(row, "title")),
                List.of(),
                own,
                Set.of());
    }

    private static Map<String, String> both(Record row, String column) {
        return Map.of("fr", row.get(column + "_fr", String.class), "en", row.get(column + "_en", String.class));
    }

    private static List<Field> fields(Map<String, String> title) {
        return List.of(
                Field.of("name", FieldType.TEXT, "title", OwnObject.MAIN, REQUIRED, SORTABLE, DEFAULT_COLUMN)
                        .keyed("title_key")
                        .called(title),
                Field.of("owner", FieldType.USER, "owner_id", OwnObject.BELONGING, DEFAULT_COLUMN)
                        .called(words("field.own.owner")),
                Field.of("site", FieldType.SITE, "site_id", OwnObject.BELONGING, DEFAULT_COLUMN)
                        .called(words("field.own.site")),
                Field.of("shared", FieldType.BOOLEAN, "shared", OwnObject.BELONGING, FLAG)
                        .called(words("field.own.shared")));
    }

    private static Map<String, String> words(String key) {
        return Words.LANGUAGES.stream().collect(Collectors.toMap(Locale::getLanguage, l -> Words.in(l, key)));
    }
}
