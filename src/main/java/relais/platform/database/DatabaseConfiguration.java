package relais.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;
import relais.platform.files.Disk;
import relais.platform.files.Home;

/** The beans every module works with: home, data source, SQL, transactions, time. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Home home(Environment environment) {
        return DatabaseServers.home(environment);
    }

    @Bean
    Disk disk(Home home, @Value("${relais.disk.reserve:256MB}") DataSize reserve) {
        home.folder("files");
        return new Disk(home, reserve.toBytes());
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server) {
        return new Pool(server);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, Disk disk) {
        return new TenantTransactions(dataSource, disk);
    }

    @Bean
    DSLContext sql(DataSource dataSource, ObjectProvider<ExecuteListenerProvider> listeners) {
        var configuration = new DefaultConfiguration();
        configuration.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(dataSource)));
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(new Settings().withExecuteLogging(false).withRenderFormatted(false));
        configuration.set(listeners.orderedStream().toArray(ExecuteListenerProvider[]::new));
        return DSL.using(configuration);
    }

    @Bean
    ExecuteListenerProvider penFirst() {
        return PenFirst::new;
    }

    @Bean
    ExecuteListenerProvider springExceptions() {
        return SpringExceptions::new;
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
