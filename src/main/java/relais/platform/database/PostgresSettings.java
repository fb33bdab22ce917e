package relais.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the embedded server is set: durable first, reachable from here alone, and sized by the machine. Buffers count as
 * used memory only once something lies in them, so an idle Relais stays small on a large machine too.
 */
final class PostgresSettings {
    private static final long MEGABYTE = 1L << 20;

    private PostgresSettings() {}

    /** The settings for this machine, with the data in this folder. */
    static Map<String, String> here(Path folder) throws IOException {
        return of(Memory.ofMachine(), Files.getFileStore(folder).getUsableSpace());
    }

    /** The settings for a machine with so many bytes of memory and so many free on the disk. */
    static Map<String, String> of(long memory, long room) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("wal_level", "replica");
        settings.put("max_wal_senders", "0");
        // After a checkpoint each page is logged whole once: rare checkpoints make large imports a third cheaper.
        settings.put("max_wal_size", between(1024, room / 10, 8192));
        settings.put("checkpoint_timeout", "15min");
        // Without statistics the planner walks whole indexes: soon after an import has begun it shall know better.
        settings.put("autovacuum_naptime", "15s");
        settings.put("max_connections", "40");
        settings.put("shared_buffers", between(128, memory / 12, 1536));
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", between(64, memory / 64, 256));
        settings.put("effective_cache_size", between(256, memory / 2, 1 << 20));
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("deadlock_timeout", "3s"); // longer than a backup waits for its still moment
        settings.put("idle_in_transaction_session_timeout", "10min");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        return settings;
    }

    private static String between(long least, long bytes, long most) {
        return Math.clamp(bytes / MEGABYTE, least, most) + "MB";
    }
}
