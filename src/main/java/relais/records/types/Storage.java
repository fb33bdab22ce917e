package relais.records.types;

import org.jspecify.annotations.Nullable;

/** Where a field's value lies. */
public sealed interface Storage {
    /**
     * A column of the object's table.
     *
     * @param column the column with the value
     * @param key the folded column for sorting, prefix and equality; null when the value column itself serves
     */
    record Column(String column, @Nullable String key) implements Storage {}

    /**
     * A member of {@code custom jsonb}.
     *
     * @param member the member's name
     * @param slot the typed column that copies it for sorting and filtering ({@code t1}, {@code n3}), null when none was free
     */
    record Custom(String member, @Nullable String slot) implements Storage {}

    /** Rows of a child table that belong to the record, told apart by {@code kind}. */
    record Children(String table, String owner, String kind) implements Storage {}

    /** Rows of a tagging table, one per label. */
    record Labels(String tagTable, String taggingTable, String owner) implements Storage {}
}
