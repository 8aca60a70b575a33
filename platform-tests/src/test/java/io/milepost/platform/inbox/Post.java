package io.milepost.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.testkit.Faults;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A post with its log, its positions and what it has parked. */
record Post(String group, String shop, ParcelOffice office) implements AutoCloseable {
    /** On the database of this name, with its key file in the folder. */
    static Post open(String mongo, String name, Path folder, String shop) {
        return new Post("post-service." + name, shop, ParcelOffice.open(mongo, name, folder));
    }

    /** An instance that may die before and after each of its commands, too. */
    Instance instance(Faults faults, Map<String, Object> connection) {
        return instance(faults, connection, dispatch -> request -> {
            faults.call("before a command");
            var outcome = dispatch.apply(request).join();
            faults.call("after a command");
            return CompletableFuture.completedFuture(outcome);
        });
    }

    Instance instance(Faults faults, Map<String, Object> connection, UnaryOperator<PostWork.Dispatch> between) {
        var database = faults.around(office.database());
        var parked = new ParkedStore(database.getCollection("parked"), Clock.systemUTC());
        var work = new PostWork(group, shop, office, parked, new SimpleMeterRegistry())
                .works(Map.of(), between, new ConsumedPositions(database.getCollection("inbox_positions")));
        return Instance.working(work, connection, faults);
    }

    /** What was done, by what it was done for; the order of different keys is nobody's. */
    Map<String, String> done() {
        var done = new HashMap<String, String>();
        for (StoredCommit commit : office.log().read(0, 1_000).join()) {
            var events = commit.events().stream()
                    .map(event -> event.wireType() + new String(event.payload(), StandardCharsets.UTF_8))
                    .toList();
            assertThat(done.put(commit.requestId(), events.toString()))
                    .as(commit.requestId())
                    .isNull();
        }
        return done;
    }

    List<String> parked() {
        return new ParkedStore(office.database().getCollection("parked"), Clock.systemUTC())
                .all().stream()
                        .map(waiting ->
                                "%s %s %s".formatted(waiting.get("offset"), waiting.get("key"), waiting.get("cause")))
                        .toList();
    }

    @Override
    public void close() {
        office.close();
    }
}
