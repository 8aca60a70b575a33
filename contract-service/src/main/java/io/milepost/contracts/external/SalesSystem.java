package io.milepost.contracts.external;

import io.milepost.contracts.subscription.SubscriptionEvent.ExternalEntryRequested;
import java.util.UUID;

/** The external property-sales system. It is fed and never asked who has a unit (decision 17). */
@FunctionalInterface
public interface SalesSystem {

    /** What it answered. */
    sealed interface Answer {
        /** It stands there, under this reference. */
        record Entered(String reference) implements Answer {}

        /**
         * It does not stand there, as far as is known.
         *
         * @param cause in a word, without anything that the other side said: {@code HTTP_503}, {@code UNREACHABLE}
         */
        record Failed(String cause) implements Answer {}
    }

    /** Enters a subscription, or says that it stands there already; waits a few seconds at most, and never throws for what is wrong there. */
    Answer enter(UUID subscription, ExternalEntryRequested requested);
}
