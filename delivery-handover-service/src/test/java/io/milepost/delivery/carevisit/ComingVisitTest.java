package io.milepost.delivery.carevisit;

import static io.milepost.delivery.carevisit.CareVisitCatalogue.CARE_VISIT;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.VISIT_COMING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.carevisit.CareVisit.*;
import io.milepost.delivery.carevisit.CareVisitEvent.*;
import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.SoldContract.Promised;
import io.milepost.delivery.kernel.VisitRules;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComingVisitTest {
    private static final UUID ACCOUNT = new UUID(1, 1);
    private static final UUID CONTRACT = new UUID(1, 2);
    private static final LocalDate DAY = LocalDate.parse("2026-04-06");
    private static final LocalDate LATER = LocalDate.parse("2026-05-04");
    private static final CareVisitAnnounced ANNOUNCED = new CareVisitAnnounced(DAY, "kim");
    private static final Scenario<CareVisit, Command, CareVisitEvent> WAITING =
            Scenario.of(CARE_VISIT).given(new CareVisitScheduled(ACCOUNT, null, DAY, "kim", null));

    @Test
    @DisplayName("R-166, domain 3.8: whoever visits is reminded a week before, once for each day")
    void is_announced_once_for_each_day() {
        WAITING.when(new AnnounceVisit(DAY)).on(DAY.minusDays(8)).thenNothing();
        var announced = WAITING.when(new AnnounceVisit(DAY))
                .on(DAY.minusDays(7))
                .then(ANNOUNCED)
                .when(new AnnounceVisit(DAY))
                .on(DAY.minusDays(6))
                .thenNothing();
        announced
                .given(new CareVisitRescheduled(DAY, LATER, "holidays"))
                .when(new AnnounceVisit(DAY))
                .on(LATER.minusDays(7))
                .thenNothing()
                .when(new AnnounceVisit(LATER))
                .on(LATER.minusDays(7))
                .then(new CareVisitAnnounced(LATER, "kim"));
        WAITING.given(new CareVisitCancelled("moved away"))
                .when(new AnnounceVisit(DAY))
                .on(DAY)
                .thenNothing();
    }

    @Test
    @DisplayName("R-166, R-188: notice, next day and number of misses are those of the version that the contract has")
    void is_as_the_version_of_its_process_says() {
        var rules = new VisitRules(10, 7, 2);
        var north = new SoldContract(
                ACCOUNT, "kim", new Promised(new UUID(8, 8), 4, new AfterSales(null, null, null, null, rules)));
        var scheduled = new CareVisitScheduled(ACCOUNT, CONTRACT, DAY, "kim", rules);
        for (var plan : List.of(new PlanReturnVisit(CONTRACT, DAY), new ScheduleVisit(ACCOUNT, CONTRACT, DAY, null))) {
            Scenario.of(CARE_VISIT).reading(north).when(plan).then(scheduled);
        }
        var visit = Scenario.of(CARE_VISIT).given(scheduled);
        visit.when(new AnnounceVisit(DAY)).on(DAY.minusDays(11)).thenNothing();
        visit.when(new AnnounceVisit(DAY)).on(DAY.minusDays(10)).then(ANNOUNCED);
        assertThat(VISIT_COMING.dates().apply(visit.state()))
                .containsExactly(DueDate.startOf(DAY.minusDays(10), new AnnounceVisit(DAY))
                        .ownedBy("kim"));
        var next = DAY.plusDays(7);
        visit.when(new MarkVisitMissed(DAY))
                .on(DAY.plusDays(1))
                .then(new CareVisitMissed(DAY, next, "kim"))
                .when(new MarkVisitMissed(next))
                .on(next.plusDays(1))
                .then(new CareVisitMissed(next, null, "kim"));
    }

    @Test
    void waits_for_the_week_before() {
        assertThat(VISIT_COMING.dates().apply(WAITING.state()))
                .containsExactly(DueDate.startOf(DAY.minusDays(7), new AnnounceVisit(DAY))
                        .ownedBy("kim"));
        assertThat(VISIT_COMING.dates().apply(WAITING.given(ANNOUNCED).state())).isEmpty();
        assertThat(VISIT_COMING
                        .dates()
                        .apply(WAITING.given(new CareVisitCancelled("moved away"))
                                .state()))
                .isEmpty();
        var moved = WAITING.given(ANNOUNCED, new CareVisitMissed(DAY, LATER, "kim"));
        assertThat(VISIT_COMING.dates().apply(moved.state())).hasSize(1);
    }
}
