package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.vital.VitalThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Subscriptions that begin and end while a service runs, what becomes of their groups, and topics read outside of any. */
class ReadersIT {
    private static final String EPOCH = "only-life";
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(2, 2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, Object> connection =
            Map.of("bootstrap.servers", SuiteParts.shared().bootstrapServers());

    @Test
    void a_subscription_begins_ends_and_is_forgotten_while_others_go_on() {
        var source = "readers";
        var ended = new CopyOnWriteArrayList<Long>();
        var other = new CopyOnWriteArrayList<Long>();
        try (var topics = new Topics(SuiteParts.shared().bootstrapServers(), source).create();
                var client = MongoClients.create(SuiteParts.shared().mongoUri());
                var backlog = new Backlog(Admin.create(connection))) {
            var positions = new ConsumedPositions(client.getDatabase(source).getCollection("inbox_positions"));
            var inbox = new Inbox(
                    List::of,
                    subscription -> new TopicConsumer(
                            subscription.group(),
                            new EventTopic(source).name(),
                            () -> InboxConfiguration.client(subscription.group(), connection),
                            new SubscriptionWork(subscription, positions, new Epochs(Map.of()), meters)),
                    new VitalThreads(),
                    meters);
            inbox.start();
            for (int position = 1; position <= 10; position++) {
                topics.publish(EPOCH, position, position % 2 == 0 ? A : B, "order.weighed", "{}");
            }
            inbox.begin(reading("readers.one", source, ended));
            inbox.begin(reading("readers.two", source, other));
            await().until(() -> ended.size() == 10 && other.size() == 10);
            await().until(() -> backlog.behind("readers.one", source).isEmpty());
            assertThat(lags()).containsExactlyInAnyOrder("readers.one", "readers.two");
            assertThat(backlog.forget("readers.one", source))
                    .as("while it reads")
                    .isFalse();

            inbox.end("readers.one");
            topics.publish(EPOCH, 11, A, "order.weighed", "{}");
            await().until(() -> other.size() == 11);
            assertThat(ended).hasSize(10);
            assertThat(lags()).containsExactly("readers.two");
            assertThat(backlog.behind("readers.one", source)).containsExactly(Topics.partitionOf(A));

            await().until(() -> backlog.forget("readers.one", source));
            assertThat(backlog.forget("readers.one", source)).as("once more").isTrue();
            assertThat(backlog.behind("readers.one", source))
                    .as("it has read nothing")
                    .contains(Topics.partitionOf(A));
            assertThat(backlog.behind("readers.two", source))
                    .as("another group")
                    .isEmpty();

            ended.clear();
            inbox.begin(reading("readers.one", source, ended));
            await().until(() -> ended.size() == 11);
            inbox.stop();
            inbox.begin(reading("readers.late", source, ended));
            assertThat(lags()).as("nothing begins in a service that stops").isEmpty();
        }
    }

    @Test
    void a_history_is_all_that_was_sent_in_order_and_again() {
        var source = "chronicle";
        var history = new TopicHistory(() -> InboxConfiguration.reader(connection));
        history.read("silence", (partition, batch) -> {
            throw new AssertionError("a service that was never started has said nothing");
        });
        try (var topics = new Topics(SuiteParts.shared().bootstrapServers(), source).create()) {
            assertThat(told(history, source)).isEmpty();
            for (int position = 1; position <= 600; position++) {
                topics.publish(EPOCH, position, A, "order.weighed", "{}");
            }
            var all = LongStream.rangeClosed(1, 600).boxed().toList();
            assertThat(told(history, source)).isEqualTo(all);
            assertThat(told(history, source)).isEqualTo(all);
        }
    }

    private static List<Long> told(History history, String source) {
        var positions = new ArrayList<Long>();
        history.read(source, (partition, batch) -> {
            assertThat(partition).isEqualTo(Topics.partitionOf(A));
            batch.forEach(event -> positions.add(event.position()));
        });
        return positions;
    }

    private static Subscription reading(String group, String source, List<Long> seen) {
        return new Subscription(
                group, source, (partition, batch) -> batch.forEach(event -> seen.add(event.position())));
    }

    private List<String> lags() {
        return meters.find("milepost.inbox.lag").gauges().stream()
                .map(gauge -> String.valueOf(gauge.getId().getTag("group")))
                .toList();
    }
}
