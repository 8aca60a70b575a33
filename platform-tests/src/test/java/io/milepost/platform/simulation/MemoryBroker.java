package io.milepost.platform.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A broker's topics with what Kafka promises of them: one producer of a transactional id, the one that was opened last; a
 * transaction's records seen all or none; its end decided at once and marked on each partition a little later, by an offset of its
 * own, up to which no reader of committed records gets before.
 */
final class MemoryBroker {

    private final Schedule schedule;
    private final Set<Flaw> flaws;
    private final Map<TopicPartition, List<Entry>> logs = new HashMap<>();
    private final Map<String, Integer> epochs = new HashMap<>();
    private final Map<String, Transaction> transactions = new HashMap<>();
    private final Map<String, MemoryGroup> groups = new TreeMap<>();
    private long version;

    MemoryBroker(Schedule schedule, Set<Flaw> flaws) {
        this.schedule = schedule;
        this.flaws = flaws;
    }

    /** What stands at an offset; a marker has neither key nor value. */
    record Entry(
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Headers headers,
            @Nullable Transaction transaction) {
        boolean isMarker() {
            return value == null;
        }

        boolean isCommitted() {
            return transaction == null || transaction.committed;
        }
    }

    static final class Transaction {
        private final Set<TopicPartition> unmarked = new HashSet<>();
        private boolean decided;
        private boolean committed;
    }

    boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }

    /** Changes with all that a waiting consumer may wait for. */
    long version() {
        return version;
    }

    void changed() {
        version++;
    }

    MemoryGroup group(String name) {
        return groups.computeIfAbsent(name, _ -> new MemoryGroup(this, schedule));
    }

    /** Whether a group has read all that can be read. */
    boolean isReadUp(String group, List<TopicPartition> partitions) {
        return partitions.stream().allMatch(partition -> {
            var committed = group(group).committed(partition);
            return (committed == null ? 0 : committed.offset())
                    == entries(partition).size();
        });
    }

    /** Opens a producer: the one before it can do nothing more, and what it left is ended. */
    int open(String id) {
        var left = transactions.get(id);
        if (left != null && !has(Flaw.A_ZOMBIE_IS_NOT_FENCED)) {
            if (!left.decided) {
                decide(left, false);
            }
            settle(left);
        }
        return epochs.merge(id, 1, Integer::sum);
    }

    void append(String id, int epoch, List<ProducerRecord<byte[], byte[]>> records) {
        fence(id, epoch);
        var transaction = transactions.get(id);
        if (transaction == null || transaction.decided) {
            if (transaction != null) {
                settle(transaction);
            }
            transaction = new Transaction();
            transactions.put(id, transaction);
        }
        for (var record : records) {
            transaction.unmarked.add(add(record, transaction));
        }
        changed();
    }

    /** A record outside of any transaction. */
    void append(ProducerRecord<byte[], byte[]> record) {
        var _ = add(record, null);
        changed();
    }

    void commit(String id, int epoch) {
        fence(id, epoch);
        var transaction = transactions.get(id);
        if (transaction == null || transaction.decided) {
            return;
        }
        decide(transaction, true);
        for (var partition : List.copyOf(transaction.unmarked)) {
            if (schedule.random().nextInt(3) == 0) {
                schedule.later(() -> mark(transaction, partition));
            } else {
                mark(transaction, partition);
            }
        }
    }

    void abort(String id, int epoch) {
        fence(id, epoch);
        var transaction = transactions.get(id);
        if (transaction != null && !transaction.decided) {
            decide(transaction, false);
            settle(transaction);
        }
    }

    List<Entry> entries(TopicPartition partition) {
        return logs.getOrDefault(partition, List.of());
    }

    /** The offset up to which all transactions have ended. */
    long stable(TopicPartition partition) {
        var entries = entries(partition);
        for (int offset = 0; offset < entries.size(); offset++) {
            var transaction = entries.get(offset).transaction();
            if (transaction != null && transaction.unmarked.contains(partition)) {
                return offset;
            }
        }
        return entries.size();
    }

    boolean isSeen(Entry entry) {
        return !entry.isMarker() && entry.isCommitted();
    }

    private TopicPartition add(ProducerRecord<byte[], byte[]> record, @Nullable Transaction transaction) {
        var partition = new TopicPartition(record.topic(), record.partition());
        logs.computeIfAbsent(partition, _ -> new ArrayList<>())
                .add(new Entry(record.key(), record.value(), record.headers(), transaction));
        return partition;
    }

    private void fence(String id, int epoch) {
        if (epochs.getOrDefault(id, 0) != epoch && !has(Flaw.A_ZOMBIE_IS_NOT_FENCED)) {
            throw new InvalidProducerEpochException("another producer of " + id + " was opened");
        }
    }

    private static void decide(Transaction transaction, boolean committed) {
        transaction.decided = true;
        transaction.committed = committed;
    }

    private void settle(Transaction transaction) {
        List.copyOf(transaction.unmarked).forEach(partition -> mark(transaction, partition));
    }

    private void mark(Transaction transaction, TopicPartition partition) {
        if (transaction.unmarked.remove(partition)) {
            logs.get(partition).add(new Entry(null, null, null, transaction));
            changed();
        }
    }
}
