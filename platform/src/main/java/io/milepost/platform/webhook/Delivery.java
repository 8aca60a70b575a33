package io.milepost.platform.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one receiver.
 *
 * @param position of the event in the log
 * @param event its id, which is also the {@code webhook-id} of each attempt
 * @param attempts the last ones, oldest first
 */
record Delivery(UUID webhook, long position, UUID event, String type, Status status, List<Attempt> attempts) {
    Delivery {
        attempts = List.copyOf(attempts);
    }

    /** Whether a receiver may have it, also one that did not take it. */
    boolean hasLeft() {
        return status == Status.DELIVERED || attempts.stream().anyMatch(Attempt::hasLeft);
    }

    /** What has become of it. */
    enum Status {
        PENDING,
        /** Answered 2xx. */
        DELIVERED,
        /** Tried as often as it is tried. */
        GIVEN_UP,
        /** The webhook may not know of the entity, or it could not be told whether it may. */
        WITHHELD,
        /** The webhook was removed. */
        CANCELLED
    }

    /**
     * It was sent once.
     *
     * @param status of the answer, null where there was none
     * @param error in one word, where there was no answer
     */
    record Attempt(
            Instant at,
            long millis,
            @Nullable Integer status,
            @Nullable String error) {
        boolean hasLeft() {
            return status != null || !HttpReceiver.NOT_SENT.contains(String.valueOf(error));
        }
    }

    /**
     * Events of one entity for one receiver, of which one is under way at a time.
     *
     * @param version which changes whenever another event is put into it
     * @param failed how often its first event was tried in vain
     * @param since when that one was tried first; null before
     */
    record Lane(
            String id, long version, int failed, @Nullable Instant since) {
        Lane afresh() {
            return new Lane(id, version, 0, null);
        }
    }

    /**
     * A range that is put into the lanes once more.
     *
     * @param id of the event that asked for it
     * @param next position to go on with
     */
    record Replay(UUID id, UUID webhook, long next, long to) {}
}
