package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.SINGLE_POINT;
import static io.milepost.delivery.acceptance.Acceptances.*;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.SoldContract;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an acceptance knows of how its contract was sold. */
class SellerTest {
    private static final SoldContract NORTH = new SoldContract(
            CONTRACT, "kim", new SoldContract.Promised(new UUID(8, 8), 4, new AfterSales(List.of(14, 60), null, null, null)));

    @Test
    @DisplayName("R-157, R-161: the day of an acceptance and its failure name who sold the contract, who is told")
    void the_seller_is_named() {
        opened().given(requested(HALL_A, "Hall A"))
                .when(new ScheduleAcceptance(HALL_A, TODAY))
                .reading(NORTH)
                .then(new AcceptanceScheduled(HALL_A, TODAY, "kim"));
        inspectedHallA()
                .when(new DecideAcceptance(HALL_A, AcceptanceResult.FAILED, "leaks", null))
                .reading(NORTH)
                .then(new AcceptanceFailed(CONTRACT, HALL_A, SINGLE_POINT, "Hall A", "leaks", "kim"));
    }

    @Test
    @DisplayName("R-166, R-188: the accepted whole names the days on which its sales process has the customer visited")
    void the_days_of_visits_are_named() {
        inspectedWhole()
                .when(new DecideAcceptance(null, AcceptanceResult.PASSED, null, TODAY))
                .reading(NORTH)
                .then(new ComprehensiveAccepted(
                        CONTRACT, WHOLE, AcceptanceResult.PASSED, null, TODAY, USD, List.of(14, 60)));
    }
}
