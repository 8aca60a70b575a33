package io.milepost.platform.inbox;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.testkit.Faults;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** One instance of a service that reads one topic, with {@link Faults} between it and all that is outside; it may die. */
public final class Instance implements AutoCloseable {
    private final TopicConsumer consumer;
    private final Thread thread;

    private Instance(String group, String source, Map<String, Object> connection, Faults faults, PartitionWork work) {
        consumer = new TopicConsumer(
                group,
                new EventTopic(source).name(),
                () -> faults.around(InboxConfiguration.client(group, connection)),
                work);
        thread = Thread.ofVirtual()
                .name("instance of " + group)
                .uncaughtExceptionHandler((_, died) -> {
                    if (!(died instanceof Faults.Died)) {
                        died.printStackTrace();
                    }
                })
                .start(consumer);
    }

    /** One that feeds a subscription. The database is the instance's own, with its faults. */
    public static Instance reading(
            Subscription subscription, MongoDatabase database, Map<String, Object> connection, Faults faults) {
        var work = new SubscriptionWork(
                subscription,
                new ConsumedPositions(database.getCollection("inbox_positions")),
                new Epochs(Map.of()),
                new SimpleMeterRegistry());
        return new Instance(subscription.group(), subscription.source(), connection, faults, work);
    }

    /** One that does the work of a group of automations. */
    static Instance working(AutomationWork work, Map<String, Object> connection, Faults faults) {
        return new Instance(work.group(), work.source(), connection, faults, work);
    }

    /** How to reach the broker, with at most so many records at once. */
    public static Map<String, Object> connection(String bootstrap, int records) {
        var connection = new HashMap<String, Object>();
        connection.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        connection.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, records);
        return connection;
    }

    /**
     * The same for one that takes the place of the one before in its group; without it the group would wait for one that is
     * gone without a word.
     */
    public static Map<String, Object> inPlace(String bootstrap, int records) {
        var connection = connection(bootstrap, records);
        connection.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "one");
        return connection;
    }

    /** What a group still has to read. */
    public static Backlog backlog(String bootstrap) {
        return new Backlog(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap)));
    }

    /** Whether it has ended, by death. */
    public boolean isOver() {
        return !thread.isAlive();
    }

    @Override
    public void close() {
        consumer.stop();
        try {
            if (!thread.join(Duration.ofSeconds(30))) {
                throw new IllegalStateException(thread.getName() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
