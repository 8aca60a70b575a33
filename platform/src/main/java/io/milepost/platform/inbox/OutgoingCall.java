package io.milepost.platform.inbox;

import io.milepost.platform.access.Sight;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.Metadata;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rule "when this service says that, call another system and note what it answered". It has a consumer group of its own, so that a system
 * that does not answer holds up no automation. A call may be made again for the same event, so it carries a key by which the other system
 * knows it; what was noted of an event first stands. That a call is to be made later is said by the entity, which waits for a due date and
 * asks by another event.
 *
 * @param name kebab case: part of the group, of request ids and the actor of its commands, so it never changes
 * @param source short name of the service that says it
 * @param type the one event type that it is made for, with version
 * @param data the reader's record of the event's fields
 */
public record OutgoingCall<T>(String name, String source, String type, Class<T> data, Calling<T> calling) {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingCall.class);
    private static final int AT_ONCE = 16;
    private static final Duration NOTED = Duration.ofSeconds(30);

    /** Makes the call and says what its answer means for the entity; waits seconds at most, and throws only where nothing can be said. */
    @FunctionalInterface
    public interface Calling<T> {
        Record call(Inbound cause, T data);
    }

    /** What the service of this short name declares as a bean. */
    public Subscription in(String service, Function<Request, CompletableFuture<Outcome>> dispatch) {
        return new Subscription("%s-service.%s".formatted(service, name), source, (_, batch) -> make(batch, dispatch));
    }

    /** All of a batch, several at a time: they are of different entities, or one is noted after the other. */
    private void make(List<Inbound> batch, Function<Request, CompletableFuture<Outcome>> dispatch) {
        var causes = batch.stream().filter(event -> event.type().equals(type)).toList();
        try (var calls =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var made = causes.stream()
                    .map(cause -> calls.submit(() -> note(cause, calling.call(cause, cause.as(data)), dispatch)))
                    .toList();
            made.forEach(OutgoingCall::await);
        }
    }

    /** Refused is an answer too: the entity has gone on meanwhile. */
    private void note(Inbound cause, Record command, Function<Request, CompletableFuture<Outcome>> dispatch) {
        var outcome = await(dispatch.apply(request(cause, command)));
        if (outcome instanceof Outcome.Contended) {
            throw new EventLogUnavailableException("what was answered could not be noted yet");
        }
        if (!(outcome instanceof Outcome.Committed || outcome instanceof Outcome.Unchanged)) {
            LOG.info(
                    "{} of {} was noted as {}",
                    name,
                    cause.subject(),
                    outcome.getClass().getSimpleName());
        }
    }

    private Request request(Inbound cause, Record command) {
        var metadata = new HashMap<String, String>();
        metadata.put(Metadata.AUTH_TYPE, Metadata.SYSTEM);
        metadata.put(Metadata.CORRELATION, cause.correlationId());
        metadata.put(Metadata.CAUSATION, cause.eventId().toString());
        UUID target = cause.subject();
        return new Request(
                target,
                command,
                "%s/%s/%s".formatted(cause.eventId(), name, target),
                command.toString().getBytes(StandardCharsets.UTF_8),
                null,
                Request.Timing.PRESENT,
                Who.unbound(name),
                Sight.ALL,
                null,
                false,
                metadata);
    }

    private static <V> V await(Future<V> future) {
        try {
            return future.get(NOTED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (TimeoutException late) {
            throw new EventLogUnavailableException("no answer in time", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailableException("interrupted", stopped);
        }
    }
}
