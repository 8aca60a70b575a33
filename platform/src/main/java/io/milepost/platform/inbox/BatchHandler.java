package io.milepost.platform.inbox;

import java.util.List;

/** Applies events of one partition, in their order. May be called again with events it has applied: it keeps positions of its own. */
@FunctionalInterface
public interface BatchHandler {

    /** When it returns, all effects are durable; when it throws, the same events come again. */
    void handle(int partition, List<Inbound> batch);

    /**
     * Goes on without a record that is no event, once this returns; it is called before {@link #handle} for what follows the record, and
     * may be called again. A handler that does not say how stops the partition there: nothing is left out quietly.
     */
    default void pass(Unread record) {
        throw new Inbound.Unreadable("%s at %d is not an event".formatted(record.topicPartition(), record.offset()));
    }
}
