package relais.world;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test class an empty, migrated database before its context is looked up. */
final class FreshDatabase implements TestExecutionListener, Ordered {
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        TestDatabase.switchToFresh();
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBean(HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .softEvictConnections();
        }
    }
}
