package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.opportunities.salesproject.SalesProjects.*;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SPONSOR;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sales project that is given up, and how its closing begins then. */
class TerminationTest {
    private static final ReachedRefusals REACHED =
            ReachedRefusals.of(List.of(SALES_PROJECT_ENDED, CAUSE_MISSING, LESSONS_MISSING, REASON_MISSING));
    private static final TerminateSalesProject STOP =
            new TerminateSalesProject("no capacity", EndCause.CAPACITY, "ask earlier");
    private static final SalesProjectTerminated STOPPED =
            new SalesProjectTerminated("no capacity", TODAY, null, null, EndCause.CAPACITY, "ask earlier");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-177: any that is not at its end is given up, once, by a sales manager or the sponsor")
    void is_given_up_before_its_end() {
        for (var active : List.of(PREPARING, PREPARED, UNDER_DECISION, RETURNED, AUTHORIZED, KICKED_OFF)) {
            active.when(STOP).then(STOPPED).when(STOP).thenNothing();
        }
        NOTHING.given(new SalesProjectProposed("kim", "north", 4, null))
                .when(STOP)
                .then(new SalesProjectTerminated("no capacity", TODAY, "north", 4, EndCause.CAPACITY, "ask earlier"));
        for (var ended : List.of(TURNED_DOWN, CLOSING, CLOSED)) {
            ended.recording(REACHED).when(STOP).thenRefused(SALES_PROJECT_ENDED);
        }
        var stopped = KICKED_OFF.given(STOPPED).recording(REACHED);
        for (var other : List.of(
                new TerminateSalesProject("no money", EndCause.CAPACITY, "ask earlier"),
                new TerminateSalesProject("no capacity", EndCause.PRICE, "ask earlier"),
                new TerminateSalesProject("no capacity", EndCause.CAPACITY, "ask later"))) {
            stopped.when(other).thenRefused(SALES_PROJECT_ENDED);
        }
        assertThat(SalesProjectCatalogue.SALES_PROJECT
                        .command(TerminateSalesProject.class)
                        .roles())
                .containsExactlyInAnyOrder(SALES_MANAGER, SPONSOR);
    }

    @Test
    @DisplayName("R-054: whoever gives a project up, and its deal with it, says why, what it was and what is learned")
    void says_what_it_was() {
        var active = KICKED_OFF.recording(REACHED);
        active.when(new TerminateSalesProject(" ", EndCause.CAPACITY, "ask earlier"))
                .thenRefused(REASON_MISSING, "/reason");
        active.when(new TerminateSalesProject("no capacity", null, "ask earlier"))
                .thenRefused(CAUSE_MISSING, "/cause");
        active.when(new TerminateSalesProject("no capacity", EndCause.CAPACITY, null))
                .thenRefused(LESSONS_MISSING, "/lessons");
        active.when(new TerminateSalesProject("no capacity", EndCause.CAPACITY, " "))
                .thenRefused(LESSONS_MISSING, "/lessons");
        active.when(new TerminateSalesProject("no capacity", null, null))
                .unbound()
                .then(new SalesProjectTerminated("no capacity", TODAY, null, null, null, null));
    }

    @ParameterizedTest
    @EnumSource(ClosingCause.class)
    @DisplayName("R-177: its closing begins with the end of its deal, which is told apart from what it ended by itself")
    void closes_with_its_deal(ClosingCause cause) {
        var start = new StartClosing(cause, YESTERDAY);
        for (var active : List.of(PREPARING, PREPARED, UNDER_DECISION, RETURNED, AUTHORIZED, KICKED_OFF)) {
            active.when(start)
                    .then(new SalesProjectClosingStarted(cause, YESTERDAY))
                    .when(start)
                    .thenNothing();
        }
        boolean withdrawn = cause == ClosingCause.WITHDRAWN;
        TURNED_DOWN
                .when(start)
                .then(new SalesProjectClosingStarted(withdrawn ? ClosingCause.ATI_REJECTED : cause, YESTERDAY));
        var closing = TERMINATED
                .when(start)
                .then(new SalesProjectClosingStarted(withdrawn ? ClosingCause.TERMINATED : cause, YESTERDAY))
                .when(start)
                .thenNothing();
        assertThat(view(closing).status()).isEqualTo("CLOSING");
        assertThat(view(closing).terminationReason()).isEqualTo("no capacity");
    }
}
