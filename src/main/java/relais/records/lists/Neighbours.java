package relais.records.lists;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records before and after one in the order of a list; null where the list ends. */
public record Neighbours(@Nullable UUID previous, @Nullable UUID next) {}
