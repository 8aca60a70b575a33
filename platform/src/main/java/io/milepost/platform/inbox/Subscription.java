package io.milepost.platform.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A reader of all events of one service, from the first one on.
 *
 * @param group Kafka consumer group, {@code reporting-service.funnel}; a new name reads from the beginning
 * @param source short name of the producing service
 * @param positions where the handler's effects are; null for the service's own database
 * @param told whether its readers are told when it cannot go on, so that an instance where it waits for an operator stays ready
 */
public record Subscription(
        String group,
        String source,
        BatchHandler handler,
        @Nullable Positions positions,
        boolean told) {

    /** One whose effects are in the service's own database. */
    public Subscription(String group, String source, BatchHandler handler) {
        this(group, source, handler, null, false);
    }
}
