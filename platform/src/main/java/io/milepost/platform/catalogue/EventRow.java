package io.milepost.platform.catalogue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One event of an aggregate.
 *
 * @param name stored and published name without version: {@code lead.captured}
 * @param version of its shape, from 1
 * @param tags besides the aggregate's own {@code <aggregate>=<id>}
 * @param root the entity whose id is the Kafka key, from the event's own entity and the event (architecture 7)
 * @param personal JSON fields that are sealed before they are stored
 * @param person whose they are, from the event's own entity and the event; an opaque id
 */
public record EventRow<E>(
        Class<? extends E> type,
        String name,
        int version,
        Function<E, Set<Tag>> tags,
        BiFunction<UUID, E, UUID> root,
        List<String> personal,
        BiFunction<UUID, E, UUID> person) {

    public EventRow {
        personal = List.copyOf(personal);
    }

    EventRow<E> tagged(Function<E, Set<Tag>> by) {
        return new EventRow<>(type, name, version, by, root, personal, person);
    }

    EventRow<E> rooted(BiFunction<UUID, E, UUID> by) {
        return new EventRow<>(type, name, version, tags, by, personal, person);
    }

    EventRow<E> sealing(List<String> fields, BiFunction<UUID, E, UUID> of) {
        return new EventRow<>(type, name, version, tags, root, fields, of);
    }

    /** The CloudEvents type: {@code lead.captured.v1}. */
    public String wireType() {
        return name + ".v" + version;
    }
}
