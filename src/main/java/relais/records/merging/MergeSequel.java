package relais.records.merging;

import java.util.List;
import java.util.UUID;
import relais.records.Writing;

/** Slot: what a module writes into a merge's operation, while everything still hangs on the record that it hung on. */
public interface MergeSequel {
    /** The others are about to go into the survivor; what is written here is taken back with the merge. */
    void merging(Writing writing, String object, UUID survivor, List<UUID> others);
}
