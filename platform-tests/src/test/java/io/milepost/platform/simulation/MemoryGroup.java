package io.milepost.platform.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group. Each partition has one member at most; it goes to another when its member has given it back, or has not been
 * heard of for long, which that member learns when it polls again.
 */
final class MemoryGroup {

    private static final long SESSION_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final MemoryBroker broker;
    private final Schedule schedule;
    private final List<Member> members = new ArrayList<>();
    private final Map<TopicPartition, Member> owners = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private int rotation;

    MemoryGroup(MemoryBroker broker, Schedule schedule) {
        this.broker = broker;
        this.schedule = schedule;
    }

    /** One consumer's membership. */
    static final class Member {
        private final Instance instance;
        private long heard;

        Member(Instance instance) {
            this.instance = instance;
        }
    }

    /** Whether it had to join, anew if it was a member before. */
    boolean heard(Member member) {
        member.heard = schedule.nanoTime();
        members.stream()
                .filter(other -> other != member && isLost(other))
                .toList()
                .forEach(this::leave);
        if (schedule.random().nextInt(40) == 0) {
            rotation++;
        }
        if (members.contains(member)) {
            return false;
        }
        members.add(member);
        broker.changed();
        return true;
    }

    void leave(Member member) {
        if (members.remove(member)) {
            owners.values().removeIf(owner -> owner == member);
            broker.changed();
        }
    }

    boolean isMember(Member member) {
        return members.contains(member);
    }

    /** What it should have, in the end. */
    Set<TopicPartition> target(Member member, List<TopicPartition> all) {
        var target = new HashSet<TopicPartition>();
        for (int i = 0; i < all.size(); i++) {
            if (members.get((i + rotation) % members.size()) == member) {
                target.add(all.get(i));
            }
        }
        return target;
    }

    void giveBack(Member member, TopicPartition partition) {
        if (owners.remove(partition, member)) {
            broker.changed();
        }
    }

    boolean take(Member member, TopicPartition partition) {
        return owners.putIfAbsent(partition, member) == null;
    }

    @Nullable
    OffsetAndMetadata committed(TopicPartition partition) {
        return offsets.get(partition);
    }

    void commit(Member member, Map<TopicPartition, OffsetAndMetadata> done) {
        if (!isMember(member) || done.keySet().stream().anyMatch(partition -> owners.get(partition) != member)) {
            throw new CommitFailedException("the partitions are another member's");
        }
        offsets.putAll(done);
    }

    /** Everything is handed over once more, from some offset on. */
    void rewind() {
        offsets.replaceAll(
                (_, offset) -> new OffsetAndMetadata(schedule.random().nextLong(offset.offset() + 1)));
    }

    private boolean isLost(Member member) {
        return schedule.nanoTime() - member.heard > SESSION_NANOS
                || (member.instance.isDead() && schedule.random().nextInt(3) == 0);
    }
}
