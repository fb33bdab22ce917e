package relais.customers.duplicates;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/**
 * The keys of every customer, in files by the beginning of their hash: a workspace of any size is gone through with the
 * memory of one of them. A key and its customer share a long: 40 bits of hash, 24 bits of the customer's number.
 */
final class Buckets implements AutoCloseable {
    static final int COUNT = 16;

    private static final int NUMBER_BITS = 24;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private final Path folder;
    private final DataOutputStream[] files = new DataOutputStream[COUNT];
    private long[] ids = new long[1 << 12];
    private int customers;

    Buckets() {
        try {
            folder = Files.createTempDirectory("relais-duplicates");
            for (int i = 0; i < COUNT; i++) {
                files[i] = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(i)), 1 << 15));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int bucket) {
        return folder.resolve("keys-" + bucket);
    }

    /** Notes the keys of a customer; beyond sixteen million customers the rest goes unseen. */
    void add(UUID id, Iterable<String> keys) {
        if (customers > NUMBER) {
            return;
        }
        if (2 * customers + 1 >= ids.length) {
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        ids[2 * customers] = id.getMostSignificantBits();
        ids[2 * customers + 1] = id.getLeastSignificantBits();
        int number = customers++;
        try {
            for (var key : keys) {
                long hash = hash(key);
                files[(int) (hash >>> 60)].writeLong(hash & ~NUMBER | number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** FNV-1a, its bits mixed once more: neighbouring keys fall into different buckets. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 29;
    }

    /** The entries of one bucket, those of one key beside each other. */
    long[] sorted(int bucket) {
        try {
            files[bucket].close();
            var entries = new long[(int) (Files.size(file(bucket)) / Long.BYTES)];
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file(bucket)), 1 << 15))) {
                for (int i = 0; i < entries.length; i++) {
                    entries[i] = in.readLong();
                }
            }
            Arrays.sort(entries);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long key(long entry) {
        return entry & ~NUMBER;
    }

    UUID customer(long entry) {
        int number = (int) (entry & NUMBER);
        return new UUID(ids[2 * number], ids[2 * number + 1]);
    }

    @Override
    public void close() {
        try {
            for (int i = 0; i < COUNT; i++) {
                files[i].close();
                Files.deleteIfExists(file(i));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
