package io.milepost.platform.command;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.Criterion;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Sourced;
import io.milepost.platform.eventlog.StoredEvent;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Entities as their events tell; personal values stay sealed. */
public final class Entities {

    private final EventLog log;
    private final EventCodec codec;

    public Entities(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    public <S, C, E> CompletableFuture<Entity<S>> load(Catalogue<S, C, E> catalogue, UUID id, AsOf cut) {
        return history(catalogue, id).thenApply(events -> Fold.of(catalogue, codec, id, prefix(events, cut)));
    }

    /** The entity's stored events in order; none when it is not known. */
    public CompletableFuture<List<StoredEvent>> history(Catalogue<?, ?, ?> catalogue, UUID id) {
        var criterion = Criterion.tagged(catalogue.tagOf(id).toString());
        return log.source(List.of(criterion), 0).thenApply(Sourced::events);
    }

    /** Effective times never go back within an entity, nor recorded ones within the log: both cuts are prefixes. */
    private static List<StoredEvent> prefix(List<StoredEvent> events, AsOf cut) {
        return switch (cut) {
            case AsOf.Now _ -> events;
            case AsOf.Effective(var effective) ->
                events.stream()
                        .takeWhile(event -> !event.effectiveAt().isAfter(effective))
                        .toList();
            case AsOf.Recorded(var recorded) ->
                events.stream()
                        .takeWhile(event -> !event.recordedAt().isAfter(recorded))
                        .toList();
        };
    }
}
