package io.milepost.platform.inbox;

import com.mongodb.MongoException;
import io.milepost.platform.access.Sight;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.KeyStoreUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One automation's answer to one event. A command's request id is made of cause, automation and target, so that a repeat is the
 * same request and has no second effect. It says too what was heard, because a command that changed nothing has left no request id.
 */
final class Reactor {
    private static final Logger LOG = LoggerFactory.getLogger(Reactor.class);
    private static final String TARGET_TWICE = "TARGET_TWICE";
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Function<Request, CompletableFuture<Outcome>> dispatch;
    /** Sorted, absent fields left out, so that a field added to a command later changes no hash of before. */
    private final JsonMapper canonical;

    Reactor(Function<Request, CompletableFuture<Outcome>> dispatch) {
        this.dispatch = dispatch;
        this.canonical = Json.mapper()
                .rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .build();
    }

    /**
     * Null when the story is told, else why the record has to be parked. Each command is sent, whatever becomes of the others: a target
     * that cannot follow holds up no other, and once it can, those that have followed are known by their request ids. Throws when the
     * service itself cannot work now.
     */
    @Nullable
    String react(Automation<?> automation, Arrival arrival) {
        var asked = new ArrayList<Reaction.Command>();
        var cause = insist(automation, arrival, () -> ask(automation, arrival, asked));
        for (var command : asked) {
            var stopped = insist(automation, arrival, () -> send(automation, arrival, command));
            cause = cause == null ? stopped : cause;
        }
        return cause;
    }

    private @Nullable String insist(Automation<?> automation, Arrival arrival, Supplier<Verdict> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                var verdict = work.get();
                if (!(verdict instanceof Verdict.Again(var cause))) {
                    return verdict instanceof Verdict.Park(var reason) ? reason : null;
                }
                if (attempt == ATTEMPTS) {
                    return cause;
                }
            } catch (Inbound.Unreadable e) {
                LOG.error("{} parks: {}", automation.name(), e.getMessage());
                return "UNREADABLE_PAYLOAD";
            } catch (EventUnreadableException e) {
                // Reading it again does not help, and it is no outage, whatever its cause is.
                LOG.error(
                        "{} parks {} of key {}: {}",
                        automation.name(),
                        arrival.event().type(),
                        arrival.event().key(),
                        e.getMessage());
                return "EVENT_UNREADABLE";
            } catch (RuntimeException e) {
                if (isOutage(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    LOG.error(
                            "{} parks {} of key {}",
                            automation.name(),
                            arrival.event().type(),
                            arrival.event().key(),
                            e);
                    return e.getClass().getSimpleName();
                }
            }
            LockSupport.parkNanos(pauseAfter(attempt));
        }
    }

    /** What to do after one attempt. */
    private sealed interface Verdict {
        record Done() implements Verdict {}

        record Park(String cause) implements Verdict {}

        record Again(String cause) implements Verdict {}
    }

    private static <T> Verdict ask(Automation<T> automation, Arrival arrival, List<Reaction.Command> asked) {
        var event = arrival.event();
        var commands = automation.reaction().all(event, event.as(automation.data()));
        if (commands.stream().map(Reaction.Command::target).distinct().count() < commands.size()) {
            // They would have one request id.
            return new Verdict.Park(TARGET_TWICE);
        }
        asked.addAll(commands);
        return new Verdict.Done();
    }

    private Verdict send(Automation<?> automation, Arrival arrival, Reaction.Command command) {
        return switch (outcomeOf(request(automation, arrival, command))) {
            case Outcome.Committed _, Outcome.Unchanged _ -> new Verdict.Done();
            case Outcome.Refused refused
            when automation.isSettledBy(refused.code()) -> {
                LOG.debug("{} is settled by {}", automation.name(), refused.code());
                yield new Verdict.Done();
            }
            case Outcome.Refused refused -> new Verdict.Park(refused.code());
            case Outcome.Unknown _ -> verdict(automation, Automation.Unreached.UNKNOWN_TARGET);
            case Outcome.TooLarge(var _, var what, var _) -> new Verdict.Park(what + "_TOO_LARGE");
            case Outcome.PersonErased _ -> new Verdict.Park("PERSON_ERASED");
            case Outcome.NotYourDuty _, Outcome.Unseen _ ->
                throw new IllegalStateException("no duty and no access binds an automation");
            case Outcome.AlreadyExists _ -> verdict(automation, Automation.Unreached.ALREADY_EXISTS);
            case Outcome.ExternalIdTaken _, Outcome.TooManyExternalIds _ ->
                throw new IllegalStateException("an automation says nothing of external ids");
            case Outcome.Stale _ -> new Verdict.Park("STALE");
            case Outcome.KeyReused _ -> new Verdict.Park("IDEMPOTENCY_KEY_REUSED");
            case Outcome.TooEarly _ -> new Verdict.Park("EFFECTIVE_TOO_EARLY");
            case Outcome.TimeNotAllowed _ -> new Verdict.Park("EFFECTIVE_NOT_ALLOWED");
            case Outcome.Contended _ -> new Verdict.Again("CONTENDED");
        };
    }

    private static Verdict verdict(Automation<?> automation, Automation.Unreached reason) {
        return automation.isSettledBy(reason.name()) ? new Verdict.Done() : new Verdict.Park(reason.name());
    }

    private Request request(Automation<?> automation, Arrival arrival, Reaction.Command command) {
        var event = arrival.event();
        var metadata = new HashMap<String, String>();
        metadata.put(Metadata.AUTH_TYPE, Metadata.SYSTEM);
        metadata.put(Metadata.CORRELATION, event.correlationId());
        metadata.put(Metadata.CAUSATION, event.eventId().toString());
        metadata.put(
                Metadata.HEARD, "%s/%s/%s@%d".formatted(event.source(), event.epoch(), event.key(), event.position()));
        if (arrival.traceparent() != null) {
            metadata.put(Metadata.TRACEPARENT, arrival.traceparent());
        }
        return new Request(
                command.target(),
                command.command(),
                "%s/%s/%s".formatted(event.eventId(), automation.name(), command.target()),
                hashOf(command),
                event.effectiveAt(),
                Request.Timing.FOLLOWING,
                Who.unbound(automation.name()),
                Sight.ALL,
                null,
                false,
                metadata);
    }

    private byte[] hashOf(Reaction.Command command) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((command.command().getClass().getSimpleName() + "\n" + command.target() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return digest.digest(canonical.writeValueAsBytes(command.command()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Outcome outcomeOf(Request request) {
        try {
            return dispatch.apply(request).get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (TimeoutException e) {
            throw new EventLogUnavailableException("no answer to a command in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventLogUnavailableException("interrupted", e);
        }
    }

    /** The whole service is at fault and not this event: parking would park everything. */
    private static boolean isOutage(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EventLogUnavailableException
                    || cause instanceof KeyStoreUnavailableException
                    || cause instanceof MongoException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static long pauseAfter(int attempt) {
        var pause = FIRST_PAUSE.toNanos() << attempt;
        return pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2);
    }
}
