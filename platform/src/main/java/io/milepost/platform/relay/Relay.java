package io.milepost.platform.relay;

import java.util.OptionalLong;

/** The one road from a service's log to its topic. */
public interface Relay {

    /** Position up to which this instance knows everything to be published; empty until it has read its checkpoint. */
    OptionalLong publishedPosition();

    Status status();

    /** What the relay of this instance is doing. */
    sealed interface Status {
        /** Another instance holds the lease. */
        record StandingBy() implements Status {}

        record Publishing() implements Status {}

        /** The broker or the database cannot be reached, or another producer came between: it tries again by itself. */
        record Retrying(String cause) implements Status {}

        /** An operator has to act: wrong topic settings, or a checkpoint that does not fit the log. */
        record Refusing(String reason) implements Status {}
    }
}
