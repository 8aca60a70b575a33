package io.milepost.delivery.servicecase;

import static io.milepost.delivery.servicecase.ServiceCase.No.SERVICE_NOT_RENDERED;
import static io.milepost.delivery.servicecase.ServiceCases.*;

import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReopenedServiceTest {
    @Test
    @DisplayName(
            "R-164: a training that was not enough is given again before it is resolved again, and so it is with the others")
    void what_is_done_again_is_on_record_again() {
        var first = new ServiceRendered(TODAY, "first day", BigDecimal.TWO, 12, "max");
        var reopened = working(CaseKind.TRAINING)
                .given(first, RESOLVED, new ServiceCaseReopened("the operators ask for more", Scenario.NOW));
        reopened.when(new ResolveCase("trained"))
                .thenRefused(SERVICE_NOT_RENDERED)
                .when(new RecordService(null, "first day", BigDecimal.TWO, 12))
                .byMember("max")
                .then(first)
                .when(new RecordService(null, "first day", BigDecimal.TWO, 12))
                .byMember("max")
                .thenNothing()
                .when(new ResolveCase("trained"))
                .byMember("max")
                .then(new ServiceCaseResolved("trained", TODAY, "max"));
        working(CaseKind.GUIDANCE)
                .given(RESOLVED, new ServiceCaseReopened("unclear", Scenario.NOW))
                .when(new ResolveCase("explained"))
                .byMember("max")
                .then(new ServiceCaseResolved("explained", TODAY, "max"));
    }
}
