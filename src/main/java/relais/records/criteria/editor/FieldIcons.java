package relais.records.criteria.editor;

import relais.records.types.ContactPoints;
import relais.records.types.Field;

/** The icon of a field, by what it holds. */
final class FieldIcons {
    private FieldIcons() {}

    static String of(Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> "type";
            case NUMBER -> "hash";
            case LINKS -> "network";
            case PERCENT -> "percent";
            case DURATION -> "timer";
            case RATING -> "star";
            case URL -> "globe";
            case FILE -> "paperclip";
            case ADDRESS -> "map-pin";
            case DATE -> "calendar";
            case INSTANT -> "clock";
            case CHOICE -> "circle-dot";
            case CHOICES -> "list-checks";
            case BOOLEAN -> "toggle-left";
            case MONEY -> "coins";
            case LINK -> "link-2";
            case USER -> "user-round";
            case SITE -> "store";
            case TAGS -> "tag";
            case COLLECTION ->
                switch (ContactPoints.kind(field)) {
                    case ContactPoints.EMAIL -> "mail";
                    case ContactPoints.PHONE -> "phone";
                    default -> "map-pin";
                };
        };
    }
}
