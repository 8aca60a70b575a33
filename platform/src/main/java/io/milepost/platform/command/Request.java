package io.milepost.platform.command;

import io.milepost.platform.access.Sight;
import io.milepost.platform.decision.Who;
import io.milepost.platform.externalid.ExternalId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One command on its way to a decision, whether it came over HTTP, in a batch, from an automation or a timer.
 *
 * @param id the entity it is for
 * @param command a record that one of the service's catalogues declares
 * @param requestId becomes the commit's {@code r} (architecture 5)
 * @param requestHash becomes the commit's {@code q}
 * @param effectiveAt stated time, or null for the time of arrival
 * @param timing how {@code effectiveAt} is held against the entity's last
 * @param who sends it
 * @param sight whose entities the sender may know of
 * @param ifMatch position that the entity must stand at, or null
 * @param validateOnly decide and answer, store nothing
 * @param externalIds what other systems call the entity that a create makes; none of any other command
 * @param metadata correlation, causation, traceparent: see {@link io.milepost.platform.eventlog.Metadata}
 */
public record Request(
        UUID id,
        Record command,
        String requestId,
        byte[] requestHash,
        @Nullable Instant effectiveAt,
        Timing timing,
        Who who,
        Sight sight,
        @Nullable Long ifMatch,
        boolean validateOnly,
        List<ExternalId> externalIds,
        Map<String, String> metadata) {

    public Request {
        externalIds = List.copyOf(externalIds);
        metadata = Map.copyOf(metadata);
    }

    /** One that says nothing of what other systems call the entity. */
    public Request(
            UUID id,
            Record command,
            String requestId,
            byte[] requestHash,
            @Nullable Instant effectiveAt,
            Timing timing,
            Who who,
            Sight sight,
            @Nullable Long ifMatch,
            boolean validateOnly,
            Map<String, String> metadata) {
        this(
                id,
                command,
                requestId,
                requestHash,
                effectiveAt,
                timing,
                who,
                sight,
                ifMatch,
                validateOnly,
                List.of(),
                metadata);
    }

    /** Whose clock rules. */
    public enum Timing {
        /** No earlier time than that of arrival may be stated. */
        PRESENT,
        /** An earlier time may be stated: role IMPORTER, or the row allows backdating. */
        BACKDATED,
        /** The later of the stated time and the entity's last: an automation follows its cause. */
        FOLLOWING
    }
}
