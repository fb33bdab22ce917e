package relais.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A moment in which nobody writes, so that "what the copy ends with" and "what a snapshot sees" are the same.
 *
 * <p>It takes a share lock on all tables at once, waiting for running writers less long than PostgreSQL waits before it
 * looks for deadlocks: so it is always this one that gives way, never a writer.
 */
final class StillPoint {
    private static final int ATTEMPTS = 100;
    private static final Duration PATIENCE = Duration.ofMillis(2_500);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private final Connection locking;

    StillPoint(Connection locking) {
        this.locking = locking;
    }

    /** Does the work in such a moment, which ends with it; the reader sees that moment's data for as long as it likes. */
    <T> T with(Connection reader, Callable<T> work) throws Exception {
        locking.setAutoCommit(false);
        locking.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            lockAll();
            share(reader);
            return work.call();
        } finally {
            locking.rollback();
        }
    }

    private void lockAll() throws SQLException, InterruptedException {
        List<String> tables = new ArrayList<>(Tables.names(locking));
        for (int attempt = 1; ; attempt++) {
            locking.rollback(); // a snapshot taken so far is too early: the one that counts comes after the locks
            String busy = firstBusy(tables, attempt == ATTEMPTS);
            if (busy == null) {
                return;
            }
            tables.remove(busy); // next time it comes first: then nobody can hold it and wait for another of ours
            tables.addFirst(busy);
            Thread.sleep(50);
        }
    }

    /** Locks one table after the other; answers the one whose writers did not let it in, or null when all are locked. */
    private @Nullable String firstBusy(List<String> tables, boolean last) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var statement = locking.createStatement()) {
            statement.execute("SET LOCAL deadlock_timeout = '100ms'"); // sends an autovacuum away soon
            for (String table : tables) {
                try {
                    long left = Math.max(
                            1, Duration.ofNanos(end - System.nanoTime()).toMillis());
                    statement.execute("SET LOCAL lock_timeout = " + left);
                    statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
                } catch (SQLException e) {
                    if (last || !givesWay(e)) {
                        throw e;
                    }
                    return table;
                }
            }
        }
        return null;
    }

    private static boolean givesWay(SQLException e) {
        return List.of(LOCK_NOT_AVAILABLE, DEADLOCK).contains(e.getSQLState());
    }

    private void share(Connection reader) throws SQLException {
        try (var exporting = locking.createStatement();
                var row = exporting.executeQuery("SELECT pg_export_snapshot()");
                var importing = reader.createStatement()) {
            row.next();
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            importing.execute("SET TRANSACTION SNAPSHOT '" + row.getString(1) + "'");
        }
    }
}
