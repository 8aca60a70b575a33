package io.milepost.delivery.servicecase;

import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;

import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service case at each of its stages; what was promised is an answer on the same day and a solution within two working days. */
final class ServiceCases {
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final UUID ACCOUNT = new UUID(1, 1);
    static final UUID CONTRACT = new UUID(1, 2);
    static final UUID LEVEL = new UUID(1, 3);
    static final Promised PROMISED = new Promised(LEVEL, 4, 0, 2);
    static final ServiceCaseOpened PROBLEM = opened(CaseKind.PROBLEM, PROMISED);
    static final ServiceCaseAssigned ASSIGNED = new ServiceCaseAssigned("max", "KAP");
    static final ServiceCaseStarted STARTED = new ServiceCaseStarted("max", TODAY);
    static final ServiceCaseResolved RESOLVED = new ServiceCaseResolved("valve replaced", TODAY, "max");
    static final ServiceCaseConfirmed CONFIRMED =
            new ServiceCaseConfirmed(ACCOUNT, CONTRACT, 5, "well done", TODAY, "hash-1");

    static final Scenario<ServiceCase, Command, ServiceCaseEvent> OPEN =
            Scenario.of(SERVICE_CASE).given(PROBLEM);
    static final Scenario<ServiceCase, Command, ServiceCaseEvent> WORKING = OPEN.given(ASSIGNED, STARTED);
    static final Scenario<ServiceCase, Command, ServiceCaseEvent> DONE = WORKING.given(RESOLVED);
    static final Scenario<ServiceCase, Command, ServiceCaseEvent> ENDED = DONE.given(CONFIRMED);

    private ServiceCases() {}

    static ServiceCaseOpened opened(CaseKind kind, @Nullable Promised promised) {
        return new ServiceCaseOpened(
                ACCOUNT,
                CONTRACT,
                kind,
                Urgency.HIGH,
                "leak",
                "oil on the floor",
                "Ms Hu",
                "kim",
                Scenario.NOW,
                promised);
    }

    static Scenario<ServiceCase, Command, ServiceCaseEvent> working(CaseKind kind) {
        return Scenario.of(SERVICE_CASE).given(opened(kind, null), ASSIGNED, STARTED);
    }
}
