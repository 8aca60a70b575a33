package io.milepost.platform.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a domain to one command: accepted with events (none when it is already so), or refused.
 *
 * @param <E> the aggregate's sealed event type
 */
public sealed interface Decision<E> {

    /** The events that become part of the entity's history if the decision is accepted or kept on record. */
    List<E> events();

    /** Accepted; an empty list means that the state already says so and nothing is stored. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * Refused.
     *
     * @param detail what exactly is missing or wrong, without personal data
     * @param pointer JSON pointer to the field of the command at fault, or null
     * @param events the refusal on record: events that another party must act on or a report counts; usually empty
     */
    record Refused<E>(
            Refusal reason, String detail, @Nullable String pointer, List<E> events) implements Decision<E> {
        public Refused {
            events = List.copyOf(events);
        }

        /** The same refusal, naming the field at fault by JSON pointer ({@code /expectedValue}). */
        public Refused<E> at(String jsonPointer) {
            return new Refused<>(reason, detail, jsonPointer, events);
        }

        /** The same refusal, leaving these events behind. */
        public Refused<E> onRecord(List<E> kept) {
            return new Refused<>(reason, detail, pointer, kept);
        }
    }

    static <E> Decision<E> accepted(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E> Decision<E> accepted(List<E> events) {
        return new Accepted<>(events);
    }

    /** Already so: accepted without events. */
    static <E> Decision<E> unchanged() {
        return new Accepted<>(List.of());
    }

    static <E> Refused<E> refused(Refusal reason) {
        return new Refused<>(reason, reason.reason().explanation(), null, List.of());
    }

    static <E> Refused<E> refused(Refusal reason, String detail) {
        return new Refused<>(reason, detail, null, List.of());
    }

    /** Refused for what a field of the command says, by JSON pointer. */
    static <E> Refused<E> refusedAt(String pointer, Refusal reason) {
        return refusedAt(pointer, reason, reason.reason().explanation());
    }

    static <E> Refused<E> refusedAt(String pointer, Refusal reason, String detail) {
        return new Refused<>(reason, detail, pointer, List.of());
    }
}
