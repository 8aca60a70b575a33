package io.milepost.platform.inbox;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.observe.Spans;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.Disposable;

/**
 * What a service that decides does because of others. All automations on one source share a group, {@code <service>-service.<source>}:
 * each consumer costs connections and a join, and the order of a key is kept across all automations that react to it. An automation
 * added later begins where its group stands. How far each has come, and what waits, is kept in the service's database.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MilepostProperties.class, InboxProperties.class})
@Import(InboxConfiguration.class)
public class AutomationConfiguration {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    @Bean
    ConsumedPositions inboxPositions(MongoClient client, MilepostProperties milepost) {
        return new ConsumedPositions(client.getDatabase(milepost.service()).getCollection("inbox_positions"));
    }

    @Bean
    ParkedStore parkedStore(MongoClient client, MilepostProperties milepost, Clock clock) {
        return new ParkedStore(client.getDatabase(milepost.service()).getCollection("parked"), clock);
    }

    @Bean
    AutomationGroups automationGroups(
            ObjectProvider<Automations> automations,
            ObjectProvider<Commands> commands,
            ConsumedPositions positions,
            ParkedStore parked,
            MilepostProperties milepost,
            InboxProperties inbox,
            MeterRegistry meters,
            ObjectProvider<Spans> spans) {
        var bySource = automations.stream()
                .flatMap(several -> several.all().stream())
                .collect(Collectors.groupingBy(Automation::source, TreeMap::new, Collectors.toList()));
        // What has no automation may have no commands either.
        if (bySource.isEmpty()) {
            return new AutomationGroups(List.of());
        }
        var tracing = spans.getIfAvailable(() -> Spans.NONE);
        var reactor = new Reactor(commands.getObject()::dispatch);
        return new AutomationGroups(bySource.entrySet().stream()
                .map(source -> new AutomationWork(
                                "%s-service.%s".formatted(milepost.service(), source.getKey()),
                                source.getKey(),
                                source.getValue(),
                                reactor,
                                positions,
                                parked,
                                new Epochs(inbox.acceptEpoch()),
                                meters)
                        .tracedBy(tracing))
                .toList());
    }

    @Bean
    ParkedRecords parkedRecords(ParkedStore store, AutomationGroups groups) {
        return new ParkedRecords(store, groups.works());
    }

    @Bean(destroyMethod = "dispose")
    Disposable parkedLooks(ParkedStore store, AutomationGroups groups, MeterRegistry meters, VitalThreads threads) {
        var parked = new ParkedMeters(
                store, groups.works().stream().map(AutomationWork::group).toList(), meters);
        return threads.every(BETWEEN_LOOKS, "parked", () -> VitalThreads.attempt("count what is parked", parked::look));
    }
}
