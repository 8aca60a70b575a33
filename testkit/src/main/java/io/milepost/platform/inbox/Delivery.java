package io.milepost.platform.inbox;

import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One event brought to one automation, with whatever takes its commands, which may die amid them. */
public final class Delivery {

    private Delivery() {}

    /** Null when the story is told, else why the record would be parked. Throws when what takes the commands does not answer. */
    public static @Nullable String deliver(
            Inbound event, Automation<?> automation, Function<Request, CompletableFuture<Outcome>> dispatch) {
        var record = new ConsumerRecord<byte[], byte[]>(event.source(), 0, event.position(), null, null);
        return new Reactor(dispatch).react(automation, new Arrival(record, event, null));
    }
}
