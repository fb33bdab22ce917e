package relais.records.fields;

import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Storage;

/** The condition that a record of alias {@code r} holds something in a field. */
final class FilledSql {
    private FilledSql() {}

    static String of(ObjectType type, Field field) {
        return switch (field.storage()) {
            case Storage.Column c -> "r." + c.column() + " IS NOT NULL";
            case Storage.Custom c -> "(r.custom -> '" + word(c.member()) + "') IS NOT NULL";
            case Storage.Children c ->
                "EXISTS (SELECT 1 FROM " + c.table() + " p WHERE p.tenant_id = r.tenant_id AND p." + c.owner()
                        + " = r.id AND p.kind = '" + word(c.kind()) + "')";
            case Storage.Labels l ->
                "EXISTS (SELECT 1 FROM " + l.taggingTable() + " g WHERE g.tenant_id = r.tenant_id AND g." + l.owner()
                        + " = r.id)";
        };
    }

    /** Names come from the description, never from a request; anything but a plain word is a bug. */
    private static String word(String name) {
        if (!name.matches("[\\p{L}\\p{N}_.-]+")) {
            throw new IllegalArgumentException("Not a word: " + name);
        }
        return name;
    }
}
