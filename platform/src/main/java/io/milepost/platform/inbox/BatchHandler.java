package io.milepost.platform.inbox;

import java.util.List;

/** Applies events of one partition, in their order. May be called again with events it has applied: it keeps positions of its own. */
@FunctionalInterface
public interface BatchHandler {

    /** When it returns, all effects are durable; when it throws, the same events come again. */
    void handle(int partition, List<Inbound> batch);
}
