package io.milepost.platform.axon;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.StoredEvent;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Entities as their events tell; personal values stay sealed. */
@SuppressWarnings("DoNotCallSuggester")
public final class Entities {

    public <S, C, E> CompletableFuture<Entity<S>> load(Catalogue<S, C, E> catalogue, UUID id, Cut cut) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The entity's stored events in order; none when it is not known. */
    public CompletableFuture<List<StoredEvent>> history(Catalogue<?, ?, ?> catalogue, UUID id) {
        throw new UnsupportedOperationException("not built yet");
    }
}
