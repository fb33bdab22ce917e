package relais.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.world.RelaisTest;

@RelaisTest
class TenantTransactionTest {
    @Autowired
    DSLContext sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyTransactionBeginsWithTheWorkspaceItIsFor() {
        UUID workspace = Ids.next();
        var seen = ScopedValue.where(Tenancy.CURRENT, workspace).call(() -> String.valueOf(tenantOfTransaction()));
        assertThat(seen).isEqualTo(workspace.toString());
    }

    @Test
    void aTransactionWithoutAWorkspaceHasNone() {
        ScopedValue.where(Tenancy.CURRENT, Ids.next()).run(this::tenantOfTransaction);
        assertThat(tenantOfTransaction()).isNull();
    }

    @Test
    void theApplicationIsNeitherSuperuserNorOwner() {
        assertThat(sql.fetchValue("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo(false);
        assertThat(sql.fetchValue("SELECT count(*) FROM pg_tables WHERE tableowner = current_user"))
                .isEqualTo(0L);
    }

    @Test
    void aStatementThatLeavesTheWorkspaceOpenFailsItsTest() {
        assertThatThrownBy(() -> sql.fetch("SELECT 1 FROM customers.customer WHERE id = ?", Ids.next()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No explicit tenant_id = ? for [customers.customer]");
    }

    private @Nullable UUID tenantOfTransaction() {
        return new TransactionTemplate(transactions)
                .execute(status -> (UUID) sql.fetchValue("SELECT platform.current_tenant()"));
    }
}
