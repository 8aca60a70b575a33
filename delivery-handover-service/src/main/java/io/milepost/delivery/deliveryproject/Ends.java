package io.milepost.delivery.deliveryproject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which a delivery was complete, accepted by the customer, settled and closed; null until then. */
public record Ends(
        @Nullable LocalDate completedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate settledOn,
        @Nullable LocalDate closedOn) {
    static final Ends NONE = new Ends(null, null, null, null);

    Ends completed(LocalDate day) {
        return new Ends(day, acceptedOn, settledOn, closedOn);
    }

    Ends accepted(LocalDate day) {
        return new Ends(completedOn, day, settledOn, closedOn);
    }

    Ends settled(LocalDate day) {
        return new Ends(completedOn, acceptedOn, day, closedOn);
    }

    Ends closed(LocalDate day) {
        return new Ends(completedOn, acceptedOn, settledOn, day);
    }
}
