package io.milepost.platform.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * What readiness says, for those who look at metrics alone: {@code milepost.ready} by part, looked at every few seconds and never
 * by a scrape, which must not wait for a database. The instance is ready while all parts are.
 */
final class ReadinessMeters implements SmartLifecycle {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final HealthEndpoint health;
    private final VitalThreads threads;
    private final MeterRegistry meters;
    private final Map<String, Boolean> ready = new ConcurrentHashMap<>();
    private volatile Disposable looking = Disposables.disposed();

    ReadinessMeters(HealthEndpoint health, VitalThreads threads, MeterRegistry meters) {
        this.health = health;
        this.threads = threads;
        this.meters = meters;
    }

    @Override
    public void start() {
        looking = threads.every(BETWEEN, "readiness", () -> VitalThreads.attempt("look at readiness", this::look));
    }

    @Override
    public void stop() {
        looking.dispose();
        looking = Disposables.disposed();
    }

    @Override
    public boolean isRunning() {
        return !looking.isDisposed();
    }

    private void look() {
        if (health.healthForPath("readiness") instanceof CompositeHealthDescriptor parts) {
            Objects.requireNonNullElse(parts.getComponents(), Map.<String, HealthDescriptor>of())
                    .forEach(this::saw);
        }
    }

    private void saw(String part, HealthDescriptor said) {
        var before = ready.put(part, Status.UP.equals(said.getStatus()));
        if (before == null) {
            Gauge.builder("milepost.ready", ready, known -> known.getOrDefault(part, false) ? 1 : 0)
                    .tag("part", part)
                    .description("1 while this part of readiness is up; the instance is ready while all are")
                    .register(meters);
        }
    }
}
