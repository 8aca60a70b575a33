package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.testkit.parcel.RawEvent;
import io.milepost.platform.vital.VitalThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What automations make of an entity that cannot be read, and of an error. */
class UnreadableTargetIT {
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(2, 2);

    private final VitalThreads threads = new VitalThreads();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, Object> connection =
            Map.of("bootstrap.servers", SuiteParts.shared().bootstrapServers());

    private String group;
    private ParcelOffice office;
    private ParkedStore parked;
    private PostWork post;
    private Topics topics;
    private Inbox inbox;

    @BeforeEach
    void open(TestInfo test, @TempDir Path folder) {
        var name = "u" + Integer.toHexString(test.getDisplayName().hashCode());
        group = "post-service." + name;
        office = ParcelOffice.open(SuiteParts.shared().mongoUri(), name, folder);
        parked = new ParkedStore(office.database().getCollection("parked"), Clock.systemUTC());
        post = new PostWork(group, name + "shop", office, parked, meters);
        topics = new Topics(SuiteParts.shared().bootstrapServers(), name + "shop").create();
    }

    @AfterEach
    void close() {
        inbox.stop();
        topics.close();
        office.close();
    }

    private void start(UnaryOperator<PostWork.Dispatch> between) {
        var work = post.works(Map.of(), between);
        inbox = new Inbox(
                () -> List.of(new TopicConsumer(
                        group,
                        new EventTopic(post.shop()).name(),
                        () -> InboxConfiguration.client(group, connection),
                        work)),
                subscription -> {
                    throw new IllegalArgumentException("nobody subscribes here");
                },
                threads,
                meters);
        inbox.start();
    }

    @Test
    void a_command_for_an_entity_that_cannot_be_read_parks_its_record_at_once_and_other_keys_go_on() {
        office.send(A, ParcelOffice.post("a", null, "1.00"), Instant.parse("2016-01-01T00:00:00Z"));
        RawEvent.of(A, "parcel.weighed", "{\"grams\":\"many\"}").appendTo(office.log());
        var attempts = new AtomicInteger();
        start(dispatched -> request -> {
            if (request.id().equals(A)) {
                attempts.incrementAndGet();
            }
            return dispatched.apply(request);
        });
        topics.publish("old", 1, A, "order.weighed", "{\"grams\":5}");
        topics.publish("old", 2, B, "order.placed", "{\"label\":\"b\"}");

        await().until(() -> parked.count() == 1 && office.log().head() == 3);
        assertThat(post.records().list())
                .extracting(ParkedRecords.Parked::key, ParkedRecords.Parked::cause)
                .containsExactly(tuple(A.toString(), "EVENT_UNREADABLE"));
        assertThat(attempts).hasValue(1);
        assertThat(waiting("EVENT_UNREADABLE", post)).isEqualTo(1);
        assertThat(waiting(ParkedStore.BEHIND_PARKED, post)).isZero();
        assertThat(reactions("when-order-weighed-then-weigh", "parked")).isEqualTo(1);
        assertThat(reactions("when-order-placed-then-post", "done")).isEqualTo(1);
    }

    private double waiting(String cause, PostWork of) {
        var all = new SimpleMeterRegistry();
        new ParkedMeters(parked, List.of(of.group()), all).look();
        return all.get("milepost.inbox.parked")
                .tags("group", of.group(), "cause", cause)
                .gauge()
                .value();
    }

    private double reactions(String rule, String outcome) {
        return meters.get("milepost.automation.reactions")
                .tags("rule", rule, "outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void an_error_ends_the_consumer_and_is_seen() {
        start(_ -> _ -> {
            throw new AssertionError("planted");
        });
        assertThat(threads.dead()).isEmpty();
        topics.publish("old", 1, A, "order.placed", "{\"label\":\"a\"}");

        await().until(() -> !threads.dead().isEmpty());
        assertThat(threads.dead()).containsEntry("inbox-" + group, "AssertionError");
    }
}
