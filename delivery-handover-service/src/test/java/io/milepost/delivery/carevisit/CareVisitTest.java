package io.milepost.delivery.carevisit;

import static io.milepost.delivery.carevisit.CareVisit.No.*;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.*;
import static io.milepost.delivery.kernel.Satisfaction.No.SCORE_OUT_OF_RANGE;
import static io.milepost.delivery.kernel.ServiceRefusal.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.carevisit.CareVisit.*;
import io.milepost.delivery.carevisit.CareVisitCatalogue.View;
import io.milepost.delivery.carevisit.CareVisitCatalogue.Visited;
import io.milepost.delivery.carevisit.CareVisitEvent.*;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CareVisitTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(CARE_VISIT);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final LocalDate TWO_WEEKS_LATER = LocalDate.parse("2026-03-20");
    private static final LocalDate FOUR_WEEKS_LATER = LocalDate.parse("2026-04-03");
    private static final UUID ACCOUNT = new UUID(1, 1);
    private static final UUID CONTRACT = new UUID(1, 2);
    private static final CareVisitScheduled SCHEDULED = new CareVisitScheduled(ACCOUNT, CONTRACT, FRIDAY, "kim", null);
    private static final CareVisitDone DONE =
            new CareVisitDone(ACCOUNT, CONTRACT, TODAY, Means.PHONE, 4, "runs well", "kim", "hash-1");
    private static final Scenario<CareVisit, Command, CareVisitEvent> NOTHING =
            Scenario.of(CARE_VISIT).recording(REACHED);
    private static final Scenario<CareVisit, Command, CareVisitEvent> SOLD =
            NOTHING.reading(new SoldContract(ACCOUNT, "kim", null));
    private static final Scenario<CareVisit, Command, CareVisitEvent> WAITING = NOTHING.given(SCHEDULED);
    private static final Scenario<CareVisit, Command, CareVisitEvent> VISITED = WAITING.given(DONE);
    private static final Scenario<CareVisit, Command, CareVisitEvent> CANCELLED =
            WAITING.given(new CareVisitCancelled("moved away"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-166: a visit is planned for a day to come, by whoever sold the contract unless somebody else is named")
    void is_planned() {
        SOLD.when(new ScheduleVisit(ACCOUNT, CONTRACT, FRIDAY, null)).then(SCHEDULED);
        SOLD.when(new ScheduleVisit(ACCOUNT, CONTRACT, TODAY, "zoe"))
                .then(new CareVisitScheduled(ACCOUNT, CONTRACT, TODAY, "zoe", null));
        NOTHING.when(new ScheduleVisit(ACCOUNT, null, FRIDAY, "zoe"))
                .then(new CareVisitScheduled(ACCOUNT, null, FRIDAY, "zoe", null));
        NOTHING.when(new ScheduleVisit(ACCOUNT, null, FRIDAY, null)).thenRefused(OWNER_MISSING, "/owner");
        NOTHING.when(new ScheduleVisit(ACCOUNT, CONTRACT, FRIDAY, "zoe")).thenRefused(CONTRACT_UNKNOWN, "/contractId");
        SOLD.when(new ScheduleVisit(CONTRACT, CONTRACT, FRIDAY, "zoe"))
                .thenRefused(ACCOUNT_OF_OTHER_CONTRACT, "/accountId");
        SOLD.when(new ScheduleVisit(ACCOUNT, CONTRACT, TODAY.minusDays(1), null))
                .thenRefused(VISIT_IN_PAST, "/on");
        SOLD.when(new ScheduleVisit(ACCOUNT, CONTRACT, TODAY.plusYears(6), null))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
    }

    @Test
    @DisplayName("R-166: what is planned by itself is of the contract's account and seller")
    void is_planned_by_itself() {
        SOLD.when(new PlanReturnVisit(CONTRACT, FRIDAY)).then(SCHEDULED);
        NOTHING.when(new PlanReturnVisit(CONTRACT, FRIDAY)).thenRefused(CONTRACT_UNKNOWN, "/contractId");
    }

    @Test
    @DisplayName("R-166, R-167: a visit takes place once, with what the customer said")
    void takes_place_once() {
        WAITING.when(new RecordVisit(null, Means.PHONE, 4, "runs well"))
                .byMember("kim")
                .digest("feedback", "hash-1")
                .then(DONE)
                .when(new RecordVisit(TODAY, Means.PHONE, 4, "runs well"))
                .digest("feedback", "hash-1")
                .thenNothing()
                .when(new RecordVisit(null, Means.PHONE, 3, "runs well"))
                .digest("feedback", "hash-1")
                .thenRefused(VISIT_DONE)
                .when(new RecordVisit(null, Means.PHONE, 4, "broke down"))
                .digest("feedback", "hash-2")
                .thenRefused(VISIT_DONE);
        WAITING.when(new RecordVisit(TODAY.plusDays(1), Means.MAIL, null, null)).thenRefused(DAY_IN_FUTURE, "/on");
        WAITING.when(new RecordVisit(LocalDate.parse("0001-01-01"), Means.MAIL, null, null))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
        WAITING.when(new RecordVisit(null, Means.MAIL, 6, null)).thenRefused(SCORE_OUT_OF_RANGE, "/satisfaction");
        WAITING.when(new RecordVisit(null, Means.MAIL, null, " ")).thenRefused(TEXT_MISSING, "/feedback");
    }

    @Test
    @DisplayName("R-166: a missed visit is on record and stands again, until somebody has to name a day")
    void stands_again_after_it_was_missed() {
        var lastMiss = new CareVisitMissed(FOUR_WEEKS_LATER, null, "kim");
        WAITING.when(new MarkVisitMissed(FRIDAY)).on(FRIDAY).thenNothing();
        var missed = WAITING.when(new MarkVisitMissed(FRIDAY))
                .on(FRIDAY.plusDays(1))
                .then(new CareVisitMissed(FRIDAY, TWO_WEEKS_LATER, "kim"))
                .when(new MarkVisitMissed(FRIDAY))
                .on(FRIDAY.plusDays(2))
                .thenNothing()
                .when(new MarkVisitMissed(TWO_WEEKS_LATER))
                .on(TWO_WEEKS_LATER.plusDays(1))
                .then(new CareVisitMissed(TWO_WEEKS_LATER, FOUR_WEEKS_LATER, "kim"))
                .when(new MarkVisitMissed(FOUR_WEEKS_LATER))
                .on(FOUR_WEEKS_LATER.plusDays(1))
                .then(lastMiss);
        assertThat(View.of(missed.state()))
                .isEqualTo(new View(
                        "MISSED",
                        ACCOUNT,
                        CONTRACT,
                        "kim",
                        FOUR_WEEKS_LATER,
                        List.of(FRIDAY, TWO_WEEKS_LATER, FOUR_WEEKS_LATER),
                        null,
                        null));
        missed.when(new MarkVisitMissed(FOUR_WEEKS_LATER))
                .on(FOUR_WEEKS_LATER.plusDays(2))
                .thenNothing();
        var named = missed.when(new RescheduleVisit(FOUR_WEEKS_LATER.plusDays(7), "after their holidays"))
                .then(new CareVisitRescheduled(FOUR_WEEKS_LATER, FOUR_WEEKS_LATER.plusDays(7), "after their holidays"));
        assertThat(View.of(named.state()).status()).isEqualTo("SCHEDULED");
        assertThat(named.state().missed()).hasSize(3);
    }

    @Test
    @DisplayName("R-166: a visit is moved for a reason, to a day to come")
    void is_moved() {
        WAITING.when(new RescheduleVisit(FRIDAY, "as it is")).thenNothing();
        WAITING.when(new RescheduleVisit(TODAY, " ")).thenRefused(REASON_MISSING, "/reason");
        WAITING.when(new RescheduleVisit(TODAY.minusDays(1), "earlier")).thenRefused(VISIT_IN_PAST, "/on");
        WAITING.when(new RescheduleVisit(TODAY, "earlier")).then(new CareVisitRescheduled(FRIDAY, TODAY, "earlier"));
        VISITED.when(new RescheduleVisit(TODAY, "again")).thenRefused(VISIT_DONE);
        CANCELLED.when(new RescheduleVisit(TODAY, "after all")).thenRefused(VISIT_CANCELLED);
    }

    @Test
    void is_cancelled_for_a_reason() {
        WAITING.when(new CancelVisit(" ")).thenRefused(REASON_MISSING, "/reason");
        WAITING.when(new CancelVisit("moved away"))
                .then(new CareVisitCancelled("moved away"))
                .when(new CancelVisit("moved away"))
                .thenNothing()
                .when(new CancelVisit("bankrupt"))
                .thenRefused(VISIT_CANCELLED);
        VISITED.when(new CancelVisit("too late")).thenRefused(VISIT_DONE);
        Stream.of(VISITED, CANCELLED)
                .forEach(ended -> ended.when(new MarkVisitMissed(FRIDAY))
                        .on(FRIDAY.plusDays(1))
                        .thenNothing());
    }

    @Test
    @DisplayName("R-042: a need that is noticed at a visit is noted once")
    void a_new_need_is_noted_once() {
        VISITED.when(new NoteVisitNeed("a second press"))
                .byMember("kim")
                .digest("need", "hash-1")
                .then(new VisitNeedFound(ACCOUNT, CONTRACT, "a second press", "kim", "hash-1"))
                .when(new NoteVisitNeed("a second press"))
                .digest("need", "hash-1")
                .thenNothing();
        VISITED.when(new NoteVisitNeed(" ")).thenRefused(TEXT_MISSING, "/need");
        WAITING.when(new NoteVisitNeed("a second press")).thenRefused(VISIT_NOT_DONE);
    }

    @Test
    void shows_where_it_stands_and_what_it_waits_for() {
        assertThat(View.of(WAITING.state()))
                .isEqualTo(new View("SCHEDULED", ACCOUNT, CONTRACT, "kim", FRIDAY, List.of(), null, null));
        assertThat(View.of(VISITED.state()).visited())
                .isEqualTo(new Visited(TODAY, Means.PHONE, 4, "runs well", "kim"));
        assertThat(View.of(CANCELLED.state()).cancelledFor()).isEqualTo("moved away");
        assertThat(CARE_VISIT.ownerOf(WAITING.state())).isEqualTo("kim");
        assertThat(VISIT_MISSED.dates().apply(WAITING.state()))
                .containsExactly(
                        DueDate.endOf(FRIDAY, new MarkVisitMissed(FRIDAY)).ownedBy("kim"));
        assertThat(VISIT_MISSED.dates().apply(VISITED.state())).isEmpty();
        assertThat(VISIT_MISSED.dates().apply(CANCELLED.state())).isEmpty();
    }
}
