package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.KICKOFF_MISSED;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.KICKOFF_MISSED_NOTICE;
import static io.milepost.opportunities.salesproject.SalesProjects.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A kickoff that was called and not held, in a project that Kim directs. */
@DisplayName("R-071: a kickoff that was called and not held is told to the director, once")
class MissedKickoffTest {
    private static final LocalDate DAY = TODAY.plusDays(3);
    private static final MissKickoff MISS = new MissKickoff(DAY);
    private static final Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> CALLED =
            AUTHORIZED.given(new TeamAppointed(TEAM), new KickoffCalled(DAY, null, null, "kim"));

    @Test
    @DisplayName("When its day has ended, and not before; once for each call")
    void is_missed_once() {
        CALLED.when(MISS).on(DAY).thenNothing();
        CALLED.when(new MissKickoff(DAY.plusDays(1))).on(DAY.plusDays(9)).thenNothing();
        var missed = CALLED.when(MISS)
                .on(DAY.plusDays(1))
                .then(new KickoffMissed(DAY, "kim"))
                .when(MISS)
                .on(DAY.plusDays(2))
                .thenNothing();
        assertThat(SalesProjectView.of(CALLED.state()).kickoffMissed()).isFalse();
        assertThat(SalesProjectView.of(missed.state()).kickoffMissed()).isTrue();
        var again = missed.given(new KickoffCalled(DAY.plusDays(7), null, null, "kim"));
        assertThat(SalesProjectView.of(again.state()).kickoffMissed()).isFalse();
        again.when(new MissKickoff(DAY.plusDays(7)))
                .on(DAY.plusDays(8))
                .then(new KickoffMissed(DAY.plusDays(7), "kim"));
    }

    @Test
    @DisplayName("One that is held late is held; nobody waits for what is held, or of a project that has ended")
    void waits_for_what_is_called() {
        assertThat(awaited(CALLED)).containsExactly(DueDate.endOf(DAY, MISS).ownedBy("kim"));
        var missed = CALLED.given(new KickoffMissed(DAY, "kim"));
        assertThat(awaited(missed)).isEmpty();
        missed.when(new HoldKickoff(DAY.plusDays(2), List.of("kim"), "file 9"))
                .on(DAY.plusDays(2))
                .then(
                        new KickoffHeld(DAY.plusDays(2), List.of("kim")),
                        new KickoffCompleted(DAY.plusDays(2), "file 9"));
        assertThat(awaited(CALLED.given(new KickoffHeld(DAY, List.of("kim"))))).isEmpty();
        var ended = CALLED.given(new SalesProjectTerminated("no capacity", TODAY, null, null, null, null));
        assertThat(awaited(ended)).isEmpty();
        ended.when(MISS).on(DAY.plusDays(1)).thenNothing();
        assertThat(awaited(AUTHORIZED)).isEmpty();
        assertThat(awaited(KICKED_OFF)).isEmpty();
    }

    @Test
    @DisplayName("The notice is the director's and the manager's, one for each day for which it was called")
    void is_told_to_the_director() {
        var missed = new KickoffMissed(DAY, "kim");
        assertThat(KICKOFF_MISSED_NOTICE.to()).containsExactly(Addressee.OWNER, Addressee.MANAGER);
        assertThat(KICKOFF_MISSED_NOTICE.kind()).isEqualTo("kickoff-missed");
        assertThat(missed.director()).isEqualTo("kim");
    }

    private static List<DueDate> awaited(Scenario<SalesProject, SalesProjectCommand, SalesProjectEvent> project) {
        return KICKOFF_MISSED.dates().apply(project.state());
    }
}
