package io.milepost.suite;

import io.milepost.suite.check.Published;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands on the services' topics, as any consumer sees it, and how far their own consumers have come. */
public final class Topics implements AutoCloseable {

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Part, List<Published>> read = new HashMap<>();

    public Topics(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = new ArrayList<TopicPartition>();
        for (var part : Part.WRITING) {
            read.put(part, new ArrayList<>());
            consumer.partitionsFor(topic(part))
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on to what are the ends now; {@link #published} has it then. */
    public void readOn() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var sent : consumer.poll(Duration.ofMillis(200))) {
                var part = Part.WRITING.stream()
                        .filter(one -> topic(one).equals(sent.topic()))
                        .findFirst()
                        .orElseThrow();
                read.get(part).add(published(sent));
            }
        }
    }

    /** All that was read of a service's topic so far, each partition in its order. */
    public List<Published> published(Part part) {
        return List.copyOf(read.get(part));
    }

    /** Committed records that a group of consumers has not done yet, by group and partition. */
    Map<String, Long> waiting() {
        var ends = consumer.endOffsets(consumer.assignment());
        var waiting = new HashMap<String, Long>();
        for (var group : groups()) {
            for (var done : offsets(group).entrySet()) {
                long open =
                        ends.getOrDefault(done.getKey(), 0L) - done.getValue().offset();
                if (open > 0) {
                    waiting.put(group + " on " + done.getKey(), open);
                }
            }
        }
        return waiting;
    }

    List<String> groups() {
        try {
            return admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get(30, TimeUnit.SECONDS).stream()
                    .map(GroupListing::groupId)
                    .sorted()
                    .toList();
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker does not list its groups", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker does not tell the offsets of " + group, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String topic(Part part) {
        return part.shortName() + ".events.v1";
    }

    private static Published published(ConsumerRecord<byte[], byte[]> sent) {
        return new Published(
                sent.partition(),
                sent.offset(),
                new String(sent.key(), StandardCharsets.UTF_8),
                Long.parseLong(header(sent, "ce_sequence")),
                header(sent, "ce_id"),
                sent.value());
    }

    private static String header(ConsumerRecord<byte[], byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
