package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.command.CachedEntity;
import io.milepost.platform.command.EffectiveTime;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.EntityLimits;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.ReadBack;
import io.milepost.platform.command.Request;
import io.milepost.platform.command.TimeOrderedIds;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.externalid.ExternalId;
import io.milepost.platform.externalid.ExternalIdChange;
import io.milepost.platform.json.AmountTooLargeException;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.PersonErasedException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/**
 * The handling of one aggregate's commands inside a unit of work: source, check, decide, read back, append. All that is sourced through
 * the transaction becomes the append's condition.
 */
final class Handling<S, C, E> {

    /** What one run through a unit of work led to. */
    sealed interface Attempt {
        /** Nothing is stored; this is the answer unless the request was answered before. */
        record Undone(Outcome outcome) implements Attempt {}

        /** A create for a known entity, which may be the repetition of its creation. */
        record Exists(UUID id, long firstPosition) implements Attempt {}

        /**
         * Another entity is called what this one was to be called.
         *
         * @param created position of that one's first event
         * @param seen whether the sender may know of it
         */
        record Taken(ExternalId externalId, UUID holder, long created, boolean seen) implements Attempt {}

        /** Nothing is stored that would hold against the log what this process believes to know: to be asked again exactly. */
        record Unproven() implements Attempt {}

        /** The sender may not know of the entity: answered as one that is not there, whatever was answered before. */
        record Unseen() implements Attempt {}

        /** Events go into the log when the unit of work commits; the context then holds the commit. */
        record Appended(ProcessingContext context) implements Attempt {}
    }

    private final Catalogue<S, C, E> catalogue;
    private final EventStore store;
    private final EventCodec codec;
    private final Occasions<S, E> occasions;
    private final Naming<S> naming;
    private final FreshEvents<S, E> fresh;
    private final Clock clock;
    private final EntityCache cache;
    private final EntityLimits limits;

    Handling(
            Catalogue<S, C, E> catalogue,
            EventStore store,
            EventCodec codec,
            Occasions<S, E> occasions,
            OtherEntities others,
            Clock clock,
            TimeOrderedIds ids,
            EntityCache cache,
            EntityLimits limits) {
        this.catalogue = catalogue;
        this.store = store;
        this.codec = codec;
        this.occasions = occasions;
        this.naming = new Naming<>(catalogue, others);
        this.fresh = new FreshEvents<>(catalogue, ids);
        this.clock = clock;
        this.cache = cache;
        this.limits = limits;
    }

    /** @param exact whether what the entity is is read from the log, also where this process believes to know it */
    Attempt handle(Request request, boolean exact, ProcessingContext context) {
        var transaction = store.transaction(context);
        // Its first event says under which key the next one goes out, and no memory of the entity does.
        var cached = request.command() instanceof ExternalIdChange ? null : cache.find(catalogue, request.id());
        if (cached != null) {
            context.onError((_, _, _) -> cache.drop(catalogue, cached));
        }
        if (!exact) {
            // What a command reads may come from memory also where the entity itself is new.
            context.putResource(LogStorageEngine.RECENT, true);
        }
        var before = cached == null ? CachedEntity.<S>nothing(request.id()) : cached;
        var attempt = attempt(request, before, transaction, context);
        return attempt instanceof Attempt.Appended || LogStorageEngine.hints(context) == 0
                ? attempt
                : new Attempt.Unproven();
    }

    private Attempt attempt(
            Request request, CachedEntity<S> before, EventStoreTransaction transaction, ProcessingContext context) {
        var command = request.command();
        CommandRow<S, E> row =
                command instanceof ExternalIdChange ? Naming.row(catalogue) : catalogue.command(command.getClass());
        var later = OtherEntities.source(transaction, Set.of(catalogue.tagOf(request.id())), before.proven());
        long proven = GlobalIndexConsistencyMarker.position(transaction.appendPosition());
        var known = before.with(catalogue, codec, later, proven);
        if (LogStorageEngine.hints(context) == 0) {
            cache.put(catalogue, known);
        }
        var entity = known.entity();
        switch (row.gate(entity.exists())) {
            case TAKEN -> {
                return new Attempt.Exists(request.id(), known.created());
            }
            case UNKNOWN -> {
                return new Attempt.Undone(new Outcome.Unknown(request.id()));
            }
            case OPEN -> {}
        }
        if (entity.exists()
                && !request.sight().sees(catalogue.ownerOf(entity.known()), catalogue.keepersOf(entity.known()))) {
            return new Attempt.Unseen();
        }
        if (known.heard().isBeyond(request.metadata())) {
            return new Attempt.Undone(new Outcome.Unchanged(request.id(), entity.position()));
        }
        if (request.ifMatch() != null && request.ifMatch() != entity.position()) {
            return new Attempt.Undone(new Outcome.Stale(request.id(), entity.position()));
        }
        var now = Instant.ofEpochMilli(clock.millis());
        return switch (EffectiveTime.of(request, now, entity.lastEffectiveAt())) {
            case EffectiveTime.Not(var because) -> new Attempt.Undone(because);
            case EffectiveTime.At(var effectiveAt) -> {
                var named = naming.of(request, entity, transaction, context);
                if (named.undone() != null) {
                    yield named.undone();
                }
                if (command instanceof ExternalIdChange) {
                    yield rename(request, row, named, effectiveAt, known, later.getFirst(), transaction, context);
                }
                var occasion = occasions.of(request, row, entity.state(), effectiveAt, transaction, context);
                if (row.duty() != null && !row.duty().allows(entity.state(), command, occasion)) {
                    yield new Attempt.Undone(
                            new Outcome.NotYourDuty(request.id(), row.duty().name()));
                }
                var decision = catalogue.decide(row, entity.state(), command, occasion);
                yield apply(request, row, decision, named, effectiveAt, known, transaction, context);
            }
        };
    }

