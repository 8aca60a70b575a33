package io.milepost.reporting.read.mart.api;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbox;
import io.milepost.platform.observe.Visibility;
import io.milepost.platform.start.Arrival;
import io.milepost.platform.start.LiveBundle;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.read.FreshnessPoller;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.export.ExportProperties;
import io.milepost.reporting.read.mart.export.Exporting;
import io.milepost.reporting.read.mart.export.Turn;
import io.milepost.reporting.read.mart.odata.ODataApi;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.operate.MartMeters;
import io.milepost.reporting.read.mart.operate.MartOperations;
import io.milepost.reporting.read.mart.store.Generations;
import io.milepost.reporting.read.mart.store.Keeper;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Schema;
import io.milepost.reporting.read.mart.store.SqlViews;
import java.io.EOFException;
import java.net.SocketException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The mart, where {@code milepost.mart.uri} says that it is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MartProperties.class, ExportProperties.class})
public class MartConfiguration {
    /** The server is there and does not speak as it has to, such as TLS. */
    private static final String REJECTED = "08004";

    /** Ends the start, with the reason, where somebody answers and does not let us in. */
    @Bean(destroyMethod = "close")
    HikariDataSource martDatabase(
            MartProperties properties,
            MilepostProperties milepost,
            ObjectProvider<SslBundles> bundles,
            MeterRegistry meters) {
        var config = new HikariConfig();
        config.setPoolName("mart");
        config.setJdbcUrl(properties.uri());
        config.setUsername(properties.user());
        config.setPassword(properties.password());
        config.setMaximumPoolSize(properties.connections());
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("ApplicationName", "milepost-reporting");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", "60");
        secure(config, properties, bundles);
        try {
            var pool = new Arrival(
                            "PostgreSQL at " + properties.uri().replaceFirst("\\?.*", ""), MartConfiguration::isAbsent)
                    .await(milepost.failFast(), () -> new HikariDataSource(config));
            pool.setMetricRegistry(meters);
            return pool;
        } catch (HikariPool.PoolInitializationException e) {
            throw new IllegalStateException(
                    "milepost.mart.uri=%s, user %s: %s".formatted(properties.uri(), properties.user(), reason(e)), e);
        }
    }

    private static void secure(HikariConfig config, MartProperties properties, ObjectProvider<SslBundles> bundles) {
        var bundle = properties.ssl().bundle();
        if (bundle.isBlank()) {
            return;
        }
        // What stands in the address would win, and a bundle that is named and not used would be a connection that only
        // looks safe.
        if (properties.uri().matches(".*[?&]ssl.*")) {
            throw new IllegalStateException(
                    "milepost.mart.ssl.bundle=%s and an option ssl.. in milepost.mart.uri: one of them"
                            .formatted(bundle));
        }
        MartSockets.use(bundle, LiveBundle.of(bundles.getObject(), bundle).context());
        config.addDataSourceProperty("ssl", "true");
        config.addDataSourceProperty("sslmode", "verify-full");
        config.addDataSourceProperty("sslfactory", MartSockets.class.getName());
        config.addDataSourceProperty("sslfactoryarg", bundle);
    }

    /** No connection (class 08), or a server that is about to start or to end (57P); not one that is there and not believed. */
    static boolean isAbsent(Throwable fault) {
        if (fault instanceof SQLException said && said.getSQLState() != null) {
            return said.getSQLState().startsWith("57P")
                    || (said.getSQLState().startsWith("08")
                            && !REJECTED.equals(said.getSQLState())
                            && !isDoubted(said));
        }
        return fault.getCause() != null && isAbsent(fault.getCause());
    }

    /** One side does not believe the other's certificate; a connection that ends within the handshake has another cause. */
    private static boolean isDoubted(Throwable fault) {
        var causes =
                Stream.iterate(fault, Objects::nonNull, Throwable::getCause).toList();
        return causes.stream().anyMatch(SSLException.class::isInstance)
                && causes.stream().noneMatch(EOFException.class::isInstance)
                && causes.stream().noneMatch(SocketException.class::isInstance);
    }

    private static String reason(Throwable fault) {
        var first = fault;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return (isDoubted(fault) ? "a certificate is not believed: " : "") + first.getMessage();
    }

