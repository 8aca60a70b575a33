package io.milepost.platform.relay;

import io.milepost.platform.eventlog.EventLog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where publishing goes on. Whatever could lose an event or publish one twice is left to an operator, whose position counts only
 * while it is needed: once a checkpoint that fits is written, the setting has no effect.
 *
 * @param resumeAfter {@code milepost.relay.resume-after}: the topic stays as it is and goes on after this position
 * @param republish {@code milepost.relay.republish}: the epoch with which the topic is emptied and begun anew
 */
record StartingPoint(@Nullable Long resumeAfter, @Nullable String republish) {

    /**
     * How publishing begins.
     *
     * @param after position of the last event that stands on the topic
     * @param emptied whether what stands there has to go first
     */
    record Start(long after, boolean emptied) {}

    Start in(EventLog log, Optional<Checkpoint> checkpoint, boolean topicHoldsEvents) {
        // Another instance may have published what it stored, and this one has not met it in the log yet.
        checkpoint.ifPresent(last -> log.reaches(last.position()).join());
        return in(log.head(), log.epoch(), checkpoint, topicHoldsEvents);
    }

    Start in(long head, String epoch, Optional<Checkpoint> checkpoint, boolean topicHoldsEvents) {
        if (checkpoint.isEmpty()) {
            return topicHoldsEvents && head > 0
                    ? operators("the topic holds events but its checkpoint is lost", head, epoch)
                    : new Start(0, false);
        }
        var last = checkpoint.get();
        if (!last.epoch().equals(epoch)) {
            return operators("the log has begun a new epoch: it was restored or replaced", head, epoch);
        }
        if (last.position() > head) {
            return operators(
                    "position %d is published but the log ends at %d".formatted(last.position(), head), head, epoch);
        }
        if (last.position() > 0 && !topicHoldsEvents) {
            return operators(
                    "position %d is checkpointed but the topic is empty".formatted(last.position()), head, epoch);
        }
        return new Start(last.position(), false);
    }

    private Start operators(String reason, long head, String epoch) {
        if (epoch.equals(republish)) {
            return new Start(0, true);
        }
        if (resumeAfter == null || resumeAfter > head) {
            throw new OperatorNeeded(
                    ("%s; if all that is published stands in the log, set milepost.relay.resume-after to its last"
                                    + " position, at most %d; if not, set milepost.relay.republish to %s")
                            .formatted(reason, head, epoch));
        }
        return new Start(resumeAfter, false);
    }
}
