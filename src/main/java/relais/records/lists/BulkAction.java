package relais.records.lists;

import java.util.List;
import java.util.UUID;
import relais.records.types.ObjectType;

/** Slot: something that is done with chosen rows of a list on a page of its own, such as merging them. */
public interface BulkAction {
    /** Its name in forms: small letters. */
    String code();

    /** The message key of its label. */
    String labelKey();

    /** The name of its icon. */
    String icon();

    /** Smaller comes first. */
    int order();

    /** The fewest rows it takes. */
    int least();

    /** The most rows it takes. */
    int most();

    /** Whether the current actor may do it with records of this object. */
    boolean offered(ObjectType type);

    /** The local path where it goes on with these records; {@code back} is the list that they were chosen in. */
    String path(ObjectType type, List<UUID> ids, String back);
}
