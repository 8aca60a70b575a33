package io.milepost.reporting.read.mart.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal's time in one true stage. It lasts until the deal has truly entered another one, is moved back, or is closed; another one begins where it is reopened.
 *
 * @param since the day on which it is booked
 * @param entered whether its milestones were reached anew; a deal that is moved back stands again in a stage that it had entered before
 * @param succeededOn null as long as it has not
 * @param until null as long as it lasts
 */
record Stay(
        int stage,
        LocalDate since,
        boolean entered,
        @Nullable LocalDate succeededOn,
        @Nullable LocalDate until) {

    Stay succeeded(LocalDate on) {
        return new Stay(stage, since, entered, on, until);
    }

    Stay ended(LocalDate on) {
        return new Stay(stage, since, entered, succeededOn, on);
    }
}
