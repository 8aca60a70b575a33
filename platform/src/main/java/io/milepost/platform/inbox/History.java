package io.milepost.platform.inbox;

/** The events of a service as its topic keeps them, read from the first one and outside of any consumer group. */
@FunctionalInterface
public interface History {

    /**
     * Hands over all events that were sent before this call, those of one partition in their order. A service that has
     * never been started has none.
     *
     * @throws Backlog.Unknown when the broker cannot be asked
     */
    void read(String source, BatchHandler handler);
}
