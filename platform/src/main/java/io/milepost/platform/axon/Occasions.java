package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.command.CachedEntity;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.sealing.Sealer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/** What a decision is told besides state and command. All that is read for it becomes the append's condition. */
final class Occasions<S, E> {
    private final Sealer sealer;
    private final ZoneId zone;
    private final EventCodec codec;
    private final EntityCache cache;

    Occasions(Sealer sealer, ZoneId zone, EventCodec codec, EntityCache cache) {
        this.sealer = sealer;
        this.zone = zone;
        this.codec = codec;
        this.cache = cache;
    }

    Occasion of(
            Request request,
            CommandRow<S, E> row,
            @Nullable S state,
            Instant effectiveAt,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        return new Occasion(
                request.id(),
                effectiveAt,
                LocalDate.ofInstant(effectiveAt, zone),
                request.who(),
                digests(row, request.command()),
                holders(transaction, row, request.id(), state, request.command()),
                reads(transaction, row, state, request.command(), context));
    }

    private Map<String, String> digests(CommandRow<S, E> row, Record command) {
        var digests = new HashMap<String, String>();
        row.digests().forEach((name, of) -> {
            var value = of.apply(command);
            if (value != null) {
                digests.put(name, sealer.digest(name, value));
            }
        });
        return digests;
    }

    /** Who holds the claimed tags: the subject of the latest event that carries each. */
    private Map<String, UUID> holders(
            EventStoreTransaction transaction, CommandRow<S, E> row, UUID id, @Nullable S state, Record command) {
        var claimed = row.claimed(id, state, command);
        if (claimed.isEmpty()) {
            return Map.of();
        }
        var holders = new HashMap<String, UUID>();
        for (var event : source(transaction, claimed, 0)) {
            // One that says of nobody that it is his, as none that a command stored does, holds nothing.
            Subject.of(event)
                    .ifPresent(holder -> claimed.stream()
                            .map(Tag::toString)
                            .filter(event.tags()::contains)
                            .forEach(tag -> holders.put(tag, holder.id())));
        }
        return holders;
    }

    private Map<Class<?>, Record> reads(
            EventStoreTransaction transaction,
            CommandRow<S, E> row,
            @Nullable S state,
            Record command,
            ProcessingContext context) {
        var reads = new HashMap<Class<?>, Record>();
        for (var read : row.reads()) {
            var id = read.id().apply(state, command);
            var found = id == null ? null : read(read, id, transaction, context);
            if (found != null) {
                reads.put(read.type(), found);
            }
        }
        return reads;
    }

    /** From memory and what the log has since, like the entity that decides. */
    private <O, R extends Record> @Nullable R read(
            Read<S, O, R> read, UUID id, EventStoreTransaction transaction, ProcessingContext context) {
        var other = read.other().get();
        var cached = cache.find(other, id);
        if (cached != null) {
            context.onError((_, _, _) -> cache.drop(other, cached));
        }
        var before = cached == null ? CachedEntity.<O>nothing(id) : cached;
        var later = source(transaction, Set.of(other.tagOf(id)), before.proven());
        var known = with(before, other, later, GlobalIndexConsistencyMarker.position(transaction.appendPosition()));
        if (!context.containsResource(LogStorageEngine.RECENT)) {
            cache.put(other, known);
        }
        return known.entity().exists() ? read.as().apply(known.entity().known()) : null;
    }

    private <O, F> CachedEntity<O> with(
            CachedEntity<O> before, Catalogue<O, ?, F> other, List<StoredEvent> later, long upTo) {
        return before.with(other, codec, later, upTo);
    }

    /** Events after the position that carry any of the tags. The handler runs on a virtual thread and waits where it stands. */
    static List<StoredEvent> source(EventStoreTransaction transaction, Set<Tag> tags, long after) {
        var criteria = EventCriteria.either(tags.stream()
                .<EventCriteria>map(tag -> EventCriteria.havingTags(
                        org.axonframework.messaging.eventstreaming.Tag.of(tag.key(), tag.value())))
                .toList());
        var events = new ArrayList<StoredEvent>();
        return transaction
                .source(SourcingCondition.conditionFor(new GlobalIndexConsistencyMarker(after).position(), criteria))
                .reduce(events, (all, entry) -> {
                    all.add(((EventMessages.Read) entry.message()).stored());
                    return all;
                })
                .join();
    }
}
