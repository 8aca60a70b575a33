package io.milepost.reporting.read.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.Instance;
import io.milepost.platform.inbox.Subscription;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.Faults;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.TestProcess;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A projection on the real broker and database whose instances die at every step or lose their partitions amid a batch, with other
 * batch borders each time: every document in the end is that of an instance that never failed. With {@code -Dhalts=all} a process is
 * halted at every of its calls.
 */
class ProjectionFaultIT {
    private static final String SOURCE = "toys";
    private static final String MONGO = SuiteParts.shared().mongoUri();
    private static final String BOOTSTRAP = SuiteParts.shared().bootstrapServers();
    private static final Set<Integer> PARTITIONS = Set.of(3, 8);

    /** Where it begins is asked for each partition; a death before that is over has nothing to spoil. */
    private static final int LAST_BEFORE_EFFECTS = 12;

    /** Calls amid the first batches of a process. */
    private static final int[] HALTS = {16, 18, 22};

    private static MongoClient client;
    private static Topics topics;
    private static Backlog backlog;
    private static Map<String, Map<Object, Document>> clean;

    private final Tokens tokens = new Tokens();
    private final Random random = new Random(4);

    @BeforeAll
    static void tellAndReadOnce() {
        client = MongoClients.create(MONGO);
        topics = new Topics(BOOTSTRAP, SOURCE).create();
        backlog = Instance.backlog(BOOTSTRAP, client.getDatabase("projectionfaults"));
        var random = new Random(11);
        List<UUID> all = Stream.iterate(1L, number -> number + 1)
                .map(number -> new UUID(7, number))
                .filter(token -> PARTITIONS.contains(Topics.partitionOf(token)))
                .limit(6)
                .toList();
        for (long position = 1; position <= 36; position++) {
            var token = all.get(random.nextInt(all.size()));
            var data = "bowl-%d %d".formatted(random.nextInt(4), 1 + random.nextInt(9));
            // A publisher that does not know whether it has sent one sends it again.
            for (int time = random.nextInt(5) == 0 ? 2 : 1; time > 0; time--) {
                topics.publish("one", position, token, "token.moved", data);
            }
        }
        var test = new ProjectionFaultIT();
        try (var _ = test.instance("clean", Faults.none(), Instance.connection(BOOTSTRAP, 500), store -> store)) {
            await().until(() -> isDone("clean"));
        }
        clean = documents("clean");
    }

    @AfterAll
    static void close() {
        backlog.close();
        topics.close();
        client.close();
    }

    @Test
    void an_instance_that_dies_at_every_step_leaves_the_documents_of_a_clean_run() {
        assertThat(clean)
                .as("control")
                .containsOnlyKeys("tokens_cells", "tokens_views", "tokens_progress", "inbox_positions");
        assertThat(clean.get("tokens_views")).as("control").hasSize(6);

        int deaths = 0;
        for (int call = LAST_BEFORE_EFFECTS; !isDone("struck"); call++) {
            var faults = Faults.dyingAt(call);
            var connection = Instance.connection(BOOTSTRAP, 1 + random.nextInt(8));
            try (var instance = instance("struck", faults, connection, store -> store)) {
                await().pollInterval(Duration.ofMillis(20)).until(() -> instance.isOver() || isDone("struck"));
            }
            deaths += faults.isDead() ? 1 : 0;
        }

        assertThat(deaths).as("control: every step of a batch, and more").isGreaterThan(10);
        assertThat(documents("struck")).isEqualTo(clean);
    }

    @Test
    void a_process_that_is_halted_leaves_the_documents_of_a_clean_run() {
        var halted = TestProcess.halted(
                TestProcess.calls(HALTS),
                call -> ProjectionProcess.start(MONGO, BOOTSTRAP, database("halted"), group("halted"), call),
                () -> isDone("halted"));
        assertThat(halted).as("control: halted at").hasSizeGreaterThanOrEqualTo(HALTS.length);

        try (var _ = instance("halted", Faults.none(), Instance.inPlace(BOOTSTRAP, 5), store -> store)) {
            await().until(() -> isDone("halted"));
        }
        assertThat(documents("halted")).isEqualTo(clean);
    }

