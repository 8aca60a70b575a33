package io.milepost.platform.inbox;

import io.milepost.platform.relay.EventTopic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a subscription still has to read, over all its instances: the broker is asked, no instance's memory. */
public final class Backlog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final long ANSWER_MS = 2_000;

    private final Admin admin;

    Backlog(Admin admin) {
        this.admin = admin;
    }

    /**
     * Partitions of the source's topic to which something had been sent, before this call, that the group is not done with.
     * Open transactions count as sent: whoever has seen one event of a source and then finds a partition not behind has
     * had all earlier events of that partition, because a source sends its events in order.
     *
     * @throws Unknown when the broker cannot be asked
     */
    public Set<Integer> behind(String group, String source) {
        return unread(group, source).keySet();
    }

    /**
     * By partition that is {@link #behind}, how many records it is behind; the ends of transactions count too, so there are at most so
     * many events.
     *
     * @throws Unknown when the broker cannot be asked
     */
    public SortedMap<Integer, Long> unread(String group, String source) {
        var behind = new TreeMap<Integer, Long>();
        try {
            var sent = offsets(source, OffsetSpec.latest());
            // What was deleted is nobody's to read; a partition that holds nothing more is not behind.
            var kept = offsets(source, OffsetSpec.earliest());
            var done = answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            sent.forEach((partition, end) -> {
                long from = Math.max(offset(done, partition), kept.getOrDefault(partition, 0L));
                if (end > from) {
                    behind.put(partition.partition(), end - from);
                }
            });
        } catch (UnknownTopicOrPartitionException e) {
            // The source has never been started, so it has said nothing.
            behind.clear();
        }
        return behind;
    }

    /**
     * Removes a group that nobody needs any more, with its offsets. Doing it again does no harm.
     *
     * @return false while somebody still reads in it; then nothing was removed
     * @throws Unknown when the broker cannot be asked
     */
    public boolean forget(String group, String source) {
        try {
            answer(admin.deleteConsumerGroups(List.of(group)).all());
        } catch (GroupNotEmptyException e) {
            return false;
        } catch (GroupIdNotFoundException e) {
            LOG.debug("Group {} is not there: it was removed before, or never read", group);
        }
        return true;
    }

    private Map<TopicPartition, Long> offsets(String source, OffsetSpec which) {
        var asked = IntStream.range(0, EventTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(new EventTopic(source).name(), partition))
                .collect(Collectors.toMap(Function.identity(), partition -> which));
        var answered = new HashMap<TopicPartition, Long>();
        answer(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .all())
                .forEach((partition, found) -> answered.put(partition, found.offset()));
        return answered;
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> done, TopicPartition partition) {
        var reached = done.get(partition);
        return reached == null ? 0 : reached.offset();
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get(ANSWER_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case UnknownTopicOrPartitionException unknown -> throw unknown;
                case GroupNotEmptyException read -> throw read;
                case GroupIdNotFoundException missing -> throw missing;
                case null, default -> {}
            }
            throw new Unknown("the broker does not say what is unread", e);
        } catch (TimeoutException e) {
            throw new Unknown("the broker did not say in time what is unread", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unknown("interrupted while waiting for the broker", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(ANSWER_MS));
    }

    /** The broker cannot be asked at present. */
    public static final class Unknown extends RuntimeException {
        public Unknown(String message, Exception cause) {
            super(message, cause);
        }
    }
}
