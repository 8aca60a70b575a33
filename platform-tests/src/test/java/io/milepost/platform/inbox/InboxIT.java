package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.command.AsOf;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.Parcel;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.vital.VitalThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class InboxIT {
    private static final UUID A = PostWork.A;
    private static final UUID B = new UUID(2, 2);
    private static final String OLD = "first-life";
    private static final String NEW = "second-life";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Inbox> inboxes = new ArrayList<>();
    private String shop = "";
    private String group = "";
    private Topics topics;
    private ParcelOffice office;
    private ParkedStore parked;
    private PostWork post;

    @BeforeEach
    void open(TestInfo test, @TempDir Path folder) {
        shop = "shop" + Integer.toHexString(test.getDisplayName().hashCode());
        group = "post-service." + shop;
        office = ParcelOffice.open(SuiteParts.shared().mongoUri(), "post-" + shop, folder);
        parked = new ParkedStore(office.database().getCollection("parked"), Clock.systemUTC());
        topics = new Topics(SuiteParts.shared().bootstrapServers(), shop);
        post = new PostWork(group, shop, office, parked, meters);
    }

    @AfterEach
    void close() {
        inboxes.forEach(Inbox::stop);
        topics.close();
        office.close();
    }

    @Test
    void a_command_follows_from_an_event_and_carries_its_story() {
        topics.create();
        started(post.automations());
        topics.publish(OLD, 1, A, "order.placed", "{\"label\":\"x\",\"more\":{\"than\":\"we read\"}}");

        await().until(() -> office.log().head() == 1);
        var event = office.log().read(0, 1).join().getFirst().events().getFirst();
        assertThat(event.metadata())
                .containsEntry(Metadata.ACTOR, "when-order-placed-then-post")
                .containsEntry(Metadata.AUTH_TYPE, Metadata.SYSTEM)
                .containsEntry(Metadata.CORRELATION, "story-1")
                .containsEntry(Metadata.CAUSATION, Topics.idOf(OLD, 1).toString());
        assertThat(event.effectiveAt()).isEqualTo(Instant.parse("2017-01-02T03:04:05Z"));
        assertThat(office.log().at(1).join().orElseThrow().requestId())
                .isEqualTo(Topics.idOf(OLD, 1) + "/when-order-placed-then-post/" + A);
    }

    @Test
    void redelivery_changes_nothing_even_when_all_positions_are_lost() throws Exception {
        topics.create();
        var inbox = started(post.automations());
        topics.publish(OLD, 1, A, "order.placed", "{\"label\":\"x\"}");
        topics.publish(OLD, 2, A, "order.weighed", "{\"grams\":5}");
        // It changes nothing and leaves no trace: heard again after the next one, it must still change nothing.
        topics.publish(OLD, 3, A, "order.weighed", "{\"grams\":5}");
        topics.publish(OLD, 4, A, "order.weighed", "{\"grams\":6}");
        await().until(() -> office.log().head() == 3);
        inbox.stop();

        post.rewind();
        started(post.automations()).stop();
        post.rewind();
        var again = started(post.automations());
        await().until(() ->
                meters.counter("milepost.inbox.duplicates", "group", group).count() >= 4);
        assertThat(office.log().head()).isEqualTo(3);
        again.stop();

        post.rewind();
        Mono.from(office.database().getCollection("inbox_positions").drop()).block();
        var before = handled();
        started(post.automations());
        await().until(() -> handled() == before + 4);
        assertThat(office.log().head()).isEqualTo(3);
        assertThat(parked.count()).isZero();

        // The control: these very records would have shown, because the next one does.
        topics.publish(OLD, 5, A, "order.weighed", "{\"grams\":7}");
        await().until(() -> office.log().head() == 4);
    }

    @Test
    void what_cannot_be_processed_is_parked_with_what_its_key_has_later_and_a_redrive_heals_it() {
        topics.create();
        var inbox = started(post.automations());
        topics.publish(OLD, 1, A, "order.weighed", "{\"grams\":1}");
        topics.publish(OLD, 2, A, "order.weighed", "{\"grams\":2}");
        topics.publish(OLD, 3, A, "order.unheard-of", "{}");
        topics.publish(OLD, 4, B, "order.placed", "{\"label\":\"b\"}");
        await().until(() -> parked.count() == 2 && office.log().head() == 1);
        assertThat(post.records().list())
                .extracting(ParkedRecords.Parked::type, ParkedRecords.Parked::cause)
                .containsExactly(
                        tuple("order.weighed.v1", "UNKNOWN_TARGET"), tuple("order.weighed.v1", "BEHIND_PARKED"));

        // A restart remembers: the key still waits, another still flows.
        inbox.stop();
        started(post.automations());
        topics.publish(OLD, 5, A, "order.weighed", "{\"grams\":3}");
        topics.publish(OLD, 6, B, "order.weighed", "{\"grams\":9}");
        await().until(() -> parked.count() == 3 && office.log().head() == 2);

        assertThat(post.records().redrive(A.toString())).isEqualTo(new ParkedRecords.Redriven(0, "UNKNOWN_TARGET"));
        office.send(A, ParcelOffice.post("a", null, "1.00"), Instant.parse("2017-01-01T00:00:00Z"));
        assertThat(post.records().redrive(A.toString())).isEqualTo(new ParkedRecords.Redriven(3, null));

        assertThat(post.records().count()).isZero();
        assertThat(gramsOf(A)).isEqualTo(3);
        topics.publish(OLD, 7, A, "order.weighed", "{\"grams\":4}");
        await().until(() -> gramsOf(A) == 4);
    }

    @Test
    void a_refusal_that_settles_ends_the_story_and_any_other_parks() {
        topics.create();
        office.send(A, ParcelOffice.post("a", null, "1.00"), Instant.parse("2016-01-01T00:00:00Z"));
        office.send(B, ParcelOffice.post("b", null, "1.00"), Instant.parse("2016-01-01T00:00:00Z"));
        office.send(A, new ParcelCommand.DeliverParcel(B));
        started(post.automations());

        // Settled: it is delivered, weighing it has no point. Not settled: no weight is below zero.
        topics.publish(OLD, 1, A, "order.weighed", "{\"grams\":1}");
        topics.publish(OLD, 2, B, "order.weighed", "{\"grams\":-1}");

        await().until(() -> parked.count() == 1 && handled() == 1);
        assertThat(post.records().list()).extracting(ParkedRecords.Parked::key).containsExactly(B.toString());
        assertThat(post.records().list())
                .extracting(ParkedRecords.Parked::cause)
                .containsExactly("WEIGHT_NOT_POSITIVE");
    }

    @Test
    void what_cannot_be_read_is_parked() {
        topics.create();
        started(post.automations());
        topics.publishNoise(A);
        topics.publish(OLD, 1, B, "order.weighed", "{\"grams\":\"many\"}");

        await().until(() -> parked.count() == 2);
        assertThat(post.records().list())
                .extracting(ParkedRecords.Parked::cause)
                .containsExactlyInAnyOrder("UNREADABLE_ENVELOPE", "UNREADABLE_PAYLOAD");
    }

    @Test
    void an_outage_parks_nothing_and_a_persistent_bug_does() {
        topics.create();
        var calls = new AtomicInteger();
        started(post.works(Map.of(), dispatched -> request -> {
            calls.incrementAndGet();
            if (request.id().equals(B)) {
                return CompletableFuture.failedFuture(new IllegalStateException("a bug"));
            }
            return calls.get() < 4
                    ? CompletableFuture.failedFuture(new EventLogUnavailableException("away"))
                    : dispatched.apply(request);
        }));
        topics.publish(OLD, 1, A, "order.placed", "{\"label\":\"x\"}");
        await().until(() -> office.log().head() == 1);
        assertThat(calls.get()).isGreaterThanOrEqualTo(4);
        assertThat(parked.count()).isZero();

        topics.publish(OLD, 2, B, "order.placed", "{\"label\":\"y\"}");
        await().until(() -> parked.count() == 1);
        assertThat(post.records().list())
                .extracting(ParkedRecords.Parked::cause)
                .containsExactly("IllegalStateException");
    }

    @Test
    void a_new_epoch_stops_its_partition_until_an_operator_accepts_it() {
        topics.create();
        var inbox = started(post.automations());
        topics.publish(OLD, 5, A, "order.placed", "{\"label\":\"a\"}");
        await().until(() -> office.log().head() == 1);
        topics.publish(NEW, 3, A, "order.weighed", "{\"grams\":7}");
        await().until(() -> !inbox.stopped().isEmpty());
        assertThat(inbox.stopped().get(group)).containsOnlyKeys(Topics.partitionOf(A));

        // Other partitions go on, and this one does when told so, though its positions begin below the old ones.
        topics.publish(OLD, 6, B, "order.placed", "{\"label\":\"b\"}");
        await().until(() -> office.log().head() == 2);
        inbox.stop();
        started(post.works(Map.of(shop, NEW), UnaryOperator.identity()));
        await().until(() -> gramsOf(A) == 7);
    }

    @Test
    void a_consumer_waits_for_a_topic_that_its_producer_has_not_made_yet() {
        started(post.automations());
        topics.create();
        topics.publish(OLD, 1, A, "order.placed", "{\"label\":\"x\"}");

        await().until(() -> office.log().head() == 1);
    }

    @Test
    void a_subscription_gets_a_partition_in_order_and_again_until_its_handler_is_done() {
        topics.create();
        var seen = new CopyOnWriteArrayList<Long>();
        var failures = new AtomicInteger(2);
        var subscription = new Subscription("report." + shop, shop, (partition, batch) -> {
            assertThat(partition).isEqualTo(Topics.partitionOf(A));
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            batch.forEach(event -> seen.add(event.position()));
        });
        for (int position = 1; position <= 20; position++) {
            topics.publish(OLD, position, A, "order.weighed", "{}");
        }
        started(
                new SubscriptionWork(subscription, post.positions(), new Epochs(Map.of()), meters),
                subscription.group());

        await().until(() -> seen.size() == 20);
        assertThat(seen).isSorted().startsWith(1L).endsWith(20L);
        assertThat(failures.get()).isNegative();
    }

    private Inbox started(AutomationWork work) {
        return started(work, group);
    }

    private Inbox started(PartitionWork work, String consumerGroup) {
        Map<String, Object> connection =
                Map.of("bootstrap.servers", SuiteParts.shared().bootstrapServers());
        var inbox = new Inbox(
                () -> List.of(new TopicConsumer(
                        consumerGroup,
                        new EventTopic(shop).name(),
                        () -> InboxConfiguration.client(consumerGroup, connection),
                        work)),
                subscription -> new TopicConsumer(
                        subscription.group(),
                        new EventTopic(subscription.source()).name(),
                        () -> InboxConfiguration.client(subscription.group(), connection),
                        new SubscriptionWork(subscription, post.positions(), new Epochs(Map.of()), meters)),
                new VitalThreads(),
                meters);
        inboxes.add(inbox);
        inbox.start();
        return inbox;
    }

    private double handled() {
        return meters.counter("milepost.inbox.handled", "group", group).count();
    }

    private int gramsOf(UUID parcel) {
        var state = office.entities()
                .load(ParcelMessages.CATALOGUE, parcel, new AsOf.Now())
                .join()
                .state();
        return state instanceof Parcel.Posted posted ? posted.grams() : 0;
    }
}
