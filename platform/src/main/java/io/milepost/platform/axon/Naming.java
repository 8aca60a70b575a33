package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.command.Entity;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.externalid.ExternalId;
import io.milepost.platform.externalid.ExternalIdChange;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.externalid.ExternalIdsChanged;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** What other systems call an entity, decided for all aggregates alike. A request that says nothing of that reads nothing. */
final class Naming<S> {
    private final Catalogue<S, ?, ?> catalogue;
    private final OtherEntities others;

    Naming(Catalogue<S, ?, ?> catalogue, OtherEntities others) {
        this.catalogue = catalogue;
        this.others = others;
    }

    /**
     * What becomes of the external ids in a request.
     *
     * @param event null where nothing changes
     * @param after what the entity is called then
     * @param undone the answer in place of everything else; null where the request goes on
     */
    record Named(@Nullable ExternalIdsChanged event, List<ExternalId> after, Handling.@Nullable Attempt undone) {
        Named {
            after = List.copyOf(after);
        }
    }

    static MessageType messageOf(String aggregate) {
        return new MessageType(aggregate + ".ChangeExternalIds", "1");
    }

    static <S, C, E> CommandRow<S, E> row(Catalogue<S, C, E> catalogue) {
        return ExternalIds.row(catalogue)
                .orElseThrow(() ->
                        new IllegalArgumentException("a %s has no external ids".formatted(catalogue.aggregate())));
    }

    Named of(Request request, Entity<S> entity, EventStoreTransaction transaction, ProcessingContext context) {
        var before = entity.externalIds();
        var change = request.command() instanceof ExternalIdChange asked ? asked : null;
        if (change == null && request.externalIds().isEmpty()) {
            return new Named(null, before, null);
        }
        var asked = change == null ? request.externalIds() : change.add();
        var added = asked.stream().filter(id -> !before.contains(id)).distinct().toList();
        var removed = change == null
                ? List.<ExternalId>of()
                : change.remove().stream().filter(before::contains).distinct().toList();
        if (added.isEmpty() && removed.isEmpty()) {
            return new Named(null, before, null);
        }
        var taken = added.isEmpty() ? null : taken(request, added, transaction, context);
        if (taken != null) {
            return new Named(null, before, taken);
        }
        var event = new ExternalIdsChanged(catalogue.aggregate(), added, removed);
        var after = ExternalIds.after(before, event);
        return after.size() > ExternalIds.MOST
                ? new Named(null, before, new Handling.Attempt.Undone(new Outcome.TooManyExternalIds(request.id())))
                : new Named(event, after, null);
    }

    /** That nobody is called so becomes the append's condition: of two who say it at once, one is stored. */
    private Handling.@Nullable Attempt taken(
            Request request, List<ExternalId> added, EventStoreTransaction transaction, ProcessingContext context) {
        for (var id : added) {
            var tag = ExternalIds.tag(catalogue.aggregate(), id);
            var holder = others.holders(Set.of(tag), request.id(), transaction, context)
                    .get(tag.toString());
            if (holder != null) {
                return taken(request, id, holder, transaction, context);
            }
        }
        return null;
    }

    private Handling.Attempt taken(
            Request request, ExternalId id, UUID holder, EventStoreTransaction transaction, ProcessingContext context) {
        var known = others.known(catalogue, holder, transaction, context);
        var state = known.entity().known();
        boolean seen = request.sight().sees(catalogue.ownerOf(state), catalogue.keepersOf(state));
        return new Handling.Attempt.Taken(id, holder, known.created(), seen);
    }
}
