package io.milepost.platform.simulation;

import io.milepost.platform.axon.Outcome;
import io.milepost.platform.axon.Request;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.Criterion;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import io.milepost.platform.inbox.SimulatedInbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One life of the service that reacts: it notes each change of a thing in a log of its own, but refuses some. */
final class Post {

    /** A change with this number is not noted: the record is parked, and what its key has later behind it. */
    static final int REFUSED = 0;

    static final String REFUSAL = "NOT_WANTED";

    private final Writer.Life life;
    private final Set<Flaw> flaws;

    Post(Writer.Life life, Set<Flaw> flaws) {
        this.life = life;
        this.flaws = flaws;
    }

    CompletableFuture<Outcome> dispatch(Request request) {
        var note = (SimulatedInbox.Note) request.command();
        if (note.n() == REFUSED) {
            return CompletableFuture.completedFuture(
                    new Outcome.Refused(request.id(), REFUSAL, Refusal.Kind.RULE, "", null, 0, List.of(), false));
        }
        try {
            return CompletableFuture.completedFuture(noted(request));
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Schedule.Died died) {
                throw died;
            }
            return CompletableFuture.failedFuture(failed.getCause());
        }
    }

    private Outcome noted(Request request) {
        var tag = Criterion.tagged("thing=" + request.id());
        while (true) {
            var seen = life.log().source(List.of(tag), 0).join();
            var answer = life.log().append(append(request, new AppendCondition(List.of(tag), seen.marker())));
            if (flaws.contains(Flaw.AN_EFFECT_IS_NOT_AWAITED)) {
                return new Outcome.Unchanged(request.id(), 0);
            }
            life.instance().await(answer::isDone, Long.MAX_VALUE);
            switch (answer.join()) {
                case Append.Result.Stored(var commit) -> {
                    return new Outcome.Committed(request.id(), false, commit.last(), List.of(), false);
                }
                case Append.Result.Duplicate(var commit) -> {
                    return new Outcome.Committed(request.id(), false, commit.last(), List.of(), true);
                }
                case Append.Result.Conflict _ -> {
                    // On fresh state once more.
                }
            }
        }
    }

    private Append append(Request request, AppendCondition condition) {
        var id = request.requestId();
        if (flaws.contains(Flaw.A_REPEATED_REQUEST_HAS_A_NEW_ID)) {
            id += "#" + life.instance().schedule().steps();
        }
        var event = new NewEvent(
                new UUID(id.hashCode(), life.instance().schedule().steps()),
                "thing.noted",
                1,
                request.effectiveAt(),
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        Metadata.SUBJECT, request.id().toString(),
                        Metadata.ROOT, request.id().toString(),
                        Metadata.CAUSATION, request.metadata().get(Metadata.CAUSATION)),
                Set.of("thing=" + request.id()));
        return new Append(condition, id, request.requestHash(), List.of(event));
    }
}
