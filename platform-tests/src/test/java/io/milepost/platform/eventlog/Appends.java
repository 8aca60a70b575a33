package io.milepost.platform.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Appends for tests. */
final class Appends {

    static final Instant WHEN = Instant.parse("2017-03-01T10:15:30.123Z");

    private Appends() {}

    static NewEvent event(String name, String... tags) {
        return new NewEvent(
                UUID.randomUUID(),
                name,
                1,
                WHEN,
                "{\"name\":\"%s\"}".formatted(name).getBytes(StandardCharsets.UTF_8),
                Map.of("subject", "s"),
                Set.of(tags));
    }

    /** One event without a condition. */
    static Append free(String request, String... tags) {
        return new Append(AppendCondition.none(), request, hash(request), List.of(event("thing.done", tags)));
    }

    /** One event with these tags, if none of them was used after the marker. */
    static Append unlessUsed(String request, long marker, String... tags) {
        var criteria = Stream.of(tags).map(Criterion::tagged).toList();
        return new Append(
                new AppendCondition(criteria, marker), request, hash(request), List.of(event("thing.done", tags)));
    }

    static byte[] hash(String request) {
        return request.getBytes(StandardCharsets.UTF_8);
    }

    static StoredCommit stored(Append.Result result) {
        return ((Append.Result.Stored) result).commit();
    }
}
