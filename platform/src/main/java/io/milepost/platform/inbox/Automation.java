package io.milepost.platform.inbox;

import java.util.Set;

/**
 * One rule "when another service says this, then we do that". A bean of this type is all a service declares.
 *
 * @param name kebab case, {@code when-contract-signed-then-win}: the actor of its commands and part of their request ids, so it never changes
 * @param source short name of the producing service
 * @param type the one event type that it reacts to, with version
 * @param data the reader's record of the event's fields
 * @param settledBy refusal codes that end the story quietly, or UNKNOWN_TARGET; every other refusal parks the record
 */
public record Automation<T>(
        String name, String source, String type, Class<T> data, Reaction<T> reaction, Set<String> settledBy) {

    public Automation {
        settledBy = Set.copyOf(settledBy);
    }
}
