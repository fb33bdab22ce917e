package relais.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** The beans every module works with: data source, SQL, transactions, time. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DatabaseServer databaseServer(Environment environment) {
        return DatabaseServers.start(environment);
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server) {
        Migrations.run(server.url(), server.owner(), server.application().user());
        var config = new HikariConfig();
        config.setPoolName("relais");
        config.setDataSource(new ServerDataSource(server::url, server.application()));
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(4_000);
        config.setValidationTimeout(2_000);
        config.setMaxLifetime(1_800_000);
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactionManager(dataSource);
    }

    @Bean
    DSLContext sql(DataSource dataSource, ObjectProvider<org.jooq.ExecuteListenerProvider> listeners) {
        var configuration = new DefaultConfiguration();
        configuration.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(dataSource)));
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(new Settings().withExecuteLogging(false).withRenderFormatted(false));
        configuration.set(listeners.orderedStream().toArray(org.jooq.ExecuteListenerProvider[]::new));
        return DSL.using(configuration);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
