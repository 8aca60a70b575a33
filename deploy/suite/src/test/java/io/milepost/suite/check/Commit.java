package io.milepost.suite.check;

import java.util.List;
import java.util.stream.Stream;

/** A document of the event log. */
public record Commit(
        long first,
        long last,
        String requestId,
        byte[] requestHash,
        String writer,
        byte[] hash,
        List<String> tags,
        List<Event> events) {

    /** All events with this name, in the order of the log. */
    static Stream<Event> events(List<Commit> commits, String name) {
        return commits.stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.name().equals(name));
    }
}
