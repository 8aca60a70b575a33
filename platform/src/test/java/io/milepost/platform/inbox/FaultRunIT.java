package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.Faults;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Automations whose instances die at every step or lose their partitions amid a batch: what they have done and parked in the end is what
 * one that never failed has done and parked.
 */
class FaultRunIT {
    private static final String SHOP = "faultshop";
    private static final String BOOTSTRAP = SuiteParts.shared().bootstrapServers();
    private static final UUID A = PostWork.A;
    private static final UUID B = new UUID(2, 2);
    private static final UUID C = new UUID(3, 3);

    @TempDir
    private static Path folder;

    private static Topics topics;
    private static MongoClient client;
    private static Backlog backlog;

    private final Random random = new Random(4);

    @BeforeAll
    static void publish() {
        client = MongoClients.create(SuiteParts.shared().mongoUri());
        backlog = Instance.backlog(BOOTSTRAP, client.getDatabase("faultruns"));
        topics = new Topics(BOOTSTRAP, SHOP).create();
        tell(1, A, "order.placed", "{\"label\":\"a\"}");
        tell(2, B, "order.placed", "{\"label\":\"b\"}");
        tell(3, A, "order.weighed", "{\"grams\":1}");
        tell(3, A, "order.weighed", "{\"grams\":1}");
        tell(4, C, "order.placed", "{\"label\":\"c\"}");
        tell(5, A, "order.weighed", "{\"grams\":2}");
        tell(6, B, "order.weighed", "{\"grams\":3}");
        // Refused: it is parked, and what its key has later waits behind it.
        tell(7, C, "order.weighed", "{\"grams\":-1}");
        tell(8, C, "order.weighed", "{\"grams\":4}");
        tell(9, B, "order.weighed", "{\"grams\":5}");
        tell(9, B, "order.weighed", "{\"grams\":5}");
        tell(10, A, "order.weighed", "{\"grams\":6}");
        tell(3, A, "order.weighed", "{\"grams\":1}");
    }

    @AfterAll
    static void close() {
        topics.close();
        backlog.close();
        client.close();
    }

    /** The post of one test: its log, its positions and what it has parked. */
    private static final class Post implements AutoCloseable {
        private final String group;
        private final ParcelOffice office;

        Post(String name) {
            group = "post-service." + name;
            office = ParcelOffice.open(SuiteParts.shared().mongoUri(), name, folder);
        }

        Instance instance(Faults faults, int records) {
            return instance(faults, Instance.connection(BOOTSTRAP, records), dispatch -> request -> {
                faults.call();
                var outcome = dispatch.apply(request).join();
                faults.call();
                return CompletableFuture.completedFuture(outcome);
            });
        }

        Instance instance(Faults faults, Map<String, Object> connection, UnaryOperator<PostWork.Dispatch> between) {
            var database = faults.around(office.database());
            var parked = new ParkedStore(database.getCollection("parked"), Clock.systemUTC());
            var work = new PostWork(group, SHOP, office, parked, new SimpleMeterRegistry())
                    .works(Map.of(), between, new Positions(database.getCollection("inbox_positions")));
            return Instance.working(work, connection, faults);
        }

        boolean isDone() {
            return backlog.behind(group, SHOP).isEmpty();
        }

        void awaitDone() {
            await().until(this::isDone);
        }

        /** Instances that die, each some steps later than the one before, until one is through; how many have died. */
        int deaths(int steps, IntSupplier records) {
            int deaths = 0;
            for (int call = 1; !isDone(); call += steps) {
                var faults = Faults.dyingAt(call);
                try (var instance = instance(faults, records.getAsInt())) {
                    await().pollInterval(Duration.ofMillis(20)).until(() -> instance.isOver() || isDone());
                }
                deaths += faults.isDead() ? 1 : 0;
            }
            return deaths;
        }

        /** What was done, by what it was done for; the order of different keys is nobody's. */
        Map<String, String> done() {
            var done = new HashMap<String, String>();
            for (StoredCommit commit : office.log().read(0, 1_000).join()) {
                var events = commit.events().stream()
                        .map(event -> event.wireType() + new String(event.payload(), StandardCharsets.UTF_8))
                        .toList();
                assertThat(done.put(commit.requestId(), events.toString()))
                        .as(commit.requestId())
                        .isNull();
            }
            return done;
        }

        List<String> parked() {
            return new ParkedStore(office.database().getCollection("parked"), Clock.systemUTC())
                    .all().stream()
                            .map(waiting -> "%s %s %s"
                                    .formatted(waiting.get("offset"), waiting.get("key"), waiting.get("cause")))
                            .toList();
        }

        @Override
        public void close() {
            office.close();
        }
    }

    @Test
    void an_automation_that_dies_at_every_step_has_done_all_once_in_the_end() {
        try (var clean = new Post("faultclean");
                var struck = new Post("faultstruck")) {
            try (var _ = clean.instance(Faults.none(), 100)) {
                clean.awaitDone();
            }
            assertThat(clean.done()).as("control").hasSize(8);
            assertThat(clean.parked()).as("control").hasSize(2);

            assertThat(struck.deaths(1, () -> 1 + random.nextInt(5)))
                    .as("control: deaths")
                    .isGreaterThan(8);
            assertThat(struck.done()).isEqualTo(clean.done());
            assertThat(struck.parked()).isEqualTo(clean.parked());
        }
    }

    @Test
    void one_that_dies_with_a_whole_batch_in_hand_has_done_all_once_in_the_end() {
        try (var clean = new Post("batchclean");
                var struck = new Post("batchstruck")) {
            try (var _ = clean.instance(Faults.none(), 100)) {
                clean.awaitDone();
            }
            // All that each partition has is one batch: it comes again as a whole until an instance survives its last
            // step.
            assertThat(struck.deaths(3, () -> 100)).as("control: deaths").isGreaterThan(4);
            assertThat(struck.done()).isEqualTo(clean.done());
            assertThat(struck.parked()).isEqualTo(clean.parked());
        }
    }

    @Test
    void an_instance_that_loses_its_partitions_amid_a_batch_and_does_not_know_it_changes_nothing() {
        try (var clean = new Post("lossclean");
                var struck = new Post("lossstruck")) {
            try (var _ = clean.instance(Faults.none(), 100)) {
                clean.awaitDone();
            }
            var amid = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var sent = new AtomicInteger();
            var slow = Instance.connection(BOOTSTRAP, 100);
            // The group takes its partitions from it so long after its last poll.
            slow.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 1_000);
            try (var first = struck.instance(Faults.none(), slow, dispatch -> request -> {
                if (sent.incrementAndGet() == 2) {
                    amid.countDown();
                    awaited(goOn);
                }
                return dispatch.apply(request);
            })) {
                awaited(amid);
                try (var _ = struck.instance(Faults.none(), 3)) {
                    struck.awaitDone();
                    int before = sent.get();
                    goOn.countDown();
                    await().until(() -> sent.get() > before);
                }
                assertThat(first.isOver()).isFalse();
            } finally {
                goOn.countDown();
            }

            assertThat(struck.done()).isEqualTo(clean.done());
            assertThat(struck.parked()).isEqualTo(clean.parked());
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(long position, UUID key, String name, String json) {
        topics.publish("one", position, key, name, json);
    }
}
