package io.milepost.platform.relay;

/** The one road from a service's log to its topic. */
public interface Relay {

    /** Position up to which everything has been published, as far as this instance knows. */
    long publishedPosition();

    /** Events in the log that are not published yet. */
    long lag();

    /** How it stands: readiness shows {@link Status.Refusing}. */
    Status status();

    /** What the relay of this instance is doing. */
    sealed interface Status {
        /** Another instance holds the lease. */
        record StandingBy() implements Status {}

        record Publishing() implements Status {}

        /** Broker or database cannot be reached or something failed; it tries again by itself. */
        record Retrying(String cause) implements Status {}

        /** An operator has to act: wrong topic settings, or a lost checkpoint. */
        record Refusing(String reason) implements Status {}
    }
}
