package io.milepost.platform.axon;

import java.util.concurrent.CompletableFuture;

/** The one way by which commands change entities. */
@SuppressWarnings("DoNotCallSuggester")
public final class Commands {

    /** Decides and stores; faults fail the future, everything else is an {@link Outcome}. */
    public CompletableFuture<Outcome> dispatch(Request request) {
        throw new UnsupportedOperationException("not built yet");
    }
}
