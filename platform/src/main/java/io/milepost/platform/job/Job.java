package io.milepost.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One batch and how far it is. What was sent is not kept: it may say something of persons, and whoever sent it has it.
 *
 * @param id made of who sent it and its key, so that it is there once
 * @param owner who sent it, and alone may know of it
 * @param hash of what was sent
 * @param run tells this working on it from an earlier one
 * @param items how many it has
 * @param seenAt when it was last worked on
 * @param finishedAt null while it is worked on
 * @param expiresAt when it is forgotten
 */
public record Job(
        UUID id,
        String owner,
        String hash,
        UUID run,
        Status status,
        int items,
        Tally tally,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant finishedAt,
        Instant expiresAt) {

    /** What is being done with it. */
    public enum Status {
        RUNNING,
        DONE,
        CANCELLED,
        /** Whoever worked on it ended before it did. */
        INTERRUPTED
    }

    /**
     * What became of items so far.
     *
     * @param accepted now or before
     * @param refused for good
     * @param open that have no outcome yet and may be sent again
     */
    public record Tally(int accepted, int refused, int open) {
        public static final Tally NOTHING = new Tally(0, 0, 0);

        public Tally plus(Tally more) {
            return new Tally(accepted + more.accepted, refused + more.refused, open + more.open);
        }

        public int done() {
            return accepted + refused + open;
        }
    }

    /** As it stands at this time: one that nobody has worked on for so long is worked on no more. */
    public Job at(Instant now, Duration silence) {
        return status == Status.RUNNING && seenAt.plus(silence).isBefore(now) ? as(Status.INTERRUPTED) : this;
    }

    /** Whether it is worth sending again: what was done is then told again, and the rest is tried. */
    public boolean mayGoOn() {
        return switch (status) {
            case RUNNING -> false;
            case DONE -> tally.open() > 0;
            case CANCELLED, INTERRUPTED -> true;
        };
    }

    private Job as(Status other) {
        return new Job(id, owner, hash, run, other, items, tally, startedAt, seenAt, finishedAt, expiresAt);
    }
}
