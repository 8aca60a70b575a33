package io.milepost.delivery.coordinationtask;

import static io.milepost.delivery.coordinationtask.CoordinationTask.No.*;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.*;
import static io.milepost.delivery.kernel.ClosedDelivery.No.DELIVERY_OVER;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.coordinationtask.CoordinationTask.*;
import io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.View;
import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoordinationTaskTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(COORDINATION_TASK);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final CoordinationTaskAsked ASKED =
            new CoordinationTaskAsked(CONTRACT, Department.PURCHASING, "order valves", "pia", FRIDAY, "KAP");
    private static final CoordinationTaskOverdue LATE = new CoordinationTaskOverdue(CONTRACT, "pia", FRIDAY);
    private static final CoordinationTaskCompleted DONE =
            new CoordinationTaskCompleted(CONTRACT, "ordered", TODAY, "pia");
    private static final CoordinationTaskCancelled CANCELLED =
            new CoordinationTaskCancelled(CONTRACT, "no valves", "KAP");
    private static final Scenario<CoordinationTask, Command, Event> NOTHING =
            Scenario.of(COORDINATION_TASK).recording(REACHED);
    private static final Scenario<CoordinationTask, Command, Event> SOLD =
            NOTHING.reading(new SoldContract(CONTRACT, "kim", null));
    private static final Scenario<CoordinationTask, Command, Event> OPEN = NOTHING.given(ASKED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-154: a task is asked of a department for a signed contract, with somebody to do it and a day")
    void is_asked_of_a_department() {
        SOLD.when(ask("order valves", "pia", FRIDAY)).byMember("KAP").then(ASKED);
        NOTHING.when(ask("order valves", "pia", FRIDAY)).thenRefused(CONTRACT_UNKNOWN, "/contractId");
        SOLD.when(ask("order valves", "pia", FRIDAY))
                .reading(new ClosedDelivery(true))
                .thenRefused(DELIVERY_OVER);
        SOLD.when(ask(" ", "pia", FRIDAY)).thenRefused(TEXT_MISSING, "/task");
        SOLD.when(ask("order valves", " ", FRIDAY)).thenRefused(OWNER_MISSING, "/owner");
        SOLD.when(ask("order valves", "pia", TODAY.minusDays(1))).thenRefused(DUE_IN_PAST, "/dueOn");
        SOLD.when(ask("order valves", "pia", TODAY.plusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/dueOn");
    }

    @Test
    @DisplayName("R-154: a task is completed once, in time or late, or cancelled for a reason")
    void is_completed_once() {
        OPEN.when(new CompleteTask("ordered"))
                .byMember("pia")
                .then(DONE)
                .when(new CompleteTask("ordered"))
                .thenNothing()
                .when(new CompleteTask("not ordered"))
                .thenRefused(TASK_COMPLETED)
                .when(new CancelTask("no valves"))
                .thenRefused(TASK_COMPLETED);
        OPEN.when(new CompleteTask(" ")).thenRefused(TEXT_MISSING, "/result");
        OPEN.when(new CancelTask(" ")).thenRefused(REASON_MISSING, "/reason");
        OPEN.when(new CancelTask("no valves"))
                .byMember("KAP")
                .then(CANCELLED)
                .when(new CancelTask("no valves"))
                .thenNothing()
                .when(new CompleteTask("ordered"))
                .thenRefused(TASK_CANCELLED);
        OPEN.given(LATE).when(new CompleteTask("ordered")).byMember("pia").then(DONE);
    }

    @Test
    @DisplayName("R-154, R-189: a task is given to another member, whose it is from then on")
    void changes_hands() {
        OPEN.when(new AssignTask("PIA ")).thenNothing();
        OPEN.when(new AssignTask(" ")).thenRefused(OWNER_MISSING, "/owner");
        var given =
                OPEN.when(new AssignTask("ned")).byMember("KAP").then(new CoordinationTaskAssigned(CONTRACT, "ned"));
        given.when(new CompleteTask("ordered")).byMember("pia").thenNotYourDuty();
        given.when(new CompleteTask("ordered"))
                .byMember("ned")
                .then(new CoordinationTaskCompleted(CONTRACT, "ordered", TODAY, "ned"));
        assertThat(COORDINATION_TASK.ownerOf(given.state())).isEqualTo("ned");
        assertThat(TASK_OVERDUE.dates().apply(given.state())).allMatch(date -> "ned".equals(date.owner()));
        OPEN.given(DONE).when(new AssignTask("ned")).thenRefused(TASK_COMPLETED);
        OPEN.given(CANCELLED).when(new AssignTask("ned")).thenRefused(TASK_CANCELLED);
    }

    @Test
    @DisplayName("R-154: a task has another last day for a reason, and is overdue anew when that has ended")
    void is_postponed() {
        var later = FRIDAY.plusDays(14);
        OPEN.when(new PostponeTask(FRIDAY, "as it is")).thenNothing();
        OPEN.when(new PostponeTask(later, " ")).thenRefused(REASON_MISSING, "/reason");
        OPEN.when(new PostponeTask(TODAY.minusDays(1), "x")).thenRefused(DUE_IN_PAST, "/dueOn");
        var postponed = OPEN.given(LATE)
                .when(new PostponeTask(later, "parts are late"))
                .then(new CoordinationTaskPostponed(CONTRACT, FRIDAY, later, "parts are late"));
        assertThat(View.of(postponed.state()).status()).isEqualTo("OPEN");
        postponed
                .when(new MarkTaskOverdue())
                .on(later.plusDays(1))
                .then(new CoordinationTaskOverdue(CONTRACT, "pia", later));
        OPEN.given(DONE).when(new PostponeTask(later, "x")).thenRefused(TASK_COMPLETED);
    }

    @Test
    @DisplayName("R-154: a task that is not done by the end of its day is overdue, once")
    void falls_due() {
        OPEN.when(new MarkTaskOverdue()).on(FRIDAY).thenNothing();
        OPEN.when(new MarkTaskOverdue())
                .on(FRIDAY.plusDays(1))
                .then(LATE)
                .when(new MarkTaskOverdue())
                .on(FRIDAY.plusDays(2))
                .thenNothing();
        assertThat(TASK_OVERDUE.dates().apply(OPEN.state()))
                .containsExactly(DueDate.endOf(FRIDAY, new MarkTaskOverdue()).ownedBy("pia"));
        Stream.of(LATE, DONE, CANCELLED)
                .forEach(event -> assertThat(
                                TASK_OVERDUE.dates().apply(OPEN.given(event).state()))
                        .isEmpty());
    }

    @Test
    void shows_where_it_stands() {
        assertThat(Stream.of(OPEN, OPEN.given(LATE), OPEN.given(DONE), OPEN.given(CANCELLED))
                        .map(scenario -> View.of(scenario.state()).status()))
                .containsExactly("OPEN", "OVERDUE", "COMPLETED", "CANCELLED");
        assertThat(COORDINATION_TASK.ownerOf(OPEN.state())).isEqualTo("pia");
    }

    private static AskForTask ask(String task, String owner, LocalDate dueOn) {
        return new AskForTask(CONTRACT, Department.PURCHASING, task, owner, dueOn);
    }
}
