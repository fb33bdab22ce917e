package relais.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.files.Disk;
import relais.platform.files.Home;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.world.RelaisTest;

@RelaisTest
class FullDiskTest {
    private static final String WRITE =
            "INSERT INTO platform.pending (tenant, lane, due_at) VALUES (?, 'test', now()) ON CONFLICT DO NOTHING";

    @Autowired
    DSLContext sql;

    @Autowired
    DataSource dataSource;

    @Autowired
    Home home;

    private TenantTransactions transactions;

    @BeforeEach
    void keepMoreInReserveThanTheDiskHas() {
        transactions = new TenantTransactions(dataSource, new Disk(home, Long.MAX_VALUE / 2));
    }

    @Test
    void aWorkspaceCanBeReadButNotWritten() {
        var template = new TransactionTemplate(transactions);
        assertThat(inWorkspace(() -> run(template, () -> sql.fetch("SELECT 1").size())))
                .isEqualTo(1);
        assertThatThrownBy(() -> inWorkspace(() -> run(template, this::write)))
                .rootCause()
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void whatIsSmallAndNeededGoesOn() {
        var small = new DefaultTransactionAttribute();
        small.setLabels(List.of("small"));
        assertThat(inWorkspace(() -> {
                    var transaction = transactions.getTransaction(small);
                    int written = write();
                    transactions.commit(transaction);
                    return written;
                }))
                .isEqualTo(1);
    }

    @Test
    void whatBelongsToNoWorkspaceGoesOn() {
        var template = new TransactionTemplate(transactions);
        assertThat(run(template, this::write)).isEqualTo(1);
    }

    private int write() {
        return sql.execute(WRITE, Ids.next());
    }

    private static int run(TransactionTemplate template, IntSupplier work) {
        Integer result = template.execute(status -> work.getAsInt());
        return Objects.requireNonNull(result);
    }

    private static int inWorkspace(IntSupplier work) {
        return ScopedValue.where(Tenancy.CURRENT, Ids.next()).call(work::getAsInt);
    }
}
