package io.milepost.platform.inbox;

import io.milepost.platform.observe.ClientFigures;
import io.milepost.platform.relay.EventTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic from its first event on and goes on with what comes, for what each instance keeps in memory: outside of any consumer
 * group, with no position kept. A fault of the broker is tried again for ever and shows as lag.
 */
public final class TopicTail implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration SILENT = Duration.ofSeconds(30);

    private final String source;
    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final BatchHandler handler;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile long lag = -1;
    private volatile long looked = System.nanoTime();

    TopicTail(String source, Supplier<Consumer<byte[], byte[]>> consumers, BatchHandler handler) {
        this.source = source;
        this.topic = new EventTopic(source).name();
        this.consumers = consumers;
        this.handler = handler;
    }

    /** Records of the topic that wait to be read; -1 while it has not been asked, cannot be, or whoever asks it hangs. */
    public long lag() {
        return System.nanoTime() - looked > SILENT.toNanos() ? -1 : lag;
    }

    /** Ends {@link #run} after the batch under way. */
    public void stop() {
        stopping.countDown();
    }

    @Override
    public void run() {
        while (isRunning()) {
            try (var consumer = consumers.get()) {
                follow(consumer);
            } catch (KafkaException fault) {
                note(-1);
                LOG.warn("The tail of {} starts over", topic, fault);
                pause(1_000);
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        while (isRunning() && !consumer.listTopics(ANSWER).containsKey(topic)) {
            // Its producer makes it, and may start later.
            note(0);
            pause(500);
        }
        if (!isRunning()) {
            return;
        }
        var partitions = consumer.partitionsFor(topic, ANSWER).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, next.getOrDefault(partition, 0L)));
        var figures = new ClientFigures(consumer::metrics);
        while (isRunning()) {
            var records = consumer.poll(POLL);
            for (var partition : records.partitions()) {
                handler.handle(partition.partition(), events(records.records(partition)));
            }
            next.putAll(positions(consumer, partitions));
            // Without a connection it is not known what there is to read.
            note(figures.of("connection-count") > 0 ? lagOf(consumer, partitions) : -1);
        }
    }

    private void note(long waiting) {
        lag = waiting;
        looked = System.nanoTime();
    }

    private static Map<TopicPartition, Long> positions(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var positions = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition, ANSWER)));
        return positions;
    }

    private static long lagOf(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        return partitions.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    private List<Inbound> events(List<ConsumerRecord<byte[], byte[]>> records) {
        var events = new ArrayList<Inbound>(records.size());
        for (var record : records) {
            try {
                events.add(Arrival.of(record).event());
            } catch (Inbound.Unreadable unreadable) {
                handler.pass(Unread.at(source, record));
            }
        }
        return List.copyOf(events);
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void pause(long millis) {
        try {
            stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            stopping.countDown();
        }
    }
}
