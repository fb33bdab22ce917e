package relais.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a copy says of itself, as its last entry.
 *
 * @param entries the SHA-256 of every other entry by its name
 * @param tables the tables as they were at the very point that the copy restores to
 */
record Manifest(
        int format,
        Instant takenAt,
        String postgres,
        String endOfLog,
        Map<String, String> entries,
        List<Table> tables) {
    static final int FORMAT = 1;
    static final String NAME = "MANIFEST.json";

    /** One table: its rows and a checksum over all of them, whatever their order. */
    record Table(String name, long rows, String checksum) {}
}
