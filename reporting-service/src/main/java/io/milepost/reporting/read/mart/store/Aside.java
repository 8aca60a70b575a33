package io.milepost.reporting.read.mart.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subject that a dataset or reference goes on without, from an event on.
 *
 * @param dataset or reference; {@link Feed#RECORD} for a record of which nobody can tell what it is about
 * @param subject of a record, an id made of its place
 * @param type of the event; of a record, its topic and partition
 * @param position of the event; of a record, its offset
 * @param cause what failed, without any of the event's data
 * @param since when the event was recorded, or the record was sent
 * @param acknowledgedAt when an operator said that a record is known of; null for a subject
 */
public record Aside(
        String dataset,
        UUID subject,
        String source,
        String type,
        long position,
        String cause,
        Instant since,
        @Nullable Instant acknowledgedAt) {

    public boolean isRecord() {
        return dataset.equals(Feed.RECORD);
    }
}
