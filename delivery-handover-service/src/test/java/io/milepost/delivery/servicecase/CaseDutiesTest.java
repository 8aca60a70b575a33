package io.milepost.delivery.servicecase;

import static io.milepost.delivery.servicecase.ServiceCase.No.CONFIRMED_BY_SOLVER;
import static io.milepost.delivery.servicecase.ServiceCases.*;

import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicecase.ServiceCaseEvent.ServiceCaseAssigned;
import io.milepost.delivery.servicecase.ServiceCaseEvent.ServiceCaseConfirmed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who works on a case, and who says that the customer is content. */
class CaseDutiesTest {
    @Test
    @DisplayName("R-163, R-189: a case is begun, worked on and resolved by whoever it is assigned to")
    void the_assignee_works() {
        var service = new RecordService(null, "valve replaced", null, null);
        OPEN.given(ASSIGNED).when(new StartCase()).byMember("kim").thenNotYourDuty();
        WORKING.when(service).byMember("kim").thenNotYourDuty();
        WORKING.when(new ResolveCase("valve replaced")).byMember("kim").thenNotYourDuty();
        WORKING.when(new ResolveCase("valve replaced"))
                .byMember("MAX")
                .then(new ServiceCaseEvent.ServiceCaseResolved("valve replaced", TODAY, "MAX"));
        WORKING.given(new ServiceCaseAssigned("kim", "KAP"))
                .when(new ResolveCase("valve replaced"))
                .byMember("max")
                .thenNotYourDuty();
    }

    @Test
    @DisplayName("R-163, R-189: whoever resolved a case does not confirm it in the customer's name")
    void the_solver_does_not_confirm() {
        var confirmed = new ServiceCaseConfirmed(ACCOUNT, CONTRACT, 5, null, TODAY, null);
        DONE.when(new ConfirmCase(5, null)).byMember("Max").thenRefused(CONFIRMED_BY_SOLVER);
        DONE.when(new ConfirmCase(5, null)).byMember("kim").then(confirmed);
        DONE.when(new ConfirmCase(5, null)).then(confirmed);
        DONE.when(new ConfirmCase(5, null)).unbound().then(confirmed);
    }
}
