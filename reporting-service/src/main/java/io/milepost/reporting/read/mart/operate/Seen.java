package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.observe.Visibility;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Measures how soon reports show what was committed, where they keep up with it. */
final class Seen implements BatchHandler {
    private final BatchHandler handler;
    private final BooleanSupplier keepsUp;
    private final Visibility visibility;

    /** @param keepsUp whether readers see what it handles, and have seen all that there was before */
    Seen(BatchHandler handler, BooleanSupplier keepsUp, Visibility visibility) {
        this.handler = handler;
        this.keepsUp = keepsUp;
        this.visibility = visibility;
    }

    @Override
    public void handle(int partition, List<Inbound> batch) {
        handler.handle(partition, batch);
        if (keepsUp.getAsBoolean()) {
            batch.forEach(event -> visibility.seen(event.recordedAt()));
        }
    }

    @Override
    public void pass(Unread record) {
        handler.pass(record);
    }
}
