package io.milepost.reporting.read.mart.api;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.Subscription;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Blocking;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.FreshnessPoller;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.query.Answering;
import io.milepost.reporting.read.mart.query.RowsReading;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Schema;
import io.milepost.reporting.read.mart.store.SqlViews;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The mart, where {@code milepost.mart.uri} says where it is; without it the service is as it was. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("milepost.mart.uri")
@EnableConfigurationProperties(MartProperties.class)
public class MartConfiguration {

    /** Ends the start, with the reason, where nobody answers or lets us in. */
    @Bean(destroyMethod = "close")
    HikariDataSource martDatabase(MartProperties properties) {
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
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new IllegalStateException(
                    "milepost.mart.uri=%s, user %s: %s".formatted(properties.uri(), properties.user(), reason(e)), e);
        }
    }

    private static String reason(Throwable fault) {
        return fault.getCause() == null ? String.valueOf(fault.getMessage()) : reason(fault.getCause());
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
    Schema martSchema(Declarations declarations, Mart mart, MilepostProperties milepost) {
        var schema = new Schema(declarations);
        schema.create(mart, new SqlViews(declarations, schema.tables(), milepost.zone()));
        return schema;
    }

    @Bean
    Subscription martOfOpportunities(Mart mart, Schema martSchema, Declarations declarations) {
        return subscription(new Feed(mart, martSchema.tables(), declarations, "opportunity"), martSchema);
    }

    @Bean
    Subscription martOfLeads(Mart mart, Schema martSchema, Declarations declarations) {
        return subscription(new Feed(mart, martSchema.tables(), declarations, "lead"), martSchema);
    }

    @Bean
    Subscription martOfContracts(Mart mart, Schema martSchema, Declarations declarations) {
        return subscription(new Feed(mart, martSchema.tables(), declarations, "contract"), martSchema);
    }

    @Bean
    Subscription martOfDeliveries(Mart mart, Schema martSchema, Declarations declarations) {
        return subscription(new Feed(mart, martSchema.tables(), declarations, "delivery"), martSchema);
    }

    /** Another schema is another group: it is filled from the first event on, whatever the former one has read. */
    private static Subscription subscription(Feed feed, Schema schema) {
        return new Subscription(
                "reporting-service.%s-%s".formatted(schema.tables().schema().replace('_', '-'), feed.source()),
                feed.source(),
                feed,
                feed);
    }

    @Bean
    MartSources martSources(
            List<Subscription> subscriptions, Backlog backlog, Mart mart, Schema martSchema, Clock clock) {
        Map<String, Freshness> sources = new LinkedHashMap<>();
        for (var subscription : subscriptions) {
            if (subscription.handler() instanceof Feed feed) {
                sources.put(
                        feed.source(),
                        new Freshness(
                                subscription.group(),
                                feed.source(),
                                feed::progress,
                                () -> backlog.behind(subscription.group(), feed.source()),
                                () -> 0,
                                clock));
            }
        }
        return new MartSources(sources);
    }

    /** Of each source, how complete it is. */
    record MartSources(Map<String, Freshness> bySource) {}

    /** Under the same names as those of the other projections, with groups of their own. */
    @Bean
    FreshnessPoller martLooking(MartSources martSources, VitalThreads threads, MeterRegistry meters) {
        var all = List.copyOf(martSources.bySource().values());
        return new FreshnessPoller(all, threads, meters);
    }

    /** Without the mart its reports are missing, and no others: a detail, as long as there are both. */
    @Bean
    HealthIndicator martHealthIndicator(MartSources martSources) {
        return () -> {
            var health = Health.up();
            martSources.bySource().forEach((source, freshness) -> health.withDetail(source, freshness.lagMs() + " ms"));
            return health.build();
        };
    }

    @Bean
    RouterFunction<ServerResponse> martRoutes(
            Declarations declarations,
            Mart mart,
            Schema martSchema,
            MartSources martSources,
            Blocking blocking,
            Clock clock,
            MilepostProperties milepost) {
        return new MartApi(
                        declarations,
                        new Answering(mart, declarations, martSchema.tables()),
                        new RowsReading(mart, martSchema.tables()),
                        martSources.bySource(),
                        blocking,
                        clock,
                        milepost.zone())
                .routes();
    }
}
