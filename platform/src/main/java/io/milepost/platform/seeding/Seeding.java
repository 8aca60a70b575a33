package io.milepost.platform.seeding;

import io.milepost.platform.access.Sight;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.decision.Who;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends the seeds of a service before anything else is answered or heard. The request id is made of entity and content, so that several
 * instances that start together, and every later start, have one effect; a service that cannot be seeded does not start.
 */
public final class Seeding implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);

    private final List<Seed> seeds;
    private final Function<Request, CompletableFuture<Outcome>> dispatch;
    private volatile boolean running;

    public Seeding(List<Seed> seeds, Function<Request, CompletableFuture<Outcome>> dispatch) {
        this.seeds = List.copyOf(seeds);
        this.dispatch = dispatch;
    }

    @Override
    public void start() {
        seeds.forEach(this::send);
        running = true;
    }

    private void send(Seed seed) {
        var outcome = dispatch.apply(request(seed)).join();
        switch (outcome) {
            case Outcome.Committed _, Outcome.Unchanged _, Outcome.AlreadyExists _ -> {}
            // Somebody has made one of that name: what people have made stays.
            case Outcome.Refused refused -> LOG.warn("Seed {} is left out: {}", seed.id(), refused.code());
            default -> throw new IllegalStateException("seed %s was answered by %s".formatted(seed.id(), outcome));
        }
    }

    private static Request request(Seed seed) {
        var hash = hashOf(seed);
        return new Request(
                seed.id(),
                seed.command(),
                "seed/%s/%s".formatted(seed.id(), HexFormat.of().formatHex(hash)),
                hash,
                null,
                Request.Timing.FOLLOWING,
                Who.unbound("seed"),
                Sight.ALL,
                null,
                false,
                Map.of(Metadata.AUTH_TYPE, Metadata.SYSTEM));
    }

    private static byte[] hashOf(Seed seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Json.mapper().writeValueAsBytes(seed.command()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before relay, web server and inbox. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
