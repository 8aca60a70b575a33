package io.milepost.local.stack;

import io.milepost.local.EmbeddedBroker;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.local.postgresql.EmbeddedPostgreSql;
import io.milepost.local.postgresql.Login;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the parts; the process is ready when all of them are. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(LocalStackProperties.class)
@Import(TokenIssuerConfiguration.class)
public class LocalStack {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStack.class);

    /** Options are Spring properties: {@code --server.port}, {@code --milepost.local.data} and its siblings. */
    public static void main(String[] arguments) {
        run(arguments);
    }

    static ConfigurableApplicationContext run(String... arguments) {
        SpringApplication application = new SpringApplication(LocalStack.class);
        application.setDefaultProperties(Map.of("spring.config.name", "local-stack"));
        application.addInitializers(new PortsAreFree());
        return application.run(arguments);
    }

    @Bean
    @ConditionalOnProperty("milepost.local.mart-port")
    EmbeddedPostgreSql embeddedPostgreSql(LocalStackProperties properties) {
        Instant began = Instant.now();
        EmbeddedPostgreSql server = EmbeddedPostgreSql.start(
                properties.data().resolve("postgresql"), properties.mart(), properties.martPort());
        // ./milepost up shows it
        LOG.info(
                "PostgreSQL ready after {} ms",
                Duration.between(began, Instant.now()).toMillis());
        return server;
    }

    /** A server that is not ours: nothing starts when it cannot be used. */
    @Bean
    @ConditionalOnProperty("milepost.mart.uri")
    Login otherMart(
            @Value("${milepost.mart.uri}") String uri,
            @Value("${milepost.mart.user:milepost}") String user,
            @Value("${milepost.mart.password:}") String password) {
        Login login = new Login(uri, user, password);
        login.verify();
        return login;
    }

    @Bean
    EmbeddedDatabase embeddedDatabase(LocalStackProperties properties) {
        return EmbeddedDatabase.start(properties.data().resolve("database.mv"), properties.databasePort());
    }

    @Bean
    EmbeddedBroker embeddedBroker(LocalStackProperties properties) {
        return EmbeddedBroker.start(
                properties.data().resolve("broker"), properties.brokerPort(), properties.controllerPort());
    }

    @Bean
    HealthIndicator database(EmbeddedDatabase database) {
        return () -> (database.healthy() ? Health.up() : Health.down()).build();
    }

    @Bean
    HealthIndicator broker(Admin admin) {
        return () -> {
            try {
                int nodes =
                        admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).size();
                return (nodes > 0 ? Health.up() : Health.down()).build();
            } catch (Exception e) {
                return Health.down(e).build();
            }
        };
    }

    @Bean
    HealthIndicator mart(ObjectProvider<EmbeddedPostgreSql> own) {
        return () -> (own.stream().allMatch(EmbeddedPostgreSql::healthy) ? Health.up() : Health.down()).build();
    }

    @Bean
    Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
