package relais.world;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import relais.architecture.TenantPredicates;
import relais.platform.database.Reading;

/** Fails every statement of a test that leaves open for which workspace it is, whatever row-level security makes of it. */
final class TenantWatch implements ExecuteListener {
    private static final Set<String> FOUND_GOOD = ConcurrentHashMap.newKeySet();

    @Override
    public void executeStart(ExecuteContext context) {
        for (String sql : context.batchSQL()) {
            if (sql != null) {
                watch(sql);
            }
        }
    }

    private static void watch(String sql) {
        if (FOUND_GOOD.add(sql)) {
            inspect(sql);
        }
    }

    private static void inspect(String sql) {
        List<String> missing = TenantPredicates.missing(sql, Tables.NAMES);
        if (!missing.isEmpty()) {
            FOUND_GOOD.remove(sql);
            throw new AssertionError("No explicit tenant_id = ? for " + missing + " in: " + sql);
        }
    }

    /** Puts the watch into the application's context. */
    static final class InContext implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            ExecuteListenerProvider watch = TenantWatch::new;
            context.getBeanFactory().registerSingleton("tenantWatch", watch);
            context.getBeanFactory().addBeanPostProcessor(new OverJdbc());
        }
    }

    /** What goes round jOOQ is watched too. */
    private static final class OverJdbc implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof DSLContext sql) {
                sql.configuration().data(Reading.Watch.class, (Reading.Watch) TenantWatch::watch);
            }
            return bean;
        }
    }

    /** All tables and views with a tenant_id, as the migrated database has them. */
    private static final class Tables {
        static final Set<String> NAMES = read();

        private static Set<String> read() {
            String sql = """
                    SELECT n.nspname || '.' || c.relname
                    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE a.attname = 'tenant_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v')""";
            try (var connection = Behind.theScenes();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                var names = new HashSet<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return Set.copyOf(names);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
