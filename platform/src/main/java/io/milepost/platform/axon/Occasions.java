package io.milepost.platform.axon;

import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Tag;
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
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/** What a decision is told besides state and command. All that is read for it becomes the append's condition. */
final class Occasions<S, E> {
    private final Sealer sealer;
    private final ZoneId zone;

    Occasions(Sealer sealer, ZoneId zone) {
        this.sealer = sealer;
        this.zone = zone;
    }

    Occasion of(
            Request request,
            CommandRow<S, E> row,
            @Nullable S state,
            Instant effectiveAt,
            EventStoreTransaction transaction) {
        return new Occasion(
                request.id(),
                effectiveAt,
                LocalDate.ofInstant(effectiveAt, zone),
                request.actor(),
                digests(row, request.command()),
                holders(transaction, row, request.id(), state, request.command()),
                happened(transaction, row, state, request.command()));
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

    /** The names of all events that carry a considered tag. */
    private Map<String, Set<String>> happened(
            EventStoreTransaction transaction, CommandRow<S, E> row, @Nullable S state, Record command) {
        if (row.considered() == null) {
            return Map.of();
        }
        var happened = new HashMap<String, Set<String>>();
        for (var tag : Set.copyOf(row.considered().apply(state, command))) {
            happened.put(
                    tag.toString(),
                    source(transaction, Set.of(tag), 0).stream()
                            .map(StoredEvent::name)
                            .collect(Collectors.toSet()));
        }
        return happened;
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
