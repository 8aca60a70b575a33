package io.milepost.platform.axon;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.EntityLimits;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.decision.Customers;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.observe.MongoMeters;
import io.milepost.platform.observe.Spans;
import io.milepost.platform.sealing.Erasing;
import io.milepost.platform.sealing.ErasureRegister;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.start.Arrival;
import io.milepost.platform.start.LiveBundle;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/**
 * The log and what handles commands on it. Beans are closed in the reverse order of their dependence: commands first, then
 * the log, the client last. Axon's update checker is part of its configurer, which is not used: nothing calls out.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MilepostProperties.class, EntityLimits.class})
@Import(VitalConfiguration.class)
public class AxonConfiguration {
    /** In what the driver says of servers that are there and have a certificate that is not believed. */
    private static final Pattern NOT_TRUSTED = Pattern.compile("PKIX|No name matching|No subject alternative");

    /** Bounded waits: a database that hangs is an unknown outcome after seconds, not a thread that waits for ever. */
    @Bean(destroyMethod = "close")
    MongoClient mongoClient(
            @Value("${spring.mongodb.uri}") String uri,
            MilepostProperties milepost,
            MeterRegistry meters,
            @Value("${spring.mongodb.ssl.bundle:}") String bundle,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<Spans> spans) {
        // Threads of the driver measure, and measuring asks for what traces: it is there before they begin.
        spans.ifAvailable(_ -> {});
        var settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(5, TimeUnit.SECONDS).readTimeout(15, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(uri));
        if (!bundle.isBlank()) {
            var context = LiveBundle.of(bundles.getObject(), bundle).context();
            settings.applyToSslSettings(ssl -> ssl.enabled(true).context(context));
        }
        MongoMeters.measure(settings, meters);
        var client = MongoClients.create(settings.build());
        var hosts = client.getClusterDescription().getClusterSettings().getHosts();
        return new Arrival("MongoDB at " + hosts, AxonConfiguration::isAbsent).await(milepost.failFast(), () -> {
            Mono.from(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                    .block();
            return client;
        });
    }

    private static boolean isAbsent(RuntimeException fault) {
        return (fault instanceof MongoTimeoutException || fault instanceof MongoSocketException)
                && !NOT_TRUSTED.matcher(String.valueOf(fault.getMessage())).find();
    }

    @Bean(destroyMethod = "close")
    EventLog eventLog(
            MongoClient client,
            MilepostProperties milepost,
            @Value("${milepost.log.leave-epoch:#{null}}") @Nullable String leaveEpoch,
            @Value("${milepost.log.recent-commits:" + EventLog.RECENT_COMMITS + "}") int recentCommits,
            Clock clock,
            MeterRegistry meters,
            VitalThreads threads) {
        return EventLog.open(client.getDatabase(milepost.service()), leaveEpoch, recentCommits, clock, meters, threads);
    }

    @Bean
    KeyFile keyFile(MilepostProperties milepost) {
        return KeyFile.open(milepost.security().keyFile());
    }

    @Bean
    PersonKeys personKeys(
            MongoClient client, MilepostProperties milepost, KeyFile keyFile, Clock clock, MeterRegistry meters) {
        var keys = personKeys(client, milepost.service(), keyFile, clock, meters);
        keys.claim();
        return keys;
    }

    /** Before anything is sealed or opened: a restored backup has keys again that were destroyed. */
    @Bean
    Erasing erasing(PersonKeys keys, MilepostProperties milepost) {
        var security = milepost.security();
        var file = security.erasureRegister() == null
                ? security.keyFile().resolveSibling(security.keyFile().getFileName() + ".erased")
                : security.erasureRegister();
        var erasing = new Erasing(keys, ErasureRegister.open(file));
        erasing.begin();
        return erasing;
    }

    @Bean
    Sealer sealer(
            PersonKeys own,
            Erasing erasing,
            MongoClient client,
            MilepostProperties milepost,
            KeyFile keyFile,
            Clock clock,
            MeterRegistry meters) {
        var others = milepost.security().otherKeyFiles().entrySet().stream()
                .map(other -> personKeys(client, other.getKey(), KeyFile.open(other.getValue()), clock, meters))
                .toList();
        others.forEach(PersonKeys::check);
        return new Sealer(own, keyFile, others);
    }

    private static PersonKeys personKeys(
            MongoClient client, String service, KeyFile keyFile, Clock clock, MeterRegistry meters) {
        var keys = new PersonKeys(client.getDatabase(service + "_keys"), keyFile, clock);
        FunctionCounter.builder("milepost.keystore.failures", keys, PersonKeys::failures)
                .tag("keys", service)
                .description(
                        "Calls of the database of persons' keys that were not answered as they should be, by whose keys")
                .register(meters);
        return keys;
    }

    @Bean
    EventCodec eventCodec(Sealer sealer) {
        return new EventCodec(sealer);
    }

    @Bean
    Entities entities(EventLog log, EventCodec codec) {
        return new Entities(log, codec);
    }

    @Bean
    EntityCache entityCache(@Value("${milepost.entity-cache.max:10000}") int most, MeterRegistry meters) {
        return new EntityCache(most, meters);
    }

    @Bean(destroyMethod = "close")
    Commands commands(
            Catalogues catalogues,
            EventLog log,
            EventCodec codec,
            Sealer sealer,
            Clock clock,
            MilepostProperties milepost,
            EntityCache cache,
            EntityLimits limits,
            MeterRegistry meters,
            ObjectProvider<Spans> spans,
            ObjectProvider<Customers> customers) {
        return new Commands(catalogues.all(), log, codec, sealer, clock, milepost.zone(), cache, limits)
                .measuredBy(catalogues.all(), meters)
                .tracedBy(spans.getIfAvailable(() -> Spans.NONE))
                .knowing(customers.getIfAvailable(() -> Customers.APART));
    }
}
