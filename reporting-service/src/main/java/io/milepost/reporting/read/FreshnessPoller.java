package io.milepost.reporting.read;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;

/** Looks at each projection once a second, so that a lag is known to the second also when nobody has asked for a while, and measures it. */
public final class FreshnessPoller implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final List<Freshness> projections;
    private final Disposable looking;

    public FreshnessPoller(List<Freshness> projections, VitalThreads threads, MeterRegistry meters) {
        this.projections = List.copyOf(projections);
        this.projections.forEach(projection -> measure(projection, meters));
        looking = threads.every(BETWEEN, "freshness", this::look);
    }

    private static void measure(Freshness projection, MeterRegistry meters) {
        TimeGauge.builder("milepost.projection.lag", projection, TimeUnit.MILLISECONDS, Freshness::lagMs)
                .tag("group", projection.group())
                .description("Upper bound of the age of the oldest event that is not in the numbers yet")
                .register(meters);
        Gauge.builder("milepost.projection.position", projection, Freshness::position)
                .tag("group", projection.group())
                .description("Every event of the source up to this position is in the numbers")
                .register(meters);
    }

    private void look() {
        VitalThreads.attempt("look where the projections stand", () -> projections.forEach(Freshness::look));
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
