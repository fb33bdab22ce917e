package relais.records.lists;

import java.util.Set;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.ui.Avatars;
import relais.ui.Words;

/**
 * What names a record wherever it stands in a list.
 *
 * @param place its city, empty when unknown
 * @param square whether its mark is that of a company
 */
public record RecordMark(String title, String place, String href, String initials, String hue, boolean square) {
    /** The fields that marks are made of, beside those that name the record. */
    public static final Set<String> FIELDS = Set.of("addresses", "kind");

    /** The mark of this record. */
    public static RecordMark of(ObjectType type, Snapshot row) {
        var title = row.title().isBlank() ? Words.t("list.nameless") : row.title();
        return new RecordMark(
                title,
                row.value("addresses").path(0).path("city").asString(""),
                "/" + type.plural() + "/" + row.id(),
                Avatars.initials(title),
                Avatars.hue(row.id()),
                !row.text("kind").equals("person"));
    }
}