    @Test
    void an_instance_that_loses_its_partitions_amid_a_batch_and_does_not_know_it_changes_nothing() {
        var amid = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var late = new CountDownLatch(1);
        var slow = Instance.connection(BOOTSTRAP, 20);
        // The group takes its partitions from it so long after its last poll.
        slow.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 1_000);
        try (var first = instance("lost", Faults.none(), slow, store -> new Waiting<>(store, amid, goOn, late))) {
            awaited(amid);
            try (var _ = instance("lost", Faults.none(), Instance.connection(BOOTSTRAP, 3), store -> store)) {
                await().until(() -> isDone("lost"));
                goOn.countDown();
                awaited(late);
            }
            assertThat(first.isOver()).isFalse();
        } finally {
            goOn.countDown();
        }

        assertThat(documents("lost")).isEqualTo(clean);
    }

    @Test
    void offsets_that_are_set_back_to_the_beginning_change_nothing() throws Exception {
        try (var _ = instance("again", Faults.none(), Instance.connection(BOOTSTRAP, 7), store -> store)) {
            await().until(() -> isDone("again"));
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", BOOTSTRAP))) {
            Map<TopicPartition, OffsetAndMetadata> beginning = PARTITIONS.stream()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(SOURCE + ".events.v1", partition),
                            partition -> new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group("again"), beginning).all().get();
        }
        assertThat(isDone("again")).as("control").isFalse();

        try (var _ = instance("again", Faults.none(), Instance.connection(BOOTSTRAP, 4), store -> store)) {
            await().until(() -> isDone("again"));
        }
        assertThat(documents("again")).isEqualTo(clean);
    }

    private Instance instance(
            String name,
            Faults faults,
            Map<String, Object> connection,
            UnaryOperator<CellStore<Tokens.Token>> between) {
        var database = faults.around(database(client, name));
        var projector = new Projector<>(tokens, between.apply(new MongoCells<>(database, tokens)));
        return Instance.reading(new Subscription(group(name), SOURCE, projector), database, connection, faults);
    }

    private static String group(String name) {
        return "toys-report." + name;
    }

    private static String database(String name) {
        return "faulttoys_" + name;
    }

    private static MongoDatabase database(MongoClient client, String name) {
        return client.getDatabase(database(name));
    }

    private static boolean isDone(String name) {
        return backlog.behind(group(name), SOURCE).isEmpty();
    }

    /** Every document by collection and id. An amount of nothing is no amount: it is where batches had other borders. */
    private static Map<String, Map<Object, Document>> documents(String name) {
        var database = database(client, name);
        Map<String, Map<Object, Document>> found = new TreeMap<>();
        for (String collection : all(database.listCollectionNames())) {
            Map<Object, Document> byId = new HashMap<>();
            for (Document document : all(database.getCollection(collection).find())) {
                document.get("d", new Document()).values().removeIf(amount -> amount.equals(0L));
                // The group's name is part of the ids of its positions.
                Object id = document.get("_id") instanceof String text
                        ? text.replace(group(name), "group")
                        : document.get("_id");
                document.put("_id", id);
                byId.put(id, document);
            }
            found.put(collection, byId);
        }
        return found;
    }

    private static <T> List<T> all(Publisher<T> asked) {
        return Flux.from(asked).collectList().blockOptional().orElseThrow();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has moved the cells of its first batch and waits before it saves the views. */
    private record Waiting<V extends View>(
            CellStore<V> store, CountDownLatch amid, CountDownLatch goOn, CountDownLatch late) implements CellStore<V> {
        @Override
        public Map<UUID, Applied<V>> views(Collection<UUID> subjects) {
            return store.views(subjects);
        }

        @Override
        public Map<UUID, Aside> asides(Collection<UUID> subjects) {
            return store.asides(subjects);
        }

        @Override
        public void setAside(Collection<Aside> asides) {
            store.setAside(asides);
        }

        @Override
        public Map<String, Long> guards(int partition, Collection<String> cells) {
            return store.guards(partition, cells);
        }

        @Override
        public void move(int partition, List<Move> moves) {
            store.move(partition, moves);
        }

        @Override
        public void save(Collection<Applied<V>> views) {
            amid.countDown();
            awaited(goOn);
            store.save(views);
        }

        @Override
        public void reached(int partition, long position, java.time.Instant recordedAt) {
            store.reached(partition, position, recordedAt);
            late.countDown();
        }
    }
}
