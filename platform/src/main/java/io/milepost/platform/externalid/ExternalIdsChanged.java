package io.milepost.platform.externalid;

import java.util.List;
import java.util.stream.Stream;

/**
 * The one event of the mechanism, in the history of the entity that is so called.
 *
 * @param kind the entity's aggregate: {@code lead}
 * @param added by which the entity can be found from now on
 * @param removed by which it cannot any more, and others may be
 */
public record ExternalIdsChanged(String kind, List<ExternalId> added, List<ExternalId> removed) {
    public ExternalIdsChanged {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** What the entity is called after it was called so. */
    List<ExternalId> after(List<ExternalId> before) {
        return Stream.concat(before.stream().filter(id -> !removed.contains(id)), added.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
