package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.opportunities.salesproject.SalesProjects.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-054, decision 44: a sales project goes on with its deal")
class ProjectReopeningTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(Stream.concat(
                    OF_REOPENING.stream(), Stream.<Refusal>of(SALES_PROJECT_ENDED, ATI_ALREADY_DECIDED, NOT_PREPARED))
            .toList());
    private static final SalesProjectClosingStarted LOST = new SalesProjectClosingStarted(ClosingCause.LOST, YESTERDAY);
    private static final SalesProjectReopened REOPENED = new SalesProjectReopened(TODAY);
    private static final ReopenSalesProject AGAIN = new ReopenSalesProject();

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("It goes on where it stood, with its team, once")
    void goes_on_where_it_stood() {
        for (var project : List.of(PREPARING, PREPARED, UNDER_DECISION, RETURNED, AUTHORIZED, KICKED_OFF)) {
            var before = SalesProjectView.of(project.state());
            var closing = project.recording(REACHED).given(LOST);
            assertThat(closing.state().projectTeam().phase()).isEqualTo(Phase.ENDED);
            var again = closing.when(AGAIN).then(REOPENED);
            var view = SalesProjectView.of(again.state());
            assertThat(view.status()).isEqualTo(before.status());
            assertThat(view.team()).isEqualTo(before.team());
            assertThat(view.decision()).isEqualTo(before.decision());
            assertThat(view.reopenedOn()).isEqualTo(TODAY);
            assertThat(view.closingCause()).isNull();
            assertThat(again.state().projectTeam()).isEqualTo(project.state().projectTeam());
            again.when(AGAIN).thenNothing();
        }
        NOTHING.when(AGAIN).thenUnknown();
    }

    @Test
    @DisplayName("G06: what was turned down is prepared and decided on anew; what was given up goes on")
    void what_was_turned_down_is_prepared_anew() {
        for (var project : List.of(TURNED_DOWN, TURNED_DOWN.given(LOST))) {
            var again = project.recording(REACHED).when(AGAIN).then(REOPENED);
            assertThat(SalesProjectView.of(again.state()).status()).isEqualTo("PREPARING");
            again.when(new SubmitForAti()).thenRefused(NOT_PREPARED);
        }
        for (var project : List.of(TERMINATED, TERMINATED.given(LOST))) {
            var again = project.recording(REACHED).when(AGAIN).then(REOPENED);
            assertThat(SalesProjectView.of(again.state()).status()).isEqualTo("AUTHORIZED");
        }
    }

    @Test
    @DisplayName("R-177: a closed one stays closed; word of the closure that was called off closes none that goes on")
    void a_closed_one_stays_closed() {
        CLOSED.recording(REACHED).when(AGAIN).thenRefused(SALES_PROJECT_ENDED);
        var close = new CloseSalesProject(ClosingCause.LOST, TODAY);
        var again = KICKED_OFF.recording(REACHED).given(LOST, REOPENED);
        again.when(close).thenRefused(SALES_PROJECT_REOPENED);
        again.given(new SalesProjectClosingStarted(ClosingCause.WITHDRAWN, TODAY))
                .when(close)
                .then(new SalesProjectClosed(ClosingCause.LOST, TODAY));
        KICKED_OFF.when(close).then(new SalesProjectClosed(ClosingCause.LOST, TODAY));
    }

    @Test
    @DisplayName(
            "R-180: whoever was released is in the team again; word of a release that was called off releases nobody")
    void the_team_is_back() {
        var release = new ReleasePeople(List.of("lee"), TODAY);
        var released = KICKED_OFF.recording(REACHED).given(LOST, new PeopleReleased(List.of("lee"), TODAY));
        assertThat(released.state().projectTeam().knows("lee")).isFalse();
        var again = released.when(AGAIN).then(REOPENED);
        assertThat(again.state().projectTeam()).isEqualTo(KICKED_OFF.state().projectTeam());
        assertThat(again.state().projectTeam().knows("lee")).isTrue();
        again.when(release).thenRefused(SALES_PROJECT_REOPENED);
        KICKED_OFF.when(release).then(new PeopleReleased(List.of("lee"), TODAY));
    }

    @Test
    @DisplayName("R-054, R-060: a negative decision says what it was and what is learned; no other one does")
    void a_negative_decision_has_cause_and_lessons() {
        var under = UNDER_DECISION.recording(REACHED);
        under.when(decide(AtiDecision.REJECTED, null, "ask earlier")).thenRefused(CAUSE_MISSING, "/cause");
        under.when(decide(AtiDecision.REJECTED, EndCause.PRICE, null)).thenRefused(LESSONS_MISSING, "/lessons");
        under.when(decide(AtiDecision.REJECTED, EndCause.PRICE, " ")).thenRefused(LESSONS_MISSING, "/lessons");
        for (var decision : List.of(AtiDecision.APPROVED, AtiDecision.RETURNED)) {
            under.when(decide(decision, EndCause.PRICE, null)).thenRefused(NOT_A_REJECTION, "/cause");
            under.when(decide(decision, null, "ask earlier")).thenRefused(NOT_A_REJECTION, "/lessons");
        }
        under.when(decide(AtiDecision.REJECTED, EndCause.PRICE, "ask earlier"))
                .then(new AtiRejected("someone", TODAY, "too small", "kim", EndCause.PRICE, "ask earlier"))
                .when(decide(AtiDecision.REJECTED, EndCause.BUDGET, "ask earlier"))
                .thenRefused(ATI_ALREADY_DECIDED)
                .when(decide(AtiDecision.REJECTED, EndCause.PRICE, "ask later"))
                .thenRefused(ATI_ALREADY_DECIDED);
        under.when(decide(AtiDecision.REJECTED, null, null))
                .unbound()
                .then(new AtiRejected("automation", TODAY, "too small", "kim", null, null));
    }

    private static DecideAti decide(AtiDecision decision, EndCause cause, String lessons) {
        return new DecideAti(decision, "too small", null, cause, lessons);
    }
}
