package io.milepost.delivery.servicecase;

import static io.milepost.delivery.servicecase.ServiceCase.Deadline.*;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_DEADLINE;
import static io.milepost.delivery.servicecase.ServiceCases.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicecase.ServiceCase.*;
import io.milepost.delivery.servicecase.ServiceCaseCatalogue.View;
import io.milepost.delivery.servicecase.ServiceCaseEvent.*;
import io.milepost.delivery.servicelevel.ServiceLevelCatalogue;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServiceDeadlineTest {

    @Test
    @DisplayName("R-165: what was promised falls due in working days, a solution anew after each reopening")
    void promises_fall_due() {
        var answer = DueDate.workingDaysAfter(Scenario.NOW, 0, new MarkDeadlineBreached(ANSWER))
                .part("answer")
                .ownedBy("kim");
        assertThat(dues(OPEN)).containsExactly(answer, solution(Scenario.NOW));
        assertThat(dues(WORKING)).containsExactly(solution(Scenario.NOW));
        assertThat(dues(DONE)).isEmpty();
        assertThat(dues(ENDED)).isEmpty();
        assertThat(dues(working(CaseKind.GUIDANCE))).isEmpty();
        var later = Scenario.NOW.plus(5, ChronoUnit.DAYS);
        var reopened = OPEN.given(
                new ServiceDeadlineBreached(ANSWER, "kim"),
                ASSIGNED,
                STARTED,
                new ServiceDeadlineBreached(SOLUTION, "kim"),
                RESOLVED,
                new ServiceCaseReopened("leaks again", later));
        assertThat(dues(reopened)).containsExactly(solution(later));
        assertThat(View.of(reopened.state()).breached()).containsExactly(ANSWER);
    }

    @Test
    @DisplayName("R-165: an answer and a solution that do not come in time are breaches, each once")
    void promises_are_broken_once() {
        var answer = new ServiceDeadlineBreached(ANSWER, "kim");
        var solution = new ServiceDeadlineBreached(SOLUTION, "kim");
        var late = OPEN.when(new MarkDeadlineBreached(ANSWER))
                .then(answer)
                .when(new MarkDeadlineBreached(ANSWER))
                .thenNothing()
                .when(new MarkDeadlineBreached(SOLUTION))
                .then(solution)
                .when(new MarkDeadlineBreached(SOLUTION))
                .thenNothing();
        assertThat(View.of(late.state()).breached()).containsExactlyInAnyOrder(ANSWER, SOLUTION);
        WORKING.when(new MarkDeadlineBreached(ANSWER)).thenNothing();
        DONE.when(new MarkDeadlineBreached(SOLUTION)).thenNothing();
        working(CaseKind.GUIDANCE).when(new MarkDeadlineBreached(SOLUTION)).thenNothing();
    }

    @Test
    @DisplayName(
            "R-165: a problem has a deadline always: what its service level leaves out is as the standard one says")
    void a_problem_has_a_deadline() {
        var standard = new StandardLevel(
                ServiceLevelCatalogue.STANDARD,
                new Level(
                        7,
                        List.of(
                                new ServicePromise(CaseKind.PROBLEM, Urgency.LOW, 2, 10),
                                new ServicePromise(CaseKind.REPAIR, Urgency.LOW, 2, 20))));
        var lenient = new Level(3, List.of(new ServicePromise(CaseKind.PROBLEM, Urgency.HIGH, 0, 2)));
        var asked = Scenario.of(SERVICE_CASE).reading(lenient).reading(standard);
        assertThat(promised(asked, CaseKind.PROBLEM, Urgency.LOW))
                .isEqualTo(new Promised(ServiceLevelCatalogue.STANDARD, 7, 2, 10));
        assertThat(promised(asked, CaseKind.PROBLEM, Urgency.HIGH)).isEqualTo(new Promised(LEVEL, 3, 0, 2));
        assertThat(promised(asked, CaseKind.REPAIR, Urgency.LOW)).isNull();
    }

    private static @Nullable Promised promised(
            Scenario<ServiceCase, Command, ServiceCaseEvent> asked, CaseKind kind, Urgency urgency) {
        var open = new OpenCase(ACCOUNT, null, kind, urgency, "leak", null, null, "kim", LEVEL);
        return ((ServiceCaseOpened) asked.when(open).decision().events().getFirst()).promised();
    }

    private static DueDate solution(Instant since) {
        return DueDate.workingDaysAfter(since, 2, new MarkDeadlineBreached(SOLUTION))
                .part("solution")
                .ownedBy("kim");
    }

    private static List<DueDate> dues(Scenario<ServiceCase, Command, ServiceCaseEvent> scenario) {
        return List.copyOf(SERVICE_DEADLINE.dates().apply(scenario.state()));
    }
}
