package io.milepost.platform.simulation;

import static java.util.stream.Collectors.toMap;

import io.milepost.platform.relay.EventTopic;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A consumer of one process, of committed records, with or without a group; just the calls that the platform makes. */
public final class MemoryConsumer implements InvocationHandler {

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final MemoryBroker broker;
    private final Instance instance;
    private final @Nullable MemoryGroup group;
    private final MemoryGroup.Member member;
    private final Map<TopicPartition, Long> positions = new LinkedHashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private List<TopicPartition> subscribed = List.of();
    private @Nullable ConsumerRebalanceListener listener;

    private MemoryConsumer(MemoryBroker broker, Instance instance, @Nullable MemoryGroup group) {
        this.broker = broker;
        this.instance = instance;
        this.group = group;
        member = new MemoryGroup.Member(instance);
    }

    @SuppressWarnings("unchecked")
    static Consumer<byte[], byte[]> of(MemoryBroker broker, Instance instance, Map<String, Object> settings) {
        var name = (String) settings.get(ConsumerConfig.GROUP_ID_CONFIG);
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                MemoryConsumer.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                new MemoryConsumer(broker, instance, name == null ? null : broker.group(name)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) {
        var first = arguments == null || arguments.length == 0 ? null : arguments[0];
        return switch (method.getName()) {
            case "listTopics" -> Map.of(new EventTopic(ChainStory.SOURCE).name(), List.of());
            case "assign", "seekToBeginning" -> {
                ((Collection<TopicPartition>) first).forEach(partition -> positions.put(partition, 0L));
                yield null;
            }
            case "endOffsets" -> ends((Collection<TopicPartition>) first);
            case "position" -> positions.get((TopicPartition) first);
            case "subscribe" -> subscribe(((Collection<String>) first), (ConsumerRebalanceListener) arguments[1]);
            case "poll" -> poll();
            case "committed" -> committed((Set<TopicPartition>) first);
            case "commitSync" -> commit((Map<TopicPartition, OffsetAndMetadata>) first);
            case "seek" -> positions.put((TopicPartition) first, (Long) arguments[1]);
            case "pause" -> paused.addAll((Collection<TopicPartition>) first);
            case "resume" -> paused.removeAll((Collection<TopicPartition>) first);
            case "paused" -> Set.copyOf(paused);
            case "assignment" -> Set.copyOf(positions.keySet());
            case "metrics" -> Map.of();
            case "currentLag" -> OptionalLong.empty();
            case "close" -> close();
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private @Nullable Object subscribe(Collection<String> topics, ConsumerRebalanceListener told) {
        listener = told;
        subscribed = topics.stream()
                .flatMap(topic -> IntStream.range(0, EventTopic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
        return null;
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return instance.ask(
                () -> "asks for the ends",
                MemoryConsumer::silence,
                () -> partitions.stream().collect(toMap(partition -> partition, broker::stable)));
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
        return instance.ask(() -> "asks for its offsets", MemoryConsumer::silence, () -> {
            var committed = new HashMap<TopicPartition, OffsetAndMetadata>();
            partitions.forEach(partition -> committed.put(partition, group.committed(partition)));
            return committed;
        });
    }

    private @Nullable Object commit(Map<TopicPartition, OffsetAndMetadata> done) {
        boolean _ = instance.ask(() -> "commits offsets " + done.values(), MemoryConsumer::silence, () -> {
            group.commit(member, done);
            return true;
        });
        return null;
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        if (group != null) {
            rebalance();
            long seen = broker.version();
            if (positions.keySet().stream().noneMatch(this::hasMore)) {
                instance.await(() -> broker.version() != seen, paused.isEmpty() ? IDLE_NANOS : IDLE_NANOS / 20);
            }
        }
        return fetched();
    }

    private boolean hasMore(TopicPartition partition) {
        return !paused.contains(partition) && positions.get(partition) < broker.stable(partition);
    }

    private void rebalance() {
        if (group.heard(member) && !positions.isEmpty()) {
            listener.onPartitionsLost(List.copyOf(positions.keySet()));
            positions.clear();
            paused.clear();
        }
        var target = group.target(member, subscribed);
        var lost = positions.keySet().stream()
                .filter(partition -> !target.contains(partition))
                .toList();
        if (!lost.isEmpty()) {
            listener.onPartitionsRevoked(lost);
            lost.forEach(partition -> {
                positions.remove(partition);
                paused.remove(partition);
                group.giveBack(member, partition);
            });
        }
        var gained = target.stream()
                .filter(partition -> !positions.containsKey(partition) && group.take(member, partition))
                .toList();
        if (!gained.isEmpty()) {
            if (instance.replays()) {
                group.rewind();
            }
            gained.forEach(partition -> {
                var committed = group.committed(partition);
                positions.put(partition, committed == null ? 0 : committed.offset());
            });
            try {
                listener.onPartitionsAssigned(gained);
            } catch (RuntimeException failed) {
                throw new KafkaException("User rebalance callback throws an error", failed);
            }
        }
    }

    private ConsumerRecords<byte[], byte[]> fetched() {
        int left =
                group == null ? Integer.MAX_VALUE : instance.schedule().random().nextInt(1, 8);
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        var byPartition = new LinkedHashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        for (var partition : List.copyOf(positions.keySet())) {
            long stable = broker.stable(partition);
            long position = positions.get(partition);
            if (paused.contains(partition) || position >= stable) {
                continue;
            }
            var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            for (; position < stable && left > 0; position++) {
                var entry = broker.entries(partition).get((int) position);
                if (broker.isSeen(entry)) {
                    found.add(record(partition, position, entry));
                    left--;
                }
            }
            positions.put(partition, position);
            next.put(partition, new OffsetAndMetadata(position));
            if (!found.isEmpty()) {
                byPartition.put(partition, found);
            }
        }
        instance.step();
        return new ConsumerRecords<>(byPartition, next);
    }

    private static ConsumerRecord<byte[], byte[]> record(
            TopicPartition partition, long offset, MemoryBroker.Entry entry) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                entry.key(),
                entry.value(),
                entry.headers(),
                Optional.empty());
    }

    private @Nullable Object close() {
        if (group != null && !instance.isDead()) {
            group.leave(member);
        }
        return null;
    }

    private static RuntimeException silence(boolean applied) {
        return new TimeoutException("no answer");
    }
}
