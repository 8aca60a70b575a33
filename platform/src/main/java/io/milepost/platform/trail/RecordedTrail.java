package io.milepost.platform.trail;

import io.milepost.platform.access.Sight;
import io.milepost.platform.auditrecord.AuditRecord.NoteAct;
import io.milepost.platform.auditrecord.AuditRecord.NoteReading;
import io.milepost.platform.auditrecord.AuditRecord.NoteRefusal;
import io.milepost.platform.auditrecord.AuditRecord.NoteRefusals;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.command.TimeOrderedIds;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.vital.VitalThreads;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The trail in the service's own log. Refusals wait in memory until a round stores them; a round that fails is tried again. */
final class RecordedTrail implements AuditTrail {
    private static final String ACTOR = "audit-trail";

    private final Function<Request, CompletableFuture<Outcome>> dispatch;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final RefusalBudget budget;
    private final BlockingQueue<Note> waiting;
    private final Queue<Note> counts = new ArrayDeque<>();
    private final Readings readings = new Readings();

    RecordedTrail(Function<Request, CompletableFuture<Outcome>> dispatch, Clock clock, TrailProperties bounds) {
        this.dispatch = dispatch;
        this.clock = clock;
        ids = new TimeOrderedIds(clock);
        budget = new RefusalBudget(bounds.refusalsPerActor(), bounds.refusals());
        waiting = new ArrayBlockingQueue<>(Math.max(1, bounds.refusals()));
    }

    /** One that is to be stored, under the same id however often it is tried. */
    private record Note(UUID id, Record command, Instant at) {}

    @Override
    public void refused(Sender by, String command, @Nullable UUID target, String code) {
        var now = clock.instant();
        var note = new NoteRefusal(by.actor(), by.member(), by.client(), command, target, code);
        if (budget.admits(by.actor(), code, now) && !waiting.offer(new Note(ids.next(), note, now))) {
            budget.count(by.actor(), code, now);
        }
    }

    @Override
    public void acts(Sender by, String act, String subject) {
        var note = new NoteAct(by.actor(), by.member(), by.client(), act, subject);
        store(new Note(ids.next(), note, clock.instant()), new Who(by.actor(), by.member(), false));
    }

    @Override
    public void read(Sender by, String aggregate, Collection<UUID> entities, Set<String> kinds) {
        readings.add(by, aggregate, entities, kinds, clock.instant());
    }

    /** Stores what waits, and what was counted in hours that are over. For one thread at a time. */
    synchronized void round() {
        var now = clock.instant();
        storeAll(budget.over(now), readings.over(now), now);
    }

    /** The last round, with what was counted in the hour that is not over. */
    synchronized void finish() {
        VitalThreads.attempt("put the last refusals on record", () -> {
            var now = clock.instant();
            storeAll(budget.rest(now), readings.rest(now), now);
        });
    }

    /** What is stored is no longer kept, whatever becomes of the next one. */
    private void storeAll(List<NoteRefusals> counted, List<NoteReading> read, Instant now) {
        counted.forEach(count -> counts.add(new Note(ids.next(), count, now)));
        read.forEach(reading -> counts.add(new Note(ids.next(), reading, now)));
        for (var queue : List.of(waiting, counts)) {
            for (var note = queue.peek(); note != null; note = queue.peek()) {
                store(note, Who.unbound(ACTOR));
                queue.remove();
            }
        }
    }

    private void store(Note note, Who who) {
        var request = new Request(
                note.id(),
                note.command(),
                "audit/" + note.id(),
                // The id is made anew for each note, so that no other content can come under it.
                note.id().toString().getBytes(StandardCharsets.UTF_8),
                note.at(),
                Request.Timing.FOLLOWING,
                who,
                Sight.ALL,
                null,
                false,
                Map.of(Metadata.AUTH_TYPE, Metadata.SYSTEM));
        var outcome = dispatch.apply(request).join();
        if (!(outcome instanceof Outcome.Committed)) {
            throw new IllegalStateException("a note of the audit trail was answered " + outcome);
        }
    }
}
