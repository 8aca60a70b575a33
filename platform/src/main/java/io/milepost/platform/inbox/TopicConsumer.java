package io.milepost.platform.inbox;

import io.milepost.platform.observe.ClientFigures;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a consumer group on one topic. A partition whose work fails is set back and tried again after a pause that grows,
 * while the others go on; none is ever passed over. Offsets are committed after the work, so a crash repeats and never loses.
 */
class TopicConsumer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** After so many attempts a failure is more than a moment's. */
    private static final int MANY = 3;

    private final String group;
    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final PartitionWork work;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<TopicPartition, Failure> failures = new ConcurrentHashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private final Map<Integer, String> stopped = new ConcurrentHashMap<>();
    /** By partition, when its next record was published, as far as that is known. */
    private final Map<TopicPartition, Long> waiting = new ConcurrentHashMap<>();

    private volatile long lag;
    private volatile long polledAt = System.nanoTime();
    private volatile ClientFigures figures = ClientFigures.NONE;

    TopicConsumer(String group, String topic, Supplier<Consumer<byte[], byte[]>> consumers, PartitionWork work) {
        this.group = group;
        this.topic = topic;
        this.consumers = consumers;
        this.work = work;
    }

    String group() {
        return group;
    }

    /** Records that wait in the partitions of this member. */
    long lag() {
        return lag;
    }

    /** Since when, in milliseconds, the oldest record has waited that this member has seen and not worked off. */
    Optional<Long> waitingSince() {
        return waiting.values().stream().min(Long::compare);
    }

    double secondsSincePoll() {
        return (nanoTime() - polledAt) / 1e9;
    }

    ClientFigures figures() {
        return figures;
    }

    boolean isConnected() {
        return figures.of("connection-count") > 0;
    }

    /** Partitions that wait for an operator, with the reason. */
    Map<Integer, String> stopped() {
        return Map.copyOf(stopped);
    }

    /** Partitions whose records fail again and again, with what they fail for: the name of a fault, whose message may quote data. */
    Map<Integer, String> failing() {
        return failures.entrySet().stream()
                .filter(one -> one.getValue().attempts() >= MANY)
                .collect(Collectors.toMap(
                        one -> one.getKey().partition(), one -> one.getValue().fault()));
    }

    /** Lets the batch under way finish and then ends {@link #run}. */
    void stop() {
        stopping.countDown();
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try {
                consume();
            } catch (KafkaException e) {
                VitalThreads.failed("consume %s in group %s".formatted(topic, group), e);
                pause(1_000);
            }
        }
    }

    private void consume() {
        var consumer = consumers.get();
        figures = new ClientFigures(consumer::metrics);
        try {
            if (!awaitTopic(consumer)) {
                return;
            }
            consumer.subscribe(List.of(topic), new Members(consumer));
            while (!isStopping()) {
                resumeDue(consumer);
                polledAt = nanoTime();
                var records = consumer.poll(POLL);
                uncommitted.putAll(worked(consumer, records));
                commit(consumer);
                lag = lagOf(consumer);
            }
        } finally {
            figures = ClientFigures.NONE;
            consumer.close(CloseOptions.timeout(ANSWER));
            failures.clear();
            uncommitted.clear();
        }
    }

    /** A topic is created by its producer, which may start later; until then the group is not joined. */
    private boolean awaitTopic(Consumer<byte[], byte[]> consumer) {
        var waiting = false;
        while (!isStopping()) {
            if (consumer.listTopics(ANSWER).containsKey(topic)) {
                return true;
            }
            if (!waiting) {
                LOG.info("Consumer {} waits for topic {}", group, topic);
                waiting = true;
            }
            pause(500);
        }
        return false;
    }

    private Map<TopicPartition, OffsetAndMetadata> worked(
            Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        // Ends of transactions move a partition on without a record; committed too, a partition that is read up is seen
        // to be.
        var done = new HashMap<>(records.nextOffsets());
        done.keySet().removeAll(records.partitions());
        done.keySet().forEach(waiting::remove);
        for (var partition : records.partitions()) {
            var batch = records.records(partition);
            if (isStopping()) {
                break;
            }
            try {
                work.handle(partition.partition(), batch);
                done.put(partition, records.nextOffsets().get(partition));
                failures.remove(partition);
                if (consumer.currentLag(partition).orElse(0) > 0) {
                    waiting.put(partition, batch.getLast().timestamp());
                } else {
                    waiting.remove(partition);
                }
            } catch (EpochChanged e) {
                LOG.error("Consumer {} stopped {}: {}", group, partition, e.getMessage());
                stopped.put(partition.partition(), String.valueOf(e.getMessage()));
                setBack(consumer, partition, batch.getFirst());
            } catch (RuntimeException e) {
                var failure = Failure.after(failures.get(partition), e, nanoTime());
                failures.put(partition, failure);
                failure.tell(LOG, group, partition, batch.getFirst().offset(), e);
                setBack(consumer, partition, batch.getFirst());
            }
        }
        return done;
    }

    /** What could not be committed is tried again, also when nothing more comes: others see by it what is done. */
    private void commit(Consumer<byte[], byte[]> consumer) {
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(Map.copyOf(uncommitted), ANSWER);
            uncommitted.clear();
        } catch (KafkaException e) {
            // The work is done and guarded by its positions: the same records may come again and change nothing.
            LOG.info("Consumer {} could not commit its offsets and tries again: {}", group, e.toString());
        }
    }

    private void setBack(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, ConsumerRecord<byte[], byte[]> next) {
        waiting.put(partition, next.timestamp());
        consumer.seek(partition, next.offset());
        consumer.pause(Set.of(partition));
    }

    private void resumeDue(Consumer<byte[], byte[]> consumer) {
        var now = nanoTime();
        var due = consumer.paused().stream()
                .filter(partition -> !stopped.containsKey(partition.partition()))
                .filter(partition -> isDue(failures.get(partition), now))
                .toList();
        consumer.resume(due);
    }

    private static boolean isDue(@Nullable Failure failure, long now) {
        return failure == null || now - failure.retryAt() >= 0;
    }

    private static long lagOf(Consumer<byte[], byte[]> consumer) {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    long nanoTime() {
        return System.nanoTime();
    }

    /** Ends early when it is stopped. */
    void pause(long millis) {
        try {
            stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    /**
     * A partition begins where its effects end, which Kafka's offset may be ahead of; one that goes to another member takes
     * nothing of ours along.
     */
    private final class Members implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        Members(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.committed(Set.copyOf(partitions), ANSWER).forEach((partition, committed) -> {
                var next = work.next(partition.partition());
                if (committed != null && next < committed.offset()) {
                    consumer.seek(partition, next);
                }
            });
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> {
                failures.remove(partition);
                uncommitted.remove(partition);
                waiting.remove(partition);
                stopped.remove(partition.partition());
            });
        }
    }
}
