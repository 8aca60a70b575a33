package io.milepost.delivery;

import static io.milepost.delivery.careprogramme.CareProgrammeCatalogue.CARE_DUE;
import static io.milepost.delivery.careprogramme.CareProgrammeCatalogue.CARE_PROGRAMME;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.CARE_VISIT;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.VISIT_COMING;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.VISIT_MISSED;
import static io.milepost.delivery.changerequest.ChangeRequestCatalogue.CHANGE_REQUEST;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.COORDINATION_TASK;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.TASK_OVERDUE;
import static io.milepost.delivery.deviation.DeviationCatalogue.CORRECTION_DUE;
import static io.milepost.delivery.deviation.DeviationCatalogue.DEVIATION;
import static io.milepost.delivery.fulfilment.FulfilmentCatalogue.DELIVERY_DUE;
import static io.milepost.delivery.fulfilment.FulfilmentCatalogue.FULFILMENT;
import static io.milepost.delivery.improvementaction.ImprovementActionCatalogue.IMPROVEMENT_ACTION;
import static io.milepost.delivery.improvementaction.ImprovementActionCatalogue.IMPROVEMENT_OVERDUE;
import static io.milepost.delivery.resourceallocation.ResourceAllocationCatalogue.RESOURCE_ALLOCATION;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_DEADLINE;
import static io.milepost.delivery.servicelevel.ServiceLevelCatalogue.SERVICE_LEVEL;

import io.milepost.delivery.careprogramme.CareProgramme.*;
import io.milepost.delivery.carevisit.CareVisit.*;
import io.milepost.delivery.carevisit.CareVisitEvent.*;
import io.milepost.delivery.changerequest.ChangeRequest.*;
import io.milepost.delivery.deviation.Deviation.*;
import io.milepost.delivery.fulfilment.Fulfilment.*;
import io.milepost.delivery.fulfilment.FulfilmentEvent.*;
import io.milepost.delivery.fulfilment.FulfilmentEvent.DeliveryOverdue;
import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for whatever happens on the way to the customer and after the sale, in random order. */
class AfterSalesLawsTest {
    private static final UUID ACCOUNT = Scenario.ID;
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final ServicePromise PROMISE = new ServicePromise(CaseKind.PROBLEM, Urgency.LOW, 0, 2);

    @Test
    void laws_of_the_service_level() {
        Laws.of(SERVICE_LEVEL)
                .suggesting(
                        "promises",
                        List.of(PROMISE),
                        List.of(PROMISE, new ServicePromise(CaseKind.REPAIR, Urgency.LOW, 1, 2)))
                .check();
    }

    @Test
    void laws_of_the_service_case() {
        Laws.of(SERVICE_CASE)
                .after(new ServiceCaseOpened(
                        ACCOUNT,
                        null,
                        CaseKind.PROBLEM,
                        Urgency.LOW,
                        "leak",
                        null,
                        null,
                        "kim",
                        Scenario.NOW,
                        new Promised(ACCOUNT, 1, 0, 2)))
                .suggesting("satisfaction", 1, 5)
                .rare(ServiceCaseOpened.class)
                .repeating(ReopenCase.class)
                .waits(SERVICE_DEADLINE)
                .check();
    }

    @Test
    void laws_of_the_care_visit() {
        Laws.of(CARE_VISIT)
                .after(new CareVisitScheduled(ACCOUNT, null, DAY, "kim", null))
                .suggesting("satisfaction", 1, 5)
                .suggesting("RescheduleVisit.on", DAY.plusDays(30), DAY.plusDays(60))
                .rare(CareVisitScheduled.class)
                .rare(CareVisitMissed.class)
                .waits(VISIT_COMING, VISIT_MISSED)
                .check();
    }

    @Test
    void laws_of_the_improvement_action() {
        Laws.of(IMPROVEMENT_ACTION)
                .suggesting("Answered.so", true)
                .suggesting("dueOn", DAY.plusDays(30), DAY.plusDays(60))
                .waits(IMPROVEMENT_OVERDUE)
                .check();
    }

    @Test
    void laws_of_the_care_programme() {
        Laws.of(CARE_PROGRAMME)
                .suggesting("accounts", List.of(ACCOUNT))
                .suggesting("from", DAY)
                .suggesting("until", DAY.plusYears(1))
                .waits(CARE_DUE)
                .check();
    }

    @Test
    void laws_of_the_coordination_task() {
        Laws.of(COORDINATION_TASK)
                .suggesting("dueOn", DAY.plusDays(30), DAY.plusDays(60))
                .waits(TASK_OVERDUE)
                .check();
    }

    @Test
    void laws_of_the_fulfilment() {
        var one = BigDecimal.ONE;
        Laws.of(FULFILMENT)
                .after(
                        new FulfilmentOpened(ACCOUNT, "kim", List.of(new Line("press", one)), null),
                        new DeliveryTermsAgreed(
                                ACCOUNT, DAY.plusDays(30), Manner.CARRIER, "crates", "Gate 4", null, true, null),
                        new SupplyArranged(ACCOUNT, 1, Supply.STOCK, DAY.plusDays(20)))
                .suggesting("line", 1)
                .suggesting("readyBy", DAY.plusDays(20), DAY.plusDays(25))
                .suggesting("AgreeDeliveryTerms.on", DAY.plusDays(30), DAY.plusDays(40))
                .suggesting("reference", "DN 1", "DN 2")
                .suggesting(
                        "quantities", List.of(new Quantity(1, one)), List.of(new Quantity(1, new BigDecimal("0.5"))))
                .rare(FulfilmentOpened.class)
                .rare(InstallationCompleted.class)
                .rare(CommissioningCompleted.class)
                .waits(DELIVERY_DUE)
                .suggesting("so", true)
                .rare(DeliveryOverdue.class)
                .check();
    }

    @Test
    void laws_of_the_deviation() {
        Laws.of(DEVIATION)
                .after(new DeviationFound(
                        ACCOUNT, Dimension.QUALITY, "cracks", null, null, "grind", "eva", DAY.plusDays(30), DAY))
                .rare(DeviationFound.class)
                .rare(CorrectionOverdue.class)
                .suggesting("dueOn", DAY.plusDays(30), DAY.plusDays(40))
                .waits(CORRECTION_DUE)
                .check();
    }

    @Test
    void laws_of_the_resource_allocation() {
        Laws.of(RESOURCE_ALLOCATION)
                .suggesting("from", DAY)
                .suggesting("until", DAY.plusDays(30))
                .check();
    }

    @Test
    void laws_of_the_change_request() {
        Laws.of(CHANGE_REQUEST)
                .after(new ChangeRaised(ACCOUNT, "another gate", "the old one is too low", "kim", "max"))
                .rare(ChangeRaised.class)
                .rare(ChangeSettled.class)
                .check();
    }
}
