package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.StoredEvent;
import java.util.UUID;

/** Event records to stored bytes and back, by the catalogues. */
@SuppressWarnings("DoNotCallSuggester")
public final class EventCodec {

    /** The JSON that is stored and published; the row's personal fields are sealed. */
    public <E> byte[] encode(Catalogue<?, ?, E> catalogue, UUID id, E event) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The event as its record; a name or version that the catalogue does not have fails. */
    public <E> E decode(Catalogue<?, ?, E> catalogue, StoredEvent stored) {
        throw new UnsupportedOperationException("not built yet");
    }
}
