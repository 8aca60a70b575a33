package io.milepost.platform.relay;

import io.milepost.platform.eventlog.EventLog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where publishing goes on. Whatever could lose an event or publish one twice is left to an operator, whose position counts only
 * while it is needed: once a checkpoint that fits is written, the setting has no effect.
 *
 * @param resumeAfter {@code milepost.relay.resume-after}
 */
record StartingPoint(@Nullable Long resumeAfter) {

    long in(EventLog log, Optional<Checkpoint> checkpoint, boolean topicHoldsEvents) {
        return in(log.head(), log.epoch(), checkpoint, topicHoldsEvents);
    }

    long in(long head, String epoch, Optional<Checkpoint> checkpoint, boolean topicHoldsEvents) {
        if (checkpoint.isEmpty()) {
            return topicHoldsEvents && head > 0
                    ? operators("the topic holds events but its checkpoint is lost", head)
                    : 0;
        }
        var last = checkpoint.get();
        if (!last.epoch().equals(epoch)) {
            return operators("the log has begun a new epoch: it was restored or replaced", head);
        }
        if (last.position() > head) {
            return operators("position %d is published but the log ends at %d".formatted(last.position(), head), head);
        }
        if (last.position() > 0 && !topicHoldsEvents) {
            return operators("position %d is checkpointed but the topic is empty".formatted(last.position()), head);
        }
        return last.position();
    }

    private long operators(String reason, long head) {
        if (resumeAfter == null || resumeAfter > head) {
            throw new OperatorNeeded(
                    "%s; set milepost.relay.resume-after to the last position that is published, at most %d"
                            .formatted(reason, head));
        }
        return resumeAfter;
    }
}
