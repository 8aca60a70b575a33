package io.milepost.platform.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.observe.Spans;
import io.milepost.platform.relay.BrokerConnection;
import io.milepost.platform.relay.BrokerConnectionConfiguration;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Reads services' topics for the subscriptions that a service declares as beans, and for its automations where it has some. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MilepostProperties.class, InboxProperties.class})
@Import({VitalConfiguration.class, BrokerConnectionConfiguration.class})
public class InboxConfiguration {

    @Bean
    Inbox inbox(
            ObjectProvider<AutomationGroups> automations,
            ObjectProvider<Subscription> subscriptions,
            ObjectProvider<ConsumedPositions> positions,
            InboxProperties properties,
            BrokerConnection connection,
            VitalThreads threads,
            MeterRegistry meters,
            ObjectProvider<Spans> spans) {
        var tracing = spans.getIfAvailable(() -> Spans.NONE);
        var subscribed = subscriptions.orderedStream().toList();
        Function<Subscription, TopicConsumer> reading = subscription -> consumer(
                subscription.group(),
                subscription.source(),
                new SubscriptionWork(
                                subscription,
                                subscription.positions() == null ? positions.getObject() : subscription.positions(),
                                new Epochs(properties.acceptEpoch()),
                                meters)
                        .tracedBy(tracing),
                connection);
        var running = new Inbox(
                () -> Stream.concat(
                                automations.stream()
                                        .flatMap(groups -> groups.works().stream())
                                        .map(work -> consumer(work.group(), work.source(), work, connection)),
                                subscribed.stream().map(reading))
                        .toList(),
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
    Backlog inboxBacklog(BrokerConnection connection) {
        return new Backlog(Admin.create(connection.admin()));
    }

    @Bean
    History topicHistory(BrokerConnection connection) {
        return new TopicHistory(() -> reader(connection.consumer()));
    }

    /** Partitions that wait for an operator make the service unready: what it says is no longer up to date. */
    @Bean
    HealthIndicator inboxHealthIndicator(Inbox inbox) {
        return () -> inbox.stopped().isEmpty()
                ? Health.up().build()
                : Health.outOfService().withDetail("stopped", inbox.stopped()).build();
    }

    private static TopicConsumer consumer(
            String group, String source, PartitionWork work, BrokerConnection connection) {
        return new TopicConsumer(
                group, new EventTopic(source).name(), () -> client(group, connection.consumer()), work);
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
    public static TopicTail tail(String source, BrokerConnection connection, BatchHandler handler) {
        return new TopicTail(source, () -> reader(connection.consumer()), handler);
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
