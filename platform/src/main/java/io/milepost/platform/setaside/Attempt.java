package io.milepost.platform.setaside;

import java.util.function.Supplier;

/**
 * What pure rules make of an event, or that they fail on it. For rules only: whatever they throw is a fault of this one event, which no
 * repetition mends. What asks a store or a broker does not belong in here.
 *
 * @param <T> what comes of it
 */
public sealed interface Attempt<T> {

    /** What came of it. */
    record Done<T>(T value) implements Attempt<T> {}

    /** What it failed for; the message may quote the event's data. */
    record Failed<T>(RuntimeException fault) implements Attempt<T> {}

    static <T> Attempt<T> of(Supplier<T> rules) {
        try {
            return new Done<>(rules.get());
        } catch (RuntimeException fault) {
            return new Failed<>(fault);
        }
    }
}
