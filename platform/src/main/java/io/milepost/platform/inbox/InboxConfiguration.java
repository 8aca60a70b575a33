package io.milepost.platform.inbox;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Reads other services' topics for the service's automations, and for the subscriptions that it declares as beans. All automations on one
 * source share a group, {@code <service>-service.<source>}: each consumer costs connections and a join, and the order of a key
 * is kept across all automations that react to it. An automation added later begins where its group stands.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MilepostProperties.class, InboxProperties.class, KafkaProperties.class})
@Import(VitalConfiguration.class)
public class InboxConfiguration {

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
            MeterRegistry meters) {
        var bySource = bySource(automations.stream().flatMap(several -> several.all().stream()));
        // A service that only reads has no commands, and then no automation either.
        if (bySource.isEmpty()) {
            return new AutomationGroups(List.of());
        }
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
                        meters))
                .toList());
    }

    @Bean
    ParkedRecords parkedRecords(ParkedStore store, AutomationGroups groups, MeterRegistry meters) {
        Gauge.builder("milepost.inbox.parked", store, ParkedStore::lastCount)
                .description("Records that wait for an operator, as far as this instance knows")
                .register(meters);
        return new ParkedRecords(store, groups.works());
    }

    @Bean
    Inbox inbox(
            AutomationGroups groups,
            ObjectProvider<Subscription> subscriptions,
            ConsumedPositions positions,
            ParkedStore parked,
            InboxProperties properties,
            KafkaProperties kafka,
            VitalThreads threads,
            MeterRegistry meters) {
        var subscribed = subscriptions.orderedStream().toList();
        Function<Subscription, TopicConsumer> reading = subscription -> consumer(
                subscription.group(),
                subscription.source(),
                new SubscriptionWork(
                        subscription,
                        subscription.positions() == null ? positions : subscription.positions(),
                        new Epochs(properties.acceptEpoch()),
                        meters),
                kafka);
        var running = new Inbox(
                () -> {
                    // What was parked before this start is known before anything is consumed.
                    parked.count();
                    var consumers = new ArrayList<TopicConsumer>();
                    groups.works().forEach(work -> consumers.add(consumer(work.group(), work.source(), work, kafka)));
                    subscribed.forEach(subscription -> consumers.add(reading.apply(subscription)));
                    return consumers;
                },
                reading,
                threads,
                meters);
        Gauge.builder(
                        "milepost.inbox.stopped",
                        running,
                        i -> i.stopped().values().stream().mapToInt(Map::size).sum())
                .description("Partitions that wait for an operator because their producer began a new epoch")
                .register(meters);
        return running;
    }

    @Bean
    Backlog inboxBacklog(KafkaProperties kafka, ConsumedPositions positions) {
        return new Backlog(Admin.create(kafka.buildAdminProperties()), positions);
    }

    @Bean
    History topicHistory(KafkaProperties kafka) {
        return new TopicHistory(() -> reader(kafka.buildConsumerProperties()));
    }

    /** Partitions that wait for an operator make the service unready: what it says is no longer up to date. */
    @Bean
    HealthIndicator inboxHealthIndicator(Inbox inbox) {
        return () -> inbox.stopped().isEmpty()
                ? Health.up().build()
                : Health.outOfService().withDetail("stopped", inbox.stopped()).build();
    }

    /** The automations of this service, by the source that they listen to. */
    record AutomationGroups(List<AutomationWork> works) {}

    private static Map<String, List<Automation<?>>> bySource(Stream<Automation<?>> automations) {
        return automations.collect(Collectors.groupingBy(Automation::source, TreeMap::new, Collectors.toList()));
    }

    private static TopicConsumer consumer(String group, String source, PartitionWork work, KafkaProperties kafka) {
        return new TopicConsumer(
                group, new EventTopic(source).name(), () -> client(group, kafka.buildConsumerProperties()), work);
    }

    static Consumer<byte[], byte[]> client(String group, Map<String, Object> connection) {
        var settings = settings(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        // A killed instance's partitions are free after this; the next start waits for it.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What follows a service's events for as long as it runs, for something that each instance keeps in memory. */
    public static TopicTail tail(String source, KafkaProperties kafka, BatchHandler handler) {
        return new TopicTail(source, () -> reader(kafka.buildConsumerProperties()), handler);
    }

    /** A consumer of no group: it is assigned partitions by hand and leaves no offsets behind. */
    static Consumer<byte[], byte[]> reader(Map<String, Object> connection) {
        var settings = settings(connection);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> settings(Map<String, Object> connection) {
        var settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        return settings;
    }
}
