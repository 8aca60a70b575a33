package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CommandRow;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.command.Request;
import io.milepost.platform.command.TimeOrderedIds;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.externalid.ExternalIdsChanged;
import io.milepost.platform.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Events of an aggregate as they go into the log: with their ids, their tags, and who asked for them. */
final class FreshEvents<S, E> {
    private final Catalogue<S, ?, E> catalogue;
    private final TimeOrderedIds ids;

    FreshEvents(Catalogue<S, ?, E> catalogue, TimeOrderedIds ids) {
        this.catalogue = catalogue;
        this.ids = ids;
    }

    NewEvent of(UUID id, E event, byte[] payload, Instant effectiveAt, Map<String, String> common) {
        var row = catalogue.event(event.getClass());
        var metadata = new HashMap<>(common);
        metadata.put(Metadata.ROOT, row.root().apply(id, event).toString());
        var tags = row.tags().apply(event).stream().map(Tag::toString).collect(Collectors.toSet());
        tags.add(catalogue.tagOf(id).toString());
        return new NewEvent(ids.next(), row.name(), row.version(), effectiveAt, payload, metadata, tags);
    }

    /** What other systems call the entity. */
    NewEvent of(UUID id, ExternalIdsChanged event, Instant effectiveAt, Map<String, String> metadata) {
        var row = ExternalIds.ROW;
        var tags = row.tags().apply(event).stream().map(Tag::toString).collect(Collectors.toSet());
        tags.add(catalogue.tagOf(id).toString());
        return new NewEvent(
                ids.next(),
                row.name(),
                row.version(),
                effectiveAt,
                Json.events().writeValueAsBytes(event),
                metadata,
                tags);
    }

    /** Of an event of this decision. */
    Map<String, String> metadata(Request request, CommandRow<S, E> row, Decision<E> decision) {
        var metadata = metadata(request, row);
        if (decision instanceof Decision.Refused<E> refused) {
            metadata.put(Metadata.REFUSED, refused.reason().name());
            metadata.put(Metadata.REFUSED_DETAIL, refused.detail());
            if (refused.pointer() != null) {
                metadata.put(Metadata.REFUSED_POINTER, refused.pointer());
            }
        }
        return metadata;
    }

    Map<String, String> metadata(Request request, CommandRow<S, E> row) {
        var metadata = new HashMap<>(request.metadata());
        metadata.put(Metadata.AGGREGATE, catalogue.aggregate());
        metadata.put(Metadata.SUBJECT, request.id().toString());
        metadata.put(Metadata.COMMAND, row.name());
        metadata.put(Metadata.ACTOR, request.who().actor());
        if (request.who().member() != null) {
            metadata.put(Metadata.MEMBER, request.who().member());
        }
        return metadata;
    }
}
