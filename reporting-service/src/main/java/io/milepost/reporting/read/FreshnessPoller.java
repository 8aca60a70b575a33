package io.milepost.reporting.read;

import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.List;
import reactor.core.Disposable;

/** Looks at each projection once a second, so that a lag is known to the second also when nobody has asked for a while. */
public final class FreshnessPoller implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final List<Freshness> projections;
    private final Disposable looking;

    public FreshnessPoller(List<Freshness> projections, VitalThreads threads) {
        this.projections = List.copyOf(projections);
        looking = threads.every(BETWEEN, "freshness", this::look);
    }

    private void look() {
        VitalThreads.attempt("look where the projections stand", () -> projections.forEach(Freshness::look));
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
