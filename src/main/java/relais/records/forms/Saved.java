package relais.records.forms;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.Problem;

/** What came of saving a form. */
public sealed interface Saved {
    /** It is stored; the operation is null when nothing differed. */
    record Done(UUID id, @Nullable UUID operation) implements Saved {}

    /** Values that can't be stored, with the reasons. */
    record Rejected(List<Problem> problems) implements Saved {}

    /** Somebody saved other values of the same fields first. */
    record Clash(Conflict conflict) implements Saved {}

    /** The record is in the trash or gone; nothing was stored. The deletion can be taken back when it is known. */
    record Gone(@Nullable UUID deletion) implements Saved {}
}
