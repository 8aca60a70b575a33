package io.milepost.platform.command;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.Sealer;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Event records to stored bytes and back, by the catalogues. Personal fields are sealed on the way in and stay sealed on the
 * way back, so that a state never holds what an erasure must reach.
 */
public final class EventCodec {

    private final Sealer sealer;

    public EventCodec(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The JSON that is stored and published; what the row says is personal or secret is sealed. May block for a key. */
    public <E> byte[] encode(Catalogue<?, ?, E> catalogue, UUID id, E event) {
        return encode(catalogue, id, event, Json.events());
    }

    /** As written by this one of {@link Json}'s ways. */
    public <E> byte[] encode(Catalogue<?, ?, E> catalogue, UUID id, E event, JsonMapper mapper) {
        var row = catalogue.event(event.getClass());
        if (!row.isSealed(event)) {
            return mapper.writeValueAsBytes(event);
        }
        ObjectNode json = mapper.valueToTree(event);
        sealer.seal(json, row.person().apply(id, event), row.wireType(), row.personal());
        sealer.seal(json, id, row.wireType(), row.secretPaths(event));
        return mapper.writeValueAsBytes(json);
    }

    /** The event as its record; a name or version that the catalogue does not have fails. */
    public <E> E decode(Catalogue<?, ?, E> catalogue, StoredEvent stored) {
        return decode(row(catalogue, stored), stored.payload());
    }

    public static <E> E decode(EventRow<E> row, byte[] payload) {
        return Json.events().readValue(payload, row.type());
    }

    private static <E> EventRow<E> row(Catalogue<?, ?, E> catalogue, StoredEvent stored) {
        for (var row : catalogue.events()) {
            if (row.name().equals(stored.name()) && row.version() == stored.version()) {
                return row;
            }
        }
        throw new IllegalStateException("the catalogue of %s has no event %s (position %d)"
                .formatted(catalogue.aggregate(), stored.wireType(), stored.position()));
    }
}
