package io.milepost.leads.meetingaction;

import static io.milepost.leads.meetingaction.MeetingAction.No.*;
import static io.milepost.leads.meetingaction.MeetingActionCatalogue.*;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.meetingaction.MeetingAction.*;
import io.milepost.leads.meetingaction.MeetingActionCatalogue.View;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeetingActionTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(MEETING_ACTION);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final UUID MEETING = new UUID(1, 1);
    private static final UUID KIM = new UUID(1, 2);
    private static final MeetingActionAgreed AGREED = new MeetingActionAgreed(MEETING, "print", "kim", FRIDAY);
    private static final MeetingActionOverdue LATE = new MeetingActionOverdue(MEETING, "kim", FRIDAY);

    private static final Scenario<MeetingAction, Command, Event> NOTHING =
            Scenario.of(MEETING_ACTION).recording(REACHED);
    private static final Scenario<MeetingAction, Command, Event> AFTER_MEETING = NOTHING.reading(new Meeting(TODAY));
    private static final Scenario<MeetingAction, Command, Event> OPEN = NOTHING.given(AGREED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-016: an action of a meeting that was held has an owner and a due day")
    void follows_from_a_meeting_that_was_held() {
        var agree = new AgreeAction(MEETING, "print", "kim", FRIDAY);
        AFTER_MEETING.when(agree).holding("code=KIM", KIM).then(AGREED);
        NOTHING.when(agree).holding("code=KIM", KIM).thenRefused(MEETING_NOT_HELD, "/meetingId");
        NOTHING.when(agree)
                .reading(new Meeting(null))
                .holding("code=KIM", KIM)
                .thenRefused(MEETING_NOT_HELD, "/meetingId");
        AFTER_MEETING.when(agree).thenRefused(OWNER_UNKNOWN, "/owner");
        AFTER_MEETING.when(new AgreeAction(MEETING, "print", " ", FRIDAY)).thenRefused(OWNER_MISSING, "/owner");
        AFTER_MEETING.when(new AgreeAction(MEETING, " ", "kim", FRIDAY)).thenRefused(TEXT_MISSING, "/task");
        AFTER_MEETING
                .when(new AgreeAction(MEETING, "print", "kim", TODAY.minusDays(1)))
                .holding("code=KIM", KIM)
                .thenRefused(DUE_BEFORE_MEETING, "/dueOn");
        AFTER_MEETING
                .when(new AgreeAction(MEETING, "print", "kim", TODAY.plusYears(6)))
                .holding("code=KIM", KIM)
                .thenRefused(DAY_IMPLAUSIBLE, "/dueOn");
        AFTER_MEETING
                .when(new AgreeAction(MEETING, "print", "kim", TODAY))
                .holding("code=KIM", KIM)
                .then(new MeetingActionAgreed(MEETING, "print", "kim", TODAY));
    }

    @Test
    @DisplayName("R-016: an action is completed once, in time or late")
    void is_completed_once() {
        var done = new MeetingActionCompleted(MEETING, "printed", TODAY, "KAP");
        OPEN.when(new CompleteAction("printed"))
                .byMember("KAP")
                .inRole(SALES_MANAGER)
                .then(done)
                .when(new CompleteAction("printed"))
                .thenNothing()
                .when(new CompleteAction("not printed"))
                .thenRefused(ACTION_COMPLETED);
        OPEN.when(new CompleteAction(" ")).thenRefused(TEXT_MISSING, "/result");
        var late = OPEN.given(LATE)
                .when(new CompleteAction("printed"))
                .byMember("KAP")
                .inRole(SALES_MANAGER)
                .then(done);
        assertThat(View.of(late.state())).isEqualTo(new View("COMPLETED", AGREED, true, done));
        late.when(new MarkActionOverdue()).on(FRIDAY.plusDays(9)).thenNothing();
    }

    @Test
    @DisplayName("R-016: an action that is not done by the end of its day is overdue, once")
    void falls_due() {
        OPEN.when(new MarkActionOverdue()).on(FRIDAY).thenNothing();
        OPEN.when(new MarkActionOverdue())
                .on(FRIDAY.plusDays(1))
                .then(LATE)
                .when(new MarkActionOverdue())
                .on(FRIDAY.plusDays(2))
                .thenNothing();
        assertThat(ACTION_OVERDUE.dates().apply(OPEN.state()))
                .containsExactly(DueDate.endOf(FRIDAY, new MarkActionOverdue()).ownedBy("kim"));
        assertThat(ACTION_OVERDUE.dates().apply(OPEN.given(LATE).state())).isEmpty();
        assertThat(ACTION_OVERDUE
                        .dates()
                        .apply(OPEN.given(new MeetingActionCompleted(MEETING, "printed", TODAY, "KAP"))
                                .state()))
                .isEmpty();
    }

    @Test
    void shows_where_it_stands() {
        assertThat(View.of(OPEN.state())).isEqualTo(new View("OPEN", AGREED, false, null));
        assertThat(View.of(OPEN.given(LATE).state())).isEqualTo(new View("OVERDUE", AGREED, true, null));
        assertThat(MEETING_ACTION.ownerOf(OPEN.state())).isEqualTo("kim");
    }

    @Test
    @DisplayName("R-016, R-189: an action is completed by its owner or a sales manager, and by no colleague")
    void is_its_owners() {
        var work = OPEN.when(new CompleteAction("printed"));
        work.byMember("stranger").inRole(SALES_REP).thenNotYourDuty();
        assertThat(work.byMember("KIM").inRole(SALES_REP).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.byMember("boss").inRole(SALES_MANAGER).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.unbound().decision()).isInstanceOf(Decision.Accepted.class);
    }
}