    @Bean
    Declarations declarations(MilepostProperties milepost) {
        return Declared.in(milepost.zone());
    }

    @Bean
    Mart mart(HikariDataSource martDatabase, MartProperties properties) {
        return new Mart(martDatabase, properties.queryTime());
    }

    @Bean
    Schema martSchema(Declarations declarations, List<Keeper> keepers) {
        return new Schema(declarations, keepers);
    }

    @Bean
    Generations martGenerations(Declarations declarations, Mart mart, Schema martSchema, MilepostProperties milepost) {
        var generations =
                new Generations(mart, martSchema, tables -> new SqlViews(declarations, tables, milepost.zone()));
        generations.open();
        return generations;
    }

    @Bean
    Feeding martFeeding(
            Mart mart,
            Declarations declarations,
            Schema martSchema,
            Generations martGenerations,
            Inbox inbox,
            Backlog backlog,
            Clock clock,
            @Value("${milepost.projection.keep-retired:1m}") Duration keepRetired,
            @Value("${milepost.projection.between-looks:500ms}") Duration betweenLooks,
            VitalThreads threads,
            MeterRegistry meters) {
        return new Feeding(
                mart,
                declarations,
                martSchema,
                martGenerations,
                inbox,
                backlog,
                clock,
                keepRetired,
                betweenLooks,
                threads,
                source -> new Visibility("reports", source, meters, clock));
    }

    @Bean
    FreshnessPoller martLooking(
            Feeding martFeeding, MartOperations martOperations, VitalThreads threads, MeterRegistry meters) {
        MartMeters.register(martFeeding, martOperations, meters);
        return new FreshnessPoller(List.copyOf(martFeeding.freshness().values()), threads, meters);
    }

    /** Member {@code mart} of the readiness group, always up: each answer says for itself how complete it is. */
    @Bean
    HealthIndicator martHealthIndicator(Feeding martFeeding) {
        return () -> {
            var health = Health.up();
            var sources = martFeeding.freshness();
            sources.forEach((source, freshness) -> health.withDetail(source, freshness.lagMs() + " ms"));
            String blocked = martFeeding.standing(sources.keySet()).reason();
            if (blocked != null) {
                health.withDetail("blocked", blocked);
            }
            return health.build();
        };
    }

    @Bean
    RouterFunction<ServerResponse> martRoutes(
            Declarations declarations,
            Feeding martFeeding,
            Sights sights,
            Blocking blocking,
            Clock clock,
            @Value("${milepost.web.position-wait:5s}") Duration positionWait,
            MilepostProperties milepost) {
        var waiting = new Waiting(martFeeding, blocking, positionWait);
        return new MartApi(declarations, martFeeding, waiting, sights, blocking, clock, milepost.zone()).routes();
    }

    @Bean
    Exporting martExporting(ExportProperties exports) {
        return new Exporting(exports.mostBytes().toBytes(), exports.time());
    }

    @Bean
    RouterFunction<ServerResponse> martExportRoutes(
            Declarations declarations,
            Feeding martFeeding,
            Exporting martExporting,
            ExportProperties exports,
            Sights sights,
            Blocking blocking,
            Clock clock,
            MilepostProperties milepost) {
        return new ExportApi(
                        declarations,
                        martFeeding,
                        martExporting,
                        new Turn.Turns(exports.atOnce()),
                        sights,
                        blocking,
                        clock,
                        milepost.zone())
                .routes();
    }

    @Bean
    RouterFunction<ServerResponse> martODataRoutes(
            Declarations declarations,
            Feeding martFeeding,
            Sights sights,
            Blocking blocking,
            Clock clock,
            MilepostProperties milepost) {
        return new ODataApi(declarations, martFeeding, sights, blocking, clock, milepost.zone()).routes();
    }

    @Bean
    MartOperations martOperations(
            Mart mart,
            Declarations declarations,
            Schema martSchema,
            Generations martGenerations,
            Feeding martFeeding,
            History history,
            Backlog backlog,
            Clock clock) {
        return new MartOperations(
                mart, declarations, martSchema, martGenerations, martFeeding, history, backlog, clock);
    }
}
