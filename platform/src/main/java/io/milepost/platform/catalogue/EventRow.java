package io.milepost.platform.catalogue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One event of an aggregate.
 *
 * @param name stored and published name without version: {@code lead.captured}
 * @param version of its shape, from 1
 * @param tags besides the aggregate's own {@code <aggregate>=<id>}
 * @param root the entity whose id is the Kafka key, from the event's own entity and the event (architecture 7)
 * @param personal JSON fields that are sealed before they are stored
 * @param person whose they are, from the event's own entity and the event; an opaque id
 * @param secret texts that are sealed in some of these events; null where none ever is
 */
public record EventRow<E>(
        Class<? extends E> type,
        String name,
        int version,
        Function<E, Set<Tag>> tags,
        BiFunction<UUID, E, UUID> root,
        List<String> personal,
        BiFunction<UUID, E, UUID> person,
        @Nullable Secret<E> secret) {

    /**
     * What is sealed in an event that is secret.
     *
     * @param when whether an event is
     * @param paths of its texts, through the records and lists in it
     */
    public record Secret<E>(Predicate<E> when, List<String> paths) {
        public Secret {
            paths = List.copyOf(paths);
        }
    }

    public EventRow {
        personal = List.copyOf(personal);
    }

    EventRow<E> tagged(Function<E, Set<Tag>> by) {
        return new EventRow<>(type, name, version, by, root, personal, person, secret);
    }

    EventRow<E> rooted(BiFunction<UUID, E, UUID> by) {
        return new EventRow<>(type, name, version, tags, by, personal, person, secret);
    }

    EventRow<E> sealing(List<String> fields, BiFunction<UUID, E, UUID> of) {
        return new EventRow<>(type, name, version, tags, root, fields, of, secret);
    }

    EventRow<E> hiding(Secret<E> texts) {
        return new EventRow<>(type, name, version, tags, root, personal, person, texts);
    }

    /** Whether anything in this event is sealed when it is stored. */
    public boolean isSealed(E event) {
        return !personal.isEmpty() || !secretPaths(event).isEmpty();
    }

    /** Paths of the secret texts in this event; none where it is not secret. */
    public List<String> secretPaths(E event) {
        return secret != null && secret.when().test(event) ? secret.paths() : List.of();
    }

    /** The CloudEvents type: {@code lead.captured.v1}. */
    public String wireType() {
        return name + ".v" + version;
    }
}
