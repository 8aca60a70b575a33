package io.milepost.reporting.read.mart.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal's time in one true stage. It lasts until the deal has truly entered another one, is moved back, or is closed; another one begins where it is reopened.
 *
 * @param since the day on which it is booked
 * @param entered whether its milestones were reached anew; a deal that is moved back stands again in a stage that it had entered before
 * @param succeededOn null as long as it has not
 * @param probability to win that its success gave the deal, in whole percent; null where it was not said
 * @param until null as long as it lasts
 */
record Stay(
        int stage,
        LocalDate since,
        boolean entered,
        @Nullable LocalDate succeededOn,
        @Nullable Integer probability,
        @Nullable LocalDate until) {

    Stay succeeded(LocalDate on) {
        return new Stay(stage, since, entered, on, probability, until);
    }

    /** The signature that made it a success was a mistake (decision 44). */
    Stay unsucceeded() {
        return new Stay(stage, since, entered, null, null, until);
    }

    /** How likely its success made the deal; what is said later is of another stage. */
    Stay likely(int percent) {
        return succeededOn == null || probability != null
                ? this
                : new Stay(stage, since, entered, succeededOn, percent, until);
    }

    Stay ended(LocalDate on) {
        return new Stay(stage, since, entered, succeededOn, probability, on);
    }
}
