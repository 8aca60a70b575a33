package io.milepost.platform.axon;

import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.StoredEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QueueMessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;

/** A tail of the log as an open Axon stream, fed by a virtual thread until it is closed. */
final class TailedStream {

    private static final Duration WAIT = Duration.ofMillis(200);

    private TailedStream() {}

    static MessageStream<EventMessage> open(EventLog log, long after, Predicate<StoredEvent> wanted) {
        var queue = new QueueMessageStream<EventMessage>();
        var open = new AtomicBoolean(true);
        Thread.startVirtualThread(() -> feed(log, after, wanted, queue, open));
        return queue.onClose(() -> open.set(false));
    }

    private static void feed(
            EventLog log,
            long after,
            Predicate<StoredEvent> wanted,
            QueueMessageStream<EventMessage> queue,
            AtomicBoolean open) {
        // A position beyond the head is legal here: the stream is silent until the log has grown over it.
        try (var tail = log.tail(Math.min(after, log.head()))) {
            while (open.get()) {
                for (var commit : tail.next(64, WAIT)) {
                    for (var event : commit.events()) {
                        if (event.position() > after && wanted.test(event)) {
                            var message = new EventMessages.Read(event);
                            queue.offer(message, LogStorageEngine.positionOf(message));
                        }
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error fault) {
            // Whoever reads the stream has to see its end.
            queue.completeExceptionally(fault);
        }
    }
}
