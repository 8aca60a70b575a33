package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.COMPREHENSIVE;
import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.SINGLE_POINT;
import static io.milepost.delivery.acceptance.AcceptanceRefusal.QUALITY_STANDARD_FOREIGN;
import static io.milepost.delivery.acceptance.Acceptances.*;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.kernel.Agreed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody invents a standard where the contract has one. */
class ContractStandardTest {

    @Test
    @DisplayName("R-159: what is accepted is measured against the standard of the contract, and against no other")
    void is_measured_against_the_standard_of_the_contract() {
        var agreed = opened().reading(new Agreed(null, STANDARD, null));
        agreed.when(new RequestAcceptance(HALL_A, SINGLE_POINT, "Hall A", null)).then(requested(HALL_A, "Hall A"));
        agreed.when(new RequestAcceptance(HALL_A, SINGLE_POINT, "Hall A", "iso 9001 "))
                .then(requested(HALL_A, "Hall A"));
        agreed.when(new RequestAcceptance(HALL_A, SINGLE_POINT, "Hall A", "looks fine to me"))
                .thenRefused(QUALITY_STANDARD_FOREIGN, "/qualityStandard");
        agreed.when(new RequestAcceptance(WHOLE, COMPREHENSIVE, null, "looks fine to me"))
                .thenRefused(QUALITY_STANDARD_FOREIGN, "/qualityStandard");
    }

    @Test
    @DisplayName("R-159, R-138: an amended standard holds for what is requested from then on")
    void an_amended_standard_holds_from_then_on() {
        var amended = opened().given(requested(HALL_A, "Hall A")).reading(new Agreed(null, "ISO 4301", null));
        amended.when(new RequestAcceptance(HALL_B, SINGLE_POINT, "Hall B", null))
                .then(new AcceptanceRequested(CONTRACT, HALL_B, SINGLE_POINT, "Hall B", "ISO 4301"));
        amended.when(new RequestAcceptance(HALL_A, SINGLE_POINT, "Hall A", null))
                .thenNothing();
    }
}
