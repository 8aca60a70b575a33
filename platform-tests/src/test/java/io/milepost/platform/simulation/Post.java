package io.milepost.platform.simulation;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.axon.Commands;
import io.milepost.platform.axon.SimulatedCommands;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One life of the service that reacts: it weighs a parcel for each change of a thing, and posts it first where there is none. */
final class Post {

    /** A change with this number is refused: the record is parked, and what its key has later behind it. */
    static final int REFUSED = 0;

    static final String REFUSAL = "WEIGHT_NOT_POSITIVE";

    static final KeyFile KEYS = keys();

    private final Writer.Life life;
    private final Commands commands;
    private final Set<Flaw> flaws;

    Post(Writer.Life life, MemoryStore store, Set<Flaw> flaws) {
        this.life = life;
        this.flaws = flaws;
        commands = SimulatedCommands.open(
                life.instance(), life.log(), database(life.instance(), store), KEYS, life.clock(), Writer.METERS);
    }

    CompletableFuture<Outcome> dispatch(Request request) {
        if (flaws.contains(Flaw.AN_EFFECT_IS_NOT_AWAITED)) {
            life.instance()
                    .actor("unawaited", () -> {
                        var _ = weighed(request);
                    })
                    .start();
            return CompletableFuture.completedFuture(new Outcome.Unchanged(request.id(), 0));
        }
        return weighed(like(request, request.command(), idOf(request)));
    }

    private String idOf(Request request) {
        var id = request.requestId();
        if (flaws.contains(Flaw.A_REPEATED_REQUEST_HAS_A_NEW_ID)) {
            return id + "#" + life.instance().schedule().steps();
        }
        return flaws.contains(Flaw.A_REQUEST_ID_FORGETS_ITS_TARGET) ? id.substring(0, id.lastIndexOf('/')) : id;
    }

    private CompletableFuture<Outcome> weighed(Request request) {
        var outcome = answer(request);
        if (outcome.isCompletedExceptionally() || !(outcome.join() instanceof Outcome.Unknown)) {
            return outcome;
        }
        var posting = ParcelOffice.post(request.id().toString(), null, "1.00");
        var posted = answer(like(request, posting, "post/" + request.id()));
        return posted.isCompletedExceptionally() ? posted : answer(request);
    }

    private CompletableFuture<Outcome> answer(Request request) {
        var outcome = commands.dispatch(request);
        try {
            var _ = outcome.join();
        } catch (CompletionException failed) {
            life.instance().alive();
        }
        return outcome;
    }

    private Request like(Request request, Record command, String requestId) {
        var metadata = new HashMap<>(request.metadata());
        if (flaws.contains(Flaw.WHAT_WAS_HEARD_IS_NOT_SAID)) {
            metadata.remove(Metadata.HEARD);
        }
        return new Request(
                request.id(),
                command,
                requestId,
                command.equals(request.command()) ? request.requestHash() : requestId.getBytes(StandardCharsets.UTF_8),
                request.effectiveAt(),
                Request.Timing.FOLLOWING,
                request.who(),
                request.sight(),
                null,
                false,
                metadata);
    }

    static MongoDatabase database(Instance instance, MemoryStore store) {
        return (MongoDatabase) Proxy.newProxyInstance(
                Post.class.getClassLoader(), new Class<?>[] {MongoDatabase.class}, (_, method, arguments) -> {
                    if (!method.getName().equals("getCollection")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return MemoryCollection.of(store, (String) arguments[0], instance);
                });
    }

    private static KeyFile keys() {
        try {
            return KeyFile.open(Files.createTempDirectory("simulation").resolve("keys"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
