package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.vital.VitalThreads;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a consumer tells of itself while it works, fails, hangs and has nobody to talk to. */
@ExtendWith(OutputCaptureExtension.class)
class InboxMetersIT {
    private static final UUID KEY = UUID.fromString("0198c000-0000-7000-8000-00000000000a");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String source = "metered" + Long.toHexString(System.nanoTime());
    private final String group = "reader." + source;

    private double gauge(String name) {
        return meters.get("milepost.inbox." + name).tag("group", group).gauge().value();
    }

    private Inbox reading(String bootstrap, BatchHandler handler) {
        var positions =
                new ConsumedPositions(MongoClients.create(SuiteParts.shared().mongoUri())
                        .getDatabase(source)
                        .getCollection("inbox_positions"));
        var work =
                new SubscriptionWork(new Subscription(group, source, handler), positions, new Epochs(Map.of()), meters);
        var inbox = new Inbox(
                () -> List.of(new TopicConsumer(
                        group,
                        new EventTopic(source).name(),
                        () -> InboxConfiguration.client(group, Map.of("bootstrap.servers", bootstrap)),
                        work)),
                _ -> {
                    throw new IllegalStateException("nothing begins later");
                },
                new VitalThreads(),
                meters);
        inbox.start();
        return inbox;
    }

    @Test
    void a_partition_that_fails_is_told_with_the_age_of_what_waits_and_both_end_when_it_is_worked_off(
            CapturedOutput output) {
        var broken = new CountDownLatch(1);
        try (var topics = new Topics(SuiteParts.shared().bootstrapServers(), source).create()) {
            topics.publish("one", 1, KEY, "order.weighed", "{}");
            var inbox = reading(SuiteParts.shared().bootstrapServers(), (_, _) -> {
                if (broken.getCount() > 0) {
                    throw new IllegalStateException("not yet");
                }
            });
            try {
                await().until(() -> gauge("failing") == 1);
                assertThat(gauge("connected")).isEqualTo(1);
                await().until(() -> gauge("lag.seconds") > 1);
                assertThat(gauge("poll.age.seconds")).as("others go on").isLessThan(5);

                assertThat(output.getAll().split("failed on", -1))
                        .as("told each time")
                        .hasSizeGreaterThan(3);
                assertThat(output.getAll().split("IllegalStateException: not yet", -1))
                        .as("and whole once")
                        .hasSize(2);

                broken.countDown();

                await().until(() -> gauge("failing") == 0 && gauge("lag.seconds") == 0);
            } finally {
                inbox.stop();
            }
            assertThat(meters.find("milepost.inbox.failing").gauge())
                    .as("a consumer that has ended tells nothing")
                    .isNull();
        }
    }

    @Test
    void a_consumer_that_hangs_in_its_work_is_seen_by_the_age_of_its_last_poll() {
        var hangs = new CountDownLatch(1);
        try (var topics = new Topics(SuiteParts.shared().bootstrapServers(), source).create()) {
            topics.publish("one", 1, KEY, "order.weighed", "{}");
            var inbox = reading(SuiteParts.shared().bootstrapServers(), (_, _) -> {
                try {
                    hangs.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            try {
                await().until(() -> gauge("poll.age.seconds") > 2);

                hangs.countDown();

                await().until(() -> gauge("poll.age.seconds") < 1);
            } finally {
                inbox.stop();
            }
        }
    }

    @Test
    void without_a_broker_a_consumer_is_not_connected() {
        var inbox = reading("127.0.0.1:1", (_, _) -> {});
        try {
            await().during(1, TimeUnit.SECONDS).until(() -> gauge("connected") == 0);
        } finally {
            inbox.stop();
        }
    }
}
