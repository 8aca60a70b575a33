package io.milepost.platform.inbox;

import io.milepost.platform.relay.EventTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a topic with a consumer of its own, up to where it ends when the reading begins. */
final class TopicHistory implements History {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    TopicHistory(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    @Override
    public void read(String source, BatchHandler handler) {
        read(source, Map.of(), handler);
    }

    @Override
    public Map<Integer, Long> read(String source, Map<Integer, Long> from, BatchHandler handler) {
        var topic = new EventTopic(source).name();
        try (var consumer = consumers.get()) {
            return consumer.listTopics(ANSWER).containsKey(topic)
                    ? read(consumer, source, topic, from, handler)
                    : Map.of();
        } catch (KafkaException e) {
            throw new Backlog.Unknown("the broker does not hand over the events of " + source, e);
        }
    }

    private static Map<Integer, Long> read(
            Consumer<byte[], byte[]> consumer,
            String source,
            String topic,
            Map<Integer, Long> from,
            BatchHandler handler) {
        var partitions = consumer.partitionsFor(topic, ANSWER).stream()
                .filter(info -> from.isEmpty() || from.containsKey(info.partition()))
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        if (from.isEmpty()) {
            consumer.seekToBeginning(partitions);
        }
        from.forEach((partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
        var ends = consumer.endOffsets(partitions, ANSWER);
        var open = new ArrayList<>(partitions);
        var movedAt = System.nanoTime();
        var before = -1L;
        // Ends of transactions take offsets too: a position says where a partition is read up, no record does.
        while (true) {
            var read = open.stream()
                    .filter(partition -> consumer.position(partition, ANSWER) >= end(ends, partition))
                    .toList();
            consumer.pause(read);
            open.removeAll(read);
            if (open.isEmpty()) {
                return ends.entrySet().stream()
                        .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
            }
            var at = partitions.stream()
                    .mapToLong(partition -> consumer.position(partition, ANSWER))
                    .sum();
            if (at > before) {
                before = at;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
                throw new TimeoutException("no more of %s came within %s".formatted(topic, PATIENCE));
            }
            var records = consumer.poll(POLL);
            for (var partition : records.partitions()) {
                var sent = records.records(partition).stream()
                        .filter(record -> record.offset() < end(ends, partition))
                        .toList();
                var events = events(source, sent, handler);
                if (!events.isEmpty()) {
                    handler.handle(partition.partition(), events);
                }
            }
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private static List<Inbound> events(
            String source, List<ConsumerRecord<byte[], byte[]>> records, BatchHandler handler) {
        var events = new ArrayList<Inbound>(records.size());
        for (var record : records) {
            try {
                events.add(Arrival.of(record).event());
            } catch (Inbound.Unreadable e) {
                handler.pass(Unread.at(source, record));
            }
        }
        return List.copyOf(events);
    }
}
