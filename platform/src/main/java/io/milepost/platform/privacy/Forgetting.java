package io.milepost.platform.privacy;

import io.milepost.platform.access.Sight;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.privacy.Erasure.NoteErasure;
import io.milepost.platform.sealing.Erasing;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does in this service what lead-service has decided about persons, in the order in which it was decided, with a consumer group of its own.
 * What cannot be done is tried again for ever; nothing says that a person is erased before it is.
 */
final class Forgetting implements BatchHandler {
    static final String ASKED = "person.erasure-requested.v1";
    static final String OPENED = "person.opened-again.v1";

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    private static final String ACTOR = "forgetting";

    private final Erasing erasing;
    private final Holdings holdings;
    private final Receivers receivers;
    private final Function<Request, CompletableFuture<Outcome>> dispatch;

    Forgetting(
            Erasing erasing,
            Holdings holdings,
            Receivers receivers,
            Function<Request, CompletableFuture<Outcome>> dispatch) {
        this.erasing = erasing;
        this.holdings = holdings;
        this.receivers = receivers;
        this.dispatch = dispatch;
    }

    /** What is read of a request. */
    record Asked(int round, @Nullable List<UUID> alsoUnder) {}

    /** What is read where the person is opened again. */
    record Opened(@Nullable List<UUID> alsoUnder) {}

    private static Set<UUID> persons(Inbound event, @Nullable List<UUID> alsoUnder) {
        var persons = new LinkedHashSet<UUID>();
        persons.add(event.subject());
        if (alsoUnder != null) {
            persons.addAll(alsoUnder);
        }
        return persons;
    }

    @Override
    public void handle(int partition, List<Inbound> batch) {
        for (var event : batch) {
            switch (event.type()) {
                case ASKED -> forget(event, event.as(Asked.class));
                case OPENED ->
                    persons(event, event.as(Opened.class).alsoUnder())
                            .forEach(person -> erasing.open(person, event.recordedAt()));
                default -> {
                    // Of all else that lead-service says there is nothing to forget.
                }
            }
        }
    }

    /** Nobody's erasure is in what is no event. */
    @Override
    public void pass(Unread record) {
        LOG.warn("Erasures go on without {} at {}, which is no event", record.topicPartition(), record.offset());
    }

    private void forget(Inbound request, Asked asked) {
        var persons = persons(request, asked.alsoUnder());
        erasing.erase(persons, request.recordedAt());
        var concerned = holdings.concerned(persons, receivers.begin());
        var note = new NoteErasure(asked.round(), concerned.entities(), concerned.receivers());
        var outcome = dispatch.apply(noted(request, note)).join();
        if (!(outcome instanceof Outcome.Committed || outcome instanceof Outcome.Unchanged)) {
            throw new EventLogUnavailableException(
                    "an erasure could not be noted yet: " + outcome.getClass().getSimpleName());
        }
        LOG.info("The person {} is erased here, as asked in round {}", request.subject(), asked.round());
    }

    private static Request noted(Inbound cause, NoteErasure note) {
        var id = "%s/%s/%s".formatted(cause.eventId(), ACTOR, cause.subject());
        return new Request(
                cause.subject(),
                note,
                id,
                // By its id alone: the log may say more of the person when it is asked again.
                id.getBytes(StandardCharsets.UTF_8),
                null,
                Request.Timing.FOLLOWING,
                Who.unbound(ACTOR),
                Sight.ALL,
                null,
                false,
                Map.of(
                        Metadata.AUTH_TYPE,
                        Metadata.SYSTEM,
                        Metadata.CORRELATION,
                        cause.correlationId(),
                        Metadata.CAUSATION,
                        cause.eventId().toString()));
    }
}
