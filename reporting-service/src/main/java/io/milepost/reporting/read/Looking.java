package io.milepost.reporting.read;

import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;

/** Looks at each projection once a second, so that a lag is known to the second also when nobody has asked for a while. */
public final class Looking implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final List<Freshness> projections;
    private final Disposable looking;

    public Looking(List<Freshness> projections, VitalThreads threads) {
        this.projections = List.copyOf(projections);
        looking = threads.every(BETWEEN, "freshness", this::look);
    }

    private void look() {
        try {
            projections.forEach(Freshness::look);
        } catch (RuntimeException failure) {
            LOG.warn("Could not look where the projections stand", failure);
        }
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