    private Attempt apply(
            Request request,
            CommandRow<S, E> row,
            Decision<E> decision,
            Naming.Named named,
            Instant effectiveAt,
            CachedEntity<S> known,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        var events = decision.events();
        if (events.isEmpty()) {
            return new Attempt.Undone(unstored(request, decision, known));
        }
        ReadBack<S> read;
        try {
            // Sealing makes a person's key, and what is merely validated leaves nothing behind.
            read = ReadBack.of(
                    catalogue,
                    known.entity(),
                    events,
                    (event, mapper) -> request.validateOnly()
                            ? mapper.writeValueAsBytes(event)
                            : codec.encode(catalogue, request.id(), event, mapper));
        } catch (AmountTooLargeException tooLarge) {
            return new Attempt.Undone(Outcome.TooLarge.amount(request.id()));
        } catch (PersonErasedException erased) {
            return new Attempt.Undone(new Outcome.PersonErased(request.id()));
        }
        if (request.timing() != Request.Timing.FOLLOWING && isTooLarge(known, read)) {
            return new Attempt.Undone(Outcome.TooLarge.entity(request.id(), catalogue.aggregate()));
        }
        if (request.validateOnly()) {
            return new Attempt.Undone(unstored(request, decision, known));
        }
        var metadata = fresh.metadata(request, row, decision);
        var stored = new ArrayList<NewEvent>();
        for (int i = 0; i < events.size(); i++) {
            stored.add(fresh.of(request.id(), events.get(i), read.payloads().get(i), effectiveAt, metadata));
        }
        var changed = decision instanceof Decision.Accepted<E> ? named.event() : null;
        if (changed != null) {
            stored.add(fresh.of(
                    request.id(), changed, effectiveAt, stored.getLast().metadata()));
        }
        var called = changed == null ? known.entity().externalIds() : named.after();
        return append(request, stored, read.state(), called, known, transaction, context);
    }

    /** What others call the entity changes, and nothing that its aggregate decides. */
    private Attempt rename(
            Request request,
            CommandRow<S, E> row,
            Naming.Named named,
            Instant effectiveAt,
            CachedEntity<S> known,
            StoredEvent first,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        var entity = known.entity();
        var event = named.event();
        if (event == null || request.validateOnly()) {
            return new Attempt.Undone(new Outcome.Unchanged(request.id(), entity.position()));
        }
        var metadata = fresh.metadata(request, row);
        metadata.put(
                Metadata.ROOT,
                first.metadata().getOrDefault(Metadata.ROOT, request.id().toString()));
        var stored = fresh.of(request.id(), event, effectiveAt, metadata);
        return append(request, List.of(stored), entity.known(), named.after(), known, transaction, context);
    }

    private Attempt append(
            Request request,
            List<NewEvent> events,
            S state,
            List<ExternalId> externalIds,
            CachedEntity<S> known,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        context.putResource(
                LogStorageEngine.MARK, new LogStorageEngine.Mark(request.requestId(), request.requestHash()));
        events.forEach(event -> transaction.appendEvent(new EventMessages.Fresh(event)));
        // The append has proven all that lies between.
        context.runOnAfterCommit(committed ->
                cache.put(catalogue, known.with(state, externalIds, committed.getResource(LogStorageEngine.STORED))));
        return new Attempt.Appended(context);
    }

    private static <S, E> Outcome unstored(Request request, Decision<E> decision, CachedEntity<S> known) {
        long position = known.entity().position();
        return switch (decision) {
            case Decision.Accepted<E> _ -> new Outcome.Unchanged(request.id(), position);
            case Decision.Refused<E>(var reason, var detail, var pointer, var _) ->
                new Outcome.Refused(
                        request.id(),
                        reason.name(),
                        reason.reason().kind(),
                        detail,
                        pointer,
                        position,
                        List.of(),
                        false);
        };
    }

    /** A view is made of the events, so it is measured only where there is much of them. */
    private boolean isTooLarge(CachedEntity<S> known, ReadBack<S> read) {
        var size = known.size().plus(read.payloads().size(), read.bytes());
        return size.events() > limits.events()
                || size.bytes() > limits.history().toBytes()
                || (size.bytes() > limits.view().toBytes() / 4
                        && read.view() != null
                        && Json.events().writeValueAsBytes(read.view()).length
                                > limits.view().toBytes());
    }
}
