package relais.platform.database;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the embedded server is set: durable first, small enough for the memory budget, reachable from here alone. */
final class PostgresSettings {
    static final Map<String, String> ALL = all();

    private PostgresSettings() {}

    private static Map<String, String> all() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("wal_level", "replica");
        settings.put("max_wal_senders", "0");
        settings.put("max_wal_size", "1GB");
        settings.put("max_connections", "40");
        settings.put("shared_buffers", "128MB");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("effective_cache_size", "1GB");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("deadlock_timeout", "3s"); // longer than a backup waits for its still moment
        settings.put("idle_in_transaction_session_timeout", "10min");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        return settings;
    }
}
