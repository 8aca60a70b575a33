package io.milepost.platform.inbox;

import io.milepost.platform.decision.Refusal;
import java.util.Set;

/**
 * One rule "when another service says this, then we do that". A bean of this type is all a service declares.
 *
 * @param name kebab case, {@code when-contract-signed-then-win}: the actor of its commands and part of their request ids, so it never changes
 * @param source short name of the producing service
 * @param type the one event type that it reacts to, with version
 * @param data the reader's record of the event's fields
 * @param settledBy refusals that end the story quietly; every other one parks the record
 */
public record Automation<T>(
        String name, String source, String type, Class<T> data, Reaction<T> reaction, Set<Refusal> settledBy) {

    public Automation {
        settledBy = Set.copyOf(settledBy);
    }

    /** What the platform refuses by itself, so that an automation can be settled by it. */
    public enum Unreached implements Refusal {
        UNKNOWN_TARGET(Refusal.state("there is no such entity")),
        ALREADY_EXISTS(Refusal.state("there is such an entity"));

        private final Reason reason;

        Unreached(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    boolean isSettledBy(String code) {
        return settledBy.stream().anyMatch(refusal -> refusal.name().equals(code));
    }
}
