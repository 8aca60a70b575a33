package io.milepost.reporting.read;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks at each projection once a second, so that a lag is known to the second also when nobody has asked for a while. */
public final class Looking implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Disposable looking;

    public Looking(List<Freshness> projections) {
        looking = Flux.interval(BETWEEN, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .concatMap(tick -> Mono.fromRunnable(() -> projections.forEach(Freshness::look))
                        .onErrorResume(failure -> {
                            LOG.warn("Could not look where the projections stand", failure);
                            return Mono.empty();
                        }))
                .subscribe();
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
