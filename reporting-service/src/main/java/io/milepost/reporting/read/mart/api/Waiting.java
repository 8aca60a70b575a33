package io.milepost.reporting.read.mart.api;

import static java.util.Objects.requireNonNull;

import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.ProblemCode;
import io.milepost.platform.web.ProblemException;
import io.milepost.platform.web.RequestReader;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.mart.operate.Feeding;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Lets a reader wait until what it has seen elsewhere is in the figures (api.md 13). */
final class Waiting {
    private final Feeding feeding;
    private final Blocking blocking;
    private final Duration patience;

    Waiting(Feeding feeding, Blocking blocking, Duration patience) {
        this.feeding = feeding;
        this.blocking = blocking;
        this.patience = patience;
    }

    /** Of the sources that an answer is of; positions of others are not its own. */
    Mono<Void> until(ServerRequest request, Collection<String> sources) {
        return Mono.defer(() -> {
            var wanted = new HashMap<Freshness, Long>();
            sources.forEach(source -> RequestReader.minPosition(request, source)
                    .ifPresent(position ->
                            wanted.put(requireNonNull(feeding.freshness().get(source)), position)));
            return wanted.isEmpty()
                    ? Mono.empty()
                    : blocking.call(() -> waited(wanted)).then();
        });
    }

    private boolean waited(Map<Freshness, Long> wanted) {
        wanted.forEach((source, position) -> {
            if (!source.await(position, patience)) {
                throw new ProblemException(
                        ProblemCode.POSITION_NOT_REACHED,
                        "The tables stand at %s=%d."
                                .formatted(source.source(), source.now().position()));
            }
        });
        return true;
    }
}
