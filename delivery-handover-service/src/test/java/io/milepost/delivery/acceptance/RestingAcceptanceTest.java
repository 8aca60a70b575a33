package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptances.*;
import static io.milepost.delivery.kernel.Suspension.No.DELIVERY_SUSPENDED;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.kernel.Suspension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RestingAcceptanceTest {
    private static final Suspension RESTS = new Suspension(true);
    private static final Suspension GOES_ON = new Suspension(false);

    @Test
    @DisplayName("R-157, R-158: nothing is put before the customer while the delivery rests")
    void nothing_is_put_before_the_customer() {
        var open = opened();
        open.when(request(HALL_A, "Hall A")).reading(RESTS).thenRefused(DELIVERY_SUSPENDED);
        open.when(requestWhole()).reading(RESTS).thenRefused(DELIVERY_SUSPENDED);
        var requested = open.when(request(HALL_A, "Hall A")).reading(GOES_ON).then(requested(HALL_A, "Hall A"));

        var schedule = new ScheduleAcceptance(HALL_A, TODAY);
        requested.when(schedule).reading(RESTS).thenRefused(DELIVERY_SUSPENDED);
        var scheduled = requested.when(schedule).reading(GOES_ON).then(new AcceptanceScheduled(HALL_A, TODAY, null));

        var inspect = new RecordInspection(HALL_A, "0.02 mm", null);
        scheduled.when(inspect).reading(RESTS).thenRefused(DELIVERY_SUSPENDED);
        scheduled
                .when(inspect)
                .reading(GOES_ON)
                .then(new AcceptanceInspected(HALL_A, STANDARD, "0.02 mm", TODAY, null));
    }

    @Test
    @DisplayName("G18: what was inspected before is decided on by the customer all the same")
    void the_customer_decides_all_the_same() {
        inspectedHallA()
                .when(new DecideAcceptance(HALL_A, AcceptanceResult.PASSED, ACCEPTOR, null, null))
                .reading(RESTS)
                .then(accepted(HALL_A, "Hall A", AcceptanceResult.PASSED));
    }
}
