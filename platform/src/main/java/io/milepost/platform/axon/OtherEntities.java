package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Gathering;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.command.CachedEntity;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.externalid.ExternalIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/** Entities of the service that a decision is not for but has to know of. What is read of them becomes the append's condition. */
final class OtherEntities {
    private final Map<String, Catalogue<?, ?, ?>> catalogues;
    private final EventCodec codec;
    private final EntityCache cache;

    OtherEntities(List<Catalogue<?, ?, ?>> catalogues, EventCodec codec, EntityCache cache) {
        this.catalogues = catalogues.stream().collect(Collectors.toMap(Catalogue::aggregate, Function.identity()));
        this.codec = codec;
        this.cache = cache;
    }

    /** Who holds the claimed tags by what it is now: of those whose events carry one, the last that holds it still. */
    Map<String, UUID> holders(
            Set<Tag> claimed, UUID claimer, EventStoreTransaction transaction, ProcessingContext context) {
        var holders = new HashMap<String, UUID>();
        carriers(claimed, claimer, transaction)
                .forEach((tag, carriers) -> carriers.reversed().stream()
                        .filter(carrier -> isHeld(tag, carrier, transaction, context))
                        .findFirst()
                        .ifPresent(holder -> holders.put(tag.toString(), holder.id())));
        return holders;
    }

    /** What the decision is told of each entity that it looks at and that is there; the one that it is for is no other. */
    <S> Map<Class<?>, Record> reads(
            List<Read<S, ?, ?>> declared,
            Subject self,
            @Nullable S state,
            Record command,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        var reads = new HashMap<Class<?>, Record>();
        for (var read : declared) {
            var id = read.id().of(self.id(), state, command);
            var found = id == null || isSelf(self, read, id) ? null : read(read, id, transaction, context);
            if (found != null) {
                reads.put(read.type(), found);
            }
        }
        return reads;
    }

    /** What the decision is told of all that share a tag with what it decides, none where there is nothing to share. */
    <S> Map<Class<?>, Record> gathered(
            List<Gathering<S, ?, ?>> declared,
            Subject self,
            @Nullable S state,
            Record command,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        var gathered = new HashMap<Class<?>, Record>();
        for (var gathering : declared) {
            var value = gathering.value().apply(state, command);
            if (value != null) {
                var tag = new Tag(gathering.key(), value);
                gathered.put(gathering.type(), gather(gathering, tag, self, transaction, context));
            }
        }
        return gathered;
    }

    private <S, O, R extends Record> R gather(
            Gathering<S, O, R> gathering,
            Tag tag,
            Subject self,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        var carriers = carriers(Set.of(tag), self.id(), transaction).getOrDefault(tag, new LinkedHashSet<>());
        var others = gathering.others();
        return gathering
                .as()
                .apply(others == null ? idsAlone(carriers) : gathered(others.get(), carriers, transaction, context));
    }

    private <O> List<Gathering.Gathered<O>> gathered(
            Catalogue<O, ?, ?> others,
            Collection<Subject> carriers,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        return carriers.stream()
                .filter(carrier -> carrier.aggregate().equals(others.aggregate()))
                .map(carrier -> new Gathering.Gathered<>(
                        carrier.id(),
                        known(others, carrier.id(), transaction, context)
                                .entity()
                                .known()))
                .toList();
    }

    @SuppressWarnings("NullAway") // nobody looks at the states
    private static <O> List<Gathering.Gathered<O>> idsAlone(Collection<Subject> carriers) {
        return carriers.stream()
                .map(carrier -> new Gathering.Gathered<O>(carrier.id(), null))
                .toList();
    }

    private static boolean isSelf(Subject self, Read<?, ?, ?> read, UUID id) {
        return id.equals(self.id()) && read.other().get().aggregate().equals(self.aggregate());
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

    /** By tag, the others whose events carry it, in the order of the latest such event of each. */
    private static Map<Tag, SequencedSet<Subject>> carriers(
            Set<Tag> claimed, UUID claimer, EventStoreTransaction transaction) {
        var carriers = new HashMap<Tag, SequencedSet<Subject>>();
        if (!claimed.isEmpty()) {
            for (var event : source(transaction, claimed, 0)) {
                // One that says of nobody that it is his, as none that a command stored does, holds nothing.
                Subject.of(event)
                        .filter(subject -> !subject.id().equals(claimer))
                        .ifPresent(subject -> claimed.stream()
                                .filter(tag -> event.tags().contains(tag.toString()))
                                .forEach(tag -> carriers.computeIfAbsent(tag, _ -> new LinkedHashSet<>())
                                        .addLast(subject)));
            }
        }
        return carriers;
    }

    /** What its catalogue says nothing of it holds for good, and so does one that cannot be read. */
    private boolean isHeld(Tag tag, Subject carrier, EventStoreTransaction transaction, ProcessingContext context) {
        var catalogue = catalogues.get(carrier.aggregate());
        return catalogue == null
                || (!ExternalIds.isOne(tag) && !catalogue.holds().containsKey(tag.key()))
                || isHeld(catalogue, tag, carrier.id(), transaction, context);
    }

    private <O> boolean isHeld(
            Catalogue<O, ?, ?> catalogue,
            Tag tag,
            UUID id,
            EventStoreTransaction transaction,
            ProcessingContext context) {
        try {
            var carrier = known(catalogue, id, transaction, context).entity();
            if (ExternalIds.isOne(tag)) {
                return ExternalIds.isHeld(tag, catalogue.aggregate(), carrier.externalIds());
            }
            return carrier.exists() && catalogue.isHeld(tag.key(), tag.value(), carrier.known());
        } catch (EventUnreadableException unreadable) {
            return true;
        }
    }

    private <S, O, R extends Record> @Nullable R read(
            Read<S, O, R> read, UUID id, EventStoreTransaction transaction, ProcessingContext context) {
        var other = known(read.other().get(), id, transaction, context).entity();
        return other.exists() ? read.as().apply(other.known()) : null;
    }

    /** From memory and what the log has since, like the entity that decides. */
    <O, F> CachedEntity<O> known(
            Catalogue<O, ?, F> other, UUID id, EventStoreTransaction transaction, ProcessingContext context) {
        var cached = cache.find(other, id);
        if (cached != null) {
            context.onError((_, _, _) -> cache.drop(other, cached));
        }
        var before = cached == null ? CachedEntity.<O>nothing(id) : cached;
        int hints = LogStorageEngine.hints(context);
        var later = source(transaction, Set.of(other.tagOf(id)), before.proven());
        var known =
                before.with(other, codec, later, GlobalIndexConsistencyMarker.position(transaction.appendPosition()));
        if (LogStorageEngine.hints(context) == hints) {
            cache.put(other, known);
        }
        return known;
    }
}
