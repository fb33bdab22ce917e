package relais.platform.database;

import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes large batches of one transaction while its thread makes the next ones, so that Java and the database work at the
 * same time. Batches are written in their order; every other statement, and the commit, wait for all of them.
 */
final class Pen implements TransactionSynchronization {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    private Pen() {}

    /** Whether this thread has a transaction that a pen can write in. */
    static boolean writes() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    /** Writes this in the transaction of this thread, behind what is being written. */
    static void write(DSLContext sql, Consumer<Connection> batch) {
        var source = source(sql);
        var connection = DataSourceUtils.getConnection(source); // the one of the transaction, which closes it
        DataSourceUtils.releaseConnection(connection, source);
        var pen = current();
        var own = pen == null ? begin() : pen;
        own.written = own.written.thenRunAsync(() -> batch.accept(connection), THREADS);
    }

    /** Waits until everything is written, and fails when that failed. */
    static void settle() {
        var pen = current();
        if (pen != null) {
            pen.await();
        }
    }

    private static DataSource source(DSLContext sql) {
        var provider = (DataSourceConnectionProvider) sql.configuration().connectionProvider();
        return provider.dataSource() instanceof DelegatingDataSource around && around.getTargetDataSource() != null
                ? around.getTargetDataSource()
                : provider.dataSource();
    }

    private static @Nullable Pen current() {
        return (Pen) TransactionSynchronizationManager.getResource(Pen.class);
    }

    private static Pen begin() {
        var pen = new Pen();
        TransactionSynchronizationManager.bindResource(Pen.class, pen);
        TransactionSynchronizationManager.registerSynchronization(pen);
        return pen;
    }

    private void await() {
        try {
            written.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        await();
    }

    /** Also a transaction that is taken back lets its last batch end first; why it failed is told already. */
    @Override
    public void beforeCompletion() {
        written.handle((done, failed) -> true).join();
        TransactionSynchronizationManager.unbindResource(Pen.class);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(Pen.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(Pen.class, this);
    }
}
