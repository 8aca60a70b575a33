package io.milepost.platform.relay;

import static java.util.Objects.requireNonNull;

import io.milepost.platform.observe.ClientFigures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The relay's view of Kafka: its two topics, its one producer, and what was committed before. */
class Broker {
    private static final int ANSWER_MS = 15_000;
    private static final byte[] CHECKPOINT_KEY = "relay".getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventTopic topic;
    private final Map<String, Object> connection;
    private final Producers producers;
    private final Consumers consumers;
    private volatile @Nullable Copies copies;
    private volatile ClientFigures figures = ClientFigures.NONE;

    /**
     * How many copies of a record there are.
     *
     * @param replicas of the topic, each on a broker of its own
     * @param inSync that must have a record before it is acknowledged ({@code min.insync.replicas})
     */
    record Copies(int replicas, int inSync) {}

    /** Opens a producer with these settings. */
    interface Producers {
        Producer<byte[], byte[]> open(Map<String, Object> settings);
    }

    /** Opens a consumer with these settings. */
    interface Consumers {
        Consumer<byte[], byte[]> open(Map<String, Object> settings);
    }

    /** @param connection client properties to reach the broker: addresses, security */
    Broker(EventTopic topic, Map<String, Object> connection) {
        this(
                topic,
                connection,
                settings -> new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    Broker(EventTopic topic, Map<String, Object> connection, Producers producers) {
        this(
                topic,
                connection,
                producers,
                settings -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    Broker(EventTopic topic, Map<String, Object> connection, Producers producers, Consumers consumers) {
        this.topic = topic;
        this.connection = Map.copyOf(connection);
        this.producers = producers;
        this.consumers = consumers;
    }

    /** Creates the topics that are missing; a topic that could lose events or their order is refused. */
    void prepareTopics() {
        try (var admin = admin()) {
            create(admin, topic.events());
            create(admin, topic.checkpoint());
            var events = verify(admin, topic.name(), EventTopic.PARTITIONS, EventTopic.KEPT_FOR_EVER);
            var checkpoint = verify(
                    admin,
                    topic.checkpointName(),
                    1,
                    Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            copies = new Copies(
                    Math.min(events.replicas(), checkpoint.replicas()), Math.min(events.inSync(), checkpoint.inSync()));
        }
    }

    /** As the topics were when they were last prepared; null before. */
    @Nullable
    Copies copies() {
        return copies;
    }

    /** What the last producer counts; one that is closed has stopped counting. */
    ClientFigures figures() {
        return figures;
    }

    /** Takes away whatever was published; offsets do not begin anew. Only after {@link #openProducer}, as {@link #checkpoint}. */
    void empty() {
        var all = new HashMap<TopicPartition, RecordsToDelete>();
        partitions().forEach(partition -> all.put(partition, RecordsToDelete.beforeOffset(-1)));
        try (var admin = admin()) {
            answer(admin.deleteRecords(all).all());
        }
    }

    /** The one producer of this service: whoever opened one before can no longer write, and what it left open is decided. */
    Producer<byte[], byte[]> openProducer() {
        var settings = new HashMap<>(connection);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "milepost-relay-" + topic.source());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 2 * ANSWER_MS);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, EventTopic.MAX_RECORD_BYTES);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 200);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_MS);
        var producer = producers.open(settings);
        try {
            producer.initTransactions();
            figures = new ClientFigures(producer::metrics);
            return producer;
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Throws when another producer was opened since this one. What it writes is aborted, so that nobody reads it. */
    void refuseOvertaken(Producer<byte[], byte[]> producer) {
        producer.beginTransaction();
        var _ = producer.send(record(new Checkpoint(0, "")));
        producer.flush();
        producer.abortTransaction();
    }

    ProducerRecord<byte[], byte[]> record(Checkpoint checkpoint) {
        return new ProducerRecord<>(topic.checkpointName(), 0, CHECKPOINT_KEY, JSON.writeValueAsBytes(checkpoint));
    }

    /** The last checkpoint committed. Only after {@link #openProducer}: before it, another relay may still write. */
    Optional<Checkpoint> checkpoint() {
        var found = new ArrayList<Checkpoint>(1);
        readCommitted(List.of(new TopicPartition(topic.checkpointName(), 0)), value -> {
            found.clear();
            found.add(JSON.readValue(value, Checkpoint.class));
            return true;
        });
        return found.stream().findFirst();
    }

    /** Whether any event was ever published; what was aborted does not count. */
    boolean holdsEvents() {
        var seen = new boolean[1];
        readCommitted(partitions(), value -> {
            seen[0] = true;
            return false;
        });
        return seen[0];
    }

    private List<TopicPartition> partitions() {
        return IntStream.range(0, EventTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    private Admin admin() {
        var settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS / 3);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        return Admin.create(settings);
    }

    /** Says whether to read on. */
    private interface Reader {
        boolean read(byte[] value);
    }

    private void readCommitted(List<TopicPartition> partitions, Reader reader) {
        var settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (var consumer = consumers.open(settings)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(4L * ANSWER_MS);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new KafkaException("the broker did not hand over " + partitions.getFirst() + " in time");
                }
                for (var read : consumer.poll(Duration.ofMillis(200))) {
                    if (!reader.read(read.value())) {
                        return;
                    }
                }
            }
        }
    }

    private static void create(Admin admin, NewTopic wanted) {
        try {
            answer(admin.createTopics(Set.of(wanted)).all());
        } catch (TopicExistsException e) {
            // Its settings are verified next, whoever made it.
        }
    }

    private static Copies verify(Admin admin, String name, int partitions, Map<String, String> wanted) {
        var described = describe(admin, name);
        if (described.partitions().size() != partitions) {
            throw new OperatorNeeded("topic %s has %d partitions instead of %d"
                    .formatted(name, described.partitions().size(), partitions));
        }
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = requireNonNull(
                answer(admin.describeConfigs(Set.of(resource)).all()).get(resource), name);
        wanted.forEach((setting, value) -> {
            var actual = config.get(setting).value();
            if (!value.equals(actual)) {
                throw new OperatorNeeded("topic %s has %s=%s instead of %s".formatted(name, setting, actual, value));
            }
        });
        return new Copies(
                described.partitions().stream()
                        .mapToInt(partition -> partition.replicas().size())
                        .min()
                        .orElse(0),
                Integer.parseInt(
                        config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value()));
    }

    /** A topic just created is not known everywhere at once. */
    private static TopicDescription describe(Admin admin, String name) {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MS);
        while (true) {
            try {
                return requireNonNull(
                        answer(admin.describeTopics(Set.of(name)).allTopicNames())
                                .get(name),
                        name);
            } catch (UnknownTopicOrPartitionException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get(2L * ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for the broker", e);
        }
    }
}
