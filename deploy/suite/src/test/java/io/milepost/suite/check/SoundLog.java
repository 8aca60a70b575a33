package io.milepost.suite.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A log without a fault, in which faults are planted. */
final class SoundLog {

    private final List<Commit> commits = new ArrayList<>();

    /** A commit of one request with an event for each of these bodies. */
    SoundLog commit(String request, String entity, String name, String... bodies) {
        long first = head() + 1;
        var events = new ArrayList<Event>();
        for (var body : bodies) {
            long position = first + events.size();
            events.add(new Event(
                    position,
                    new UUID(7, position).toString(),
                    name,
                    1,
                    1_000 * position,
                    500,
                    body.getBytes(StandardCharsets.UTF_8),
                    Map.of("subject", entity, "root", entity),
                    List.of("id=" + entity)));
        }
        commits.add(chained(new Commit(
                first,
                first + events.size() - 1,
                request,
                new byte[] {1, 2, 3},
                "writer",
                new byte[0],
                List.of("id=" + entity),
                List.copyOf(events))));
        return this;
    }

    private Commit chained(Commit commit) {
        var before = commits.isEmpty() ? Chain.START : commits.getLast().hash();
        return withHash(commit, Chain.next(before, commit));
    }

    static Commit withHash(Commit commit, byte[] hash) {
        return new Commit(
                commit.first(),
                commit.last(),
                commit.requestId(),
                commit.requestHash(),
                commit.writer(),
                hash,
                commit.tags(),
                commit.events());
    }

    private long head() {
        return commits.isEmpty() ? 0 : commits.getLast().last();
    }

    List<Commit> commits() {
        return List.copyOf(commits);
    }

    /** As a relay without a fault publishes it: keys by hash over three partitions. */
    List<Published> published() {
        var topic = new ArrayList<Published>();
        for (int partition = 0; partition < 3; partition++) {
            long offset = 0;
            for (var commit : commits) {
                for (var event : commit.events()) {
                    if (Math.floorMod(event.root().hashCode(), 3) == partition) {
                        topic.add(new Published(
                                partition, offset++, event.root(), event.position(), event.id(), event.payload()));
                    }
                }
            }
        }
        return List.copyOf(topic);
    }
}
