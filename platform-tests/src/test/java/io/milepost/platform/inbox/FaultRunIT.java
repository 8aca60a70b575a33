package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.Faults;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.TestProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Automations whose instances die at every step, in this process or by halting one of their own, or lose their partitions amid a batch:
 * what they have done and parked in the end is what one that never failed has done and parked. With {@code -Dhalts=all} a process is
 * halted at every of its calls.
 */
class FaultRunIT {
    private static final String SHOP = "faultshop";
    private static final String BOOTSTRAP = SuiteParts.shared().bootstrapServers();
    private static final UUID A = PostWork.A;
    private static final UUID B = new UUID(2, 2);
    private static final UUID C = new UUID(3, 3);
    private static final Object[] PARTS = {new UUID(1, 4), new UUID(1, 5), new UUID(1, 6)};

    /** Where it begins is asked for each partition; a death before that is over has nothing to spoil. */
    private static final int LAST_BEFORE_EFFECTS = EventTopic.PARTITIONS;

    /** Calls amid the first batches of a process. */
    private static final int[] HALTS = {16, 18, 23};

    @TempDir
    private static Path folder;

    private static Topics topics;
    private static MongoClient client;
    private static Backlog backlog;
    private static Post clean;

    private final Random random = new Random(4);

    @BeforeAll
    static void publishAndWorkOnce() {
        client = MongoClients.create(SuiteParts.shared().mongoUri());
        backlog = Instance.backlog(BOOTSTRAP);
        topics = new Topics(BOOTSTRAP, SHOP).create();
        tell(1, A, "order.placed", "{\"label\":\"a\"}");
        tell(2, B, "order.placed", "{\"label\":\"b\"}");
        tell(3, A, "order.weighed", "{\"grams\":1}");
        tell(3, A, "order.weighed", "{\"grams\":1}");
        tell(4, C, "order.placed", "{\"label\":\"c\"}");
        tell(5, A, "order.weighed", "{\"grams\":2}");
        // Three targets: a death between two of them leaves the rest to be done.
        tell(6, A, "order.split", "{\"parcels\":[\"%s\",\"%s\",\"%s\"]}".formatted(PARTS));
        tell(6, A, "order.split", "{\"parcels\":[\"%s\",\"%s\",\"%s\"]}".formatted(PARTS));
        tell(6, B, "order.weighed", "{\"grams\":3}");
        // Refused: it is parked, and what its key has later waits behind it.
        tell(7, C, "order.weighed", "{\"grams\":-1}");
        tell(8, C, "order.weighed", "{\"grams\":4}");
        tell(9, B, "order.weighed", "{\"grams\":5}");
        tell(9, B, "order.weighed", "{\"grams\":5}");
        tell(10, A, "order.weighed", "{\"grams\":6}");
        tell(3, A, "order.weighed", "{\"grams\":1}");

        clean = open("faultclean");
        try (var _ = clean.instance(Faults.none(), Instance.connection(BOOTSTRAP, 100))) {
            await().until(() -> isDone(clean));
        }
        assertThat(clean.done()).as("control").hasSize(11);
        assertThat(clean.parked()).as("control").hasSize(2);
    }

    @AfterAll
    static void close() {
        clean.close();
        topics.close();
        backlog.close();
        client.close();
    }

    @Test
    void an_automation_that_dies_at_every_step_has_done_all_once_in_the_end() {
        try (var struck = open("faultstruck")) {
            assertThat(deaths(struck, 1, () -> 1 + random.nextInt(5)))
                    .as("control: deaths")
                    .isGreaterThan(8);
            assertClean(struck);
        }
    }

    @Test
    void one_that_dies_with_a_whole_batch_in_hand_has_done_all_once_in_the_end() {
        try (var struck = open("batchstruck")) {
            // All that each partition has is one batch: it comes again as a whole until an instance survives its last
            // step.
            assertThat(deaths(struck, 3, () -> 100)).as("control: deaths").isGreaterThan(4);
            assertClean(struck);
        }
    }

    @Test
    void a_process_that_is_halted_and_started_again_has_done_all_once_in_the_end() {
        try (var struck = open("halted")) {
            var halted = TestProcess.halted(
                    TestProcess.calls(HALTS),
                    call -> AutomationProcess.halting(BOOTSTRAP, struck, folder, call),
                    () -> isDone(struck));
            assertThat(halted).as("control: halted at").hasSizeGreaterThanOrEqualTo(HALTS.length);

            try (var _ = struck.instance(Faults.none(), Instance.inPlace(BOOTSTRAP, 4))) {
                await().until(() -> isDone(struck));
            }
            assertClean(struck);
        }
    }

    @Test
    void a_process_that_is_stopped_amid_a_batch_while_another_takes_over_changes_nothing_when_it_goes_on() {
        try (var struck = open("stopped");
                var sleeper = AutomationProcess.holding(BOOTSTRAP, struck, folder)) {
            assertThat(sleeper.next()).isEqualTo("amid");
            sleeper.pause();
            try (var _ = struck.instance(Faults.none(), AutomationProcess.soonGivenUp(BOOTSTRAP, 3))) {
                await().until(() -> isDone(struck));
                assertClean(struck);
                sleeper.wake();
                assertThat(sleeper.next()).as("control: it goes on").isEqualTo("sent");
                sleeper.end();
            }
            assertClean(struck);
        }
    }

    @Test
    void an_instance_that_loses_its_partitions_amid_a_batch_and_does_not_know_it_changes_nothing() {
        try (var struck = open("lossstruck")) {
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
                try (var _ = struck.instance(Faults.none(), Instance.connection(BOOTSTRAP, 3))) {
                    await().until(() -> isDone(struck));
                    int before = sent.get();
                    goOn.countDown();
                    await().until(() -> sent.get() > before);
                }
                assertThat(first.isOver()).isFalse();
            } finally {
                goOn.countDown();
            }
            assertClean(struck);
        }
    }

    /** Instances that die, each some steps later than the one before, until one is through; how many have died. */
    private static int deaths(Post post, int steps, IntSupplier records) {
        int deaths = 0;
        for (int call = LAST_BEFORE_EFFECTS; !isDone(post); call += steps) {
            var faults = Faults.dyingAt(call);
            try (var instance = post.instance(faults, Instance.connection(BOOTSTRAP, records.getAsInt()))) {
                await().pollInterval(Duration.ofMillis(20)).until(() -> instance.isOver() || isDone(post));
            }
            deaths += faults.isDead() ? 1 : 0;
        }
        return deaths;
    }

    private static Post open(String name) {
        return Post.open(SuiteParts.shared().mongoUri(), name, folder, SHOP);
    }

    private static boolean isDone(Post post) {
        return backlog.behind(post.group(), SHOP).isEmpty();
    }

    private static void assertClean(Post struck) {
        assertThat(struck.done()).isEqualTo(clean.done());
        assertThat(struck.parked()).isEqualTo(clean.parked());
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
