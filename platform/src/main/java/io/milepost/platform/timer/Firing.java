package io.milepost.platform.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.access.Sight;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the command of a due date, on the very state that waits for it: the entity's events are read first, and the command is
 * good only at their last position. The request id is the due date's, so a repeat is the same request and has no second effect, and
 * two instances that see another time on their clocks fire one day of a series.
 */
final class Firing {
    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

    private final DueRules rules;
    private final Entities entities;
    private final Function<Request, CompletableFuture<Outcome>> dispatch;
    private final Clock clock;
    private final FiringMeters fired;

    Firing(
            DueRules rules,
            Entities entities,
            Function<Request, CompletableFuture<Outcome>> dispatch,
            Clock clock,
            MeterRegistry meters) {
        this.rules = rules;
        this.entities = entities;
        this.clock = clock;
        this.dispatch = dispatch;
        this.fired = new FiringMeters(rules, meters);
    }

    /** What became of a due date. */
    enum Result {
        /** Its command was accepted, now or before, or refused by the state: it is over. */
        SETTLED,
        /** Its entity no longer waits for it: it is over, and nothing was sent. */
        OBSOLETE,
        /** The entity was changed meanwhile: look again. */
        AGAIN
    }

    /** Fails when the service itself cannot work now. */
    CompletableFuture<Result> fire(DueDates.Item item) {
        return entities.history(rules.catalogue(item.aggregate()), item.entity())
                .thenCompose(history -> {
                    var waiting = rules.after(item.aggregate(), item.entity(), history)
                            .get(item.id());
                    return waiting == null
                            ? CompletableFuture.completedFuture(Result.OBSOLETE)
                            : dispatch.apply(request(
                                            rules.at(clock.instant(), waiting, history),
                                            history.getLast().position()))
                                    .thenApply(outcome -> resultOf(waiting, outcome));
                })
                .whenComplete((result, _) -> fired.count(item, result));
    }

    private static Result resultOf(Waiting waiting, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed _, Outcome.Unchanged _ -> Result.SETTLED;
            case Outcome.Refused refused -> {
                LOG.debug("Due date {} is settled by {}", waiting.id(), refused.code());
                yield Result.SETTLED;
            }
            case Outcome.Stale _, Outcome.Contended _ -> Result.AGAIN;
            // Sent before with other content, and had its effect then.
            case Outcome.KeyReused _ -> Result.SETTLED;
            case Outcome.TooLarge _,
                    Outcome.PersonErased _,
                    Outcome.Unknown _,
                    Outcome.Unseen _,
                    Outcome.NotYourDuty _,
                    Outcome.AlreadyExists _,
                    Outcome.ExternalIdTaken _,
                    Outcome.TooManyExternalIds _,
                    Outcome.TooEarly _,
                    Outcome.TimeNotAllowed _ ->
                throw new IllegalStateException("due date %s was answered by %s".formatted(waiting.id(), outcome));
        };
    }

    private static Request request(Waiting waiting, long position) {
        var metadata = new HashMap<String, String>();
        metadata.put(Metadata.AUTH_TYPE, Metadata.SYSTEM);
        metadata.put(Metadata.CAUSATION, waiting.cause().toString());
        if (waiting.correlation() != null) {
            metadata.put(Metadata.CORRELATION, waiting.correlation());
        }
        return new Request(
                waiting.entity(),
                waiting.command(),
                "due/" + waiting.id(),
                hashOf(waiting),
                waiting.dueAt(),
                Request.Timing.FOLLOWING,
                Who.unbound("timer/" + waiting.kind()),
                Sight.ALL,
                position,
                false,
                metadata);
    }

    private static byte[] hashOf(Waiting waiting) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((waiting.command().getClass().getSimpleName() + "\n" + waiting.entity() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return digest.digest(Json.events().writeValueAsBytes(waiting.command()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
