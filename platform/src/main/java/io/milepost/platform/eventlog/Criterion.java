package io.milepost.platform.eventlog;

import java.util.Set;

/** Events that carry all these tags and, if any names are given, have one of these names. Empty tags match any. */
public record Criterion(Set<String> tags, Set<String> names) {

    public Criterion {
        tags = Set.copyOf(tags);
        names = Set.copyOf(names);
    }

    public static Criterion tagged(String... tags) {
        return new Criterion(Set.of(tags), Set.of());
    }

    public boolean matches(StoredEvent event) {
        return event.tags().containsAll(tags) && (names.isEmpty() || names.contains(event.name()));
    }
}
