package io.milepost.platform.timer;

import io.milepost.platform.access.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the service's entities wait for, as far as the log has been read. All calls block: make them on a virtual thread. */
public interface DueDates {

    /**
     * One date that has not had its effect yet.
     *
     * @param entity that is sent the command
     * @param owner code of the team member whom it concerns, or null
     * @param command name of the catalogue row
     */
    record Item(
            String id,
            String kind,
            String aggregate,
            UUID entity,
            Instant dueAt,
            @Nullable String owner,
            String command) {}

    /**
     * The next ones in the order of their times.
     *
     * @param owner only this member's, or null for all
     * @param sight whose may be told of; a date that concerns nobody is everybody's
     * @param before only what is due before this time, or null for all
     * @param after id of the last one already seen, or null to begin
     */
    List<Item> next(@Nullable String owner, Sight sight, @Nullable Instant before, @Nullable String after, int most);

    /** Position of the log up to which the due dates are known. */
    long position();

    /** Entities whose dates are missing, because an event of theirs cannot be read or folded. */
    long setAside();

    /** For how long they have been behind the log, at most; zero when they are not. */
    Duration lag();

    /** Waits until this position is known; false when it was not in time. */
    boolean await(long position, Duration timeout);
}
