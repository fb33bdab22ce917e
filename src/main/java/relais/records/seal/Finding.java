package relais.records.seal;

import java.util.List;

/**
 * Something that is not as it was sealed.
 *
 * @param kind what it is
 * @param args what the words of the kind tell: numbers, ids
 */
public record Finding(Kind kind, List<String> args) {
    /** What can be wrong with a chain. */
    public enum Kind {
        /** A seal is missing between two others: its number. */
        SEAL_MISSING,
        /** A seal is not the one that was made: its number. */
        SEAL_ALTERED,
        /** A seal was made by another key than the one at hand: its number. */
        KEY_UNKNOWN,
        /** An entry is missing: its number. */
        ENTRY_MISSING,
        /** The entries of a seal were altered, or stand in another order: the number of the seal. */
        ENTRIES_ALTERED,
        /** A sealed operation is gone: its id. */
        OPERATION_MISSING,
        /** A sealed operation is not as it was: its id. */
        OPERATION_ALTERED,
        /** A change is not as it was: operation, place, object, record. */
        CHANGE_ALTERED,
        /** Changes of an operation are gone: operation, how many there were, how many there are. */
        CHANGES_MISSING,
        /** Changes were slipped into an operation: operation, how many there were, how many there are. */
        CHANGES_ADDED,
        /** A change was emptied without an erasure: operation, place, object, record. */
        EMPTIED,
        /** The chain ends before a head that is known: number of the last seal, number of the known one. */
        TAIL_CUT,
        /** Another seal stands where a known head was: its number. */
        HEAD_OTHER,
        /** Changes belong to no operation, or some of an operation that waits are gone: counted, expected. */
        COUNT
    }

    static Finding of(Kind kind, Object... args) {
        return new Finding(
                kind, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}
