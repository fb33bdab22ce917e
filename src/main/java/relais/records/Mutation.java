package relais.records;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One intended write of one record; members that are JSON null empty their field, absent ones stay. */
public sealed interface Mutation {
    UUID id();

    /** Makes a record with this id. */
    record Create(UUID id, ObjectNode values) implements Mutation {}

    /** Changes these fields; a version that is not the stored one makes it stale, null takes whatever is there. */
    record Update(UUID id, @Nullable Integer version, ObjectNode values) implements Mutation {}

    /** Takes the row away; only undo does this, deletion by users sets {@code deletedAt}. */
    record Remove(UUID id, @Nullable Integer version) implements Mutation {}
}
