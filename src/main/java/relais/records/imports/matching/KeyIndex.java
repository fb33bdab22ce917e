package relais.records.imports.matching;

import java.util.Arrays;

/** Remembers which row first had a key, in 12 bytes a key, so that a file of millions fits. */
public final class KeyIndex {
    private static final int NONE = 0;

    private long[] hashes = new long[1 << 12];
    private int[] rows = new int[1 << 12];
    private int size;

    /** The row that has the key already, 0 when none; then this row has it. */
    public int firstOr(String key, int row) {
        if (size * 2 > rows.length) {
            grow();
        }
        long hash = hash(key);
        int slot = slot(hash);
        if (rows[slot] != NONE) {
            return rows[slot];
        }
        hashes[slot] = hash;
        rows[slot] = row;
        size++;
        return NONE;
    }

    private int slot(long hash) {
        int mask = rows.length - 1;
        int slot = (int) (hash >>> 20) & mask;
        while (rows[slot] != NONE && hashes[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldRows = rows;
        hashes = new long[oldHashes.length * 2];
        rows = Arrays.copyOf(new int[0], hashes.length);
        for (int i = 0; i < oldRows.length; i++) {
            if (oldRows[i] != NONE) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                rows[slot] = oldRows[i];
            }
        }
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        hash *= 0xbf58476d1ce4e5b9L;
        return hash ^ hash >>> 32;
    }
}
