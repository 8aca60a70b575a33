package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.MILESTONE_DUE;
import static io.milepost.delivery.deliveryproject.DeliveryProjects.*;
import static io.milepost.delivery.deliveryproject.DeliveryRefusal.DELIVERY_ALREADY_COMPLETED;
import static io.milepost.delivery.deliveryproject.DeliveryRefusal.DELIVERY_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.View;
import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.Unfinished;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A delivery to its end, and milestones that are late. */
class EndingTest {
    private static final DeliveryAccepted ACCEPTED = new DeliveryAccepted(CONTRACT, TODAY);
    private static final DeliverySettled SETTLED = new DeliverySettled(CONTRACT, TODAY);
    private static final DeliveryProjectClosed CLOSED = new DeliveryProjectClosed(CONTRACT, TODAY);
    private static final DeliveryMilestoneMissed MISSED =
            new DeliveryMilestoneMissed(CONTRACT, "INSTALLED", TODAY, "kim");
    private static final MissMilestone MISS = new MissMilestone("INSTALLED", TODAY);

    @Test
    @DisplayName("Domain 3.4: a completed delivery is accepted, settled and closed, each once, and shows which")
    void comes_to_its_end() {
        assertThat(status(aCompleted())).isEqualTo("PENDING_ACCEPTANCE");
        var accepted = aCompleted().when(new NoteAcceptance(TODAY)).then(ACCEPTED);
        assertThat(status(accepted)).isEqualTo("ACCEPTED");
        var settled = accepted.when(new NoteAcceptance(TODAY))
                .thenNothing()
                .when(new NoteSettlement(TODAY))
                .then(SETTLED)
                .when(new NoteSettlement(YESTERDAY))
                .thenNothing();
        assertThat(status(settled)).isEqualTo("SETTLED");
        var closed = settled.when(new NoteClose(TODAY))
                .then(CLOSED)
                .when(new NoteClose(TODAY))
                .thenNothing();
        assertThat(View.of(closed.state()))
                .returns("CLOSED", View::status)
                .returns(TODAY, View::completedOn)
                .returns(TODAY, View::acceptedOn)
                .returns(TODAY, View::settledOn)
                .returns(TODAY, View::closedOn);
        nothing().when(new NoteClose(TODAY)).thenUnknown();
    }

    @Test
    @DisplayName("Domain 3.4: what is decided elsewhere is noted in any order, and nothing is done after the close")
    void comes_in_any_order() {
        var closed = aPlanned().given(CLOSED);
        assertThat(status(closed.given(ACCEPTED))).isEqualTo("CLOSED");
        closed.when(new NoteAcceptance(TODAY)).then(ACCEPTED);
        for (var late : List.of(
                new CompleteDelivery(),
                new StaffTeam("max", List.of("eva")),
                new ReachMilestone("INSTALLED", null),
                new RaiseIssue(null, "no power", Severity.LOW))) {
            closed.when(late).thenRefused(DELIVERY_CLOSED);
        }
        assertThat(status(aPlanned().given(ACCEPTED))).isEqualTo("ACCEPTED");
    }

    @Test
    @DisplayName("R-148, R-189: a manager who leaves before the close is replaced, also when the delivery is complete")
    void the_team_changes_until_the_close() {
        aCompleted().when(new StaffTeam("lee", List.of("eva"))).then(new DeliveryTeamStaffed("lee", List.of("eva")));
        aCompleted().when(new RaiseIssue(null, "no power", Severity.LOW)).thenRefused(DELIVERY_ALREADY_COMPLETED);
    }

    @Test
    @DisplayName("R-151: a milestone whose day ends without it is late on record once, and again with another day")
    void a_milestone_is_missed() {
        var seller = new SoldContract(OPPORTUNITY, "kim", null);
        aPlanned().when(MISS).reading(seller).thenNothing();
        var missed = aPlanned()
                .when(MISS)
                .on(TODAY.plusDays(1))
                .reading(seller)
                .then(MISSED)
                .when(MISS)
                .on(TODAY.plusDays(2))
                .reading(seller)
                .thenNothing();
        assertThat(View.of(missed.state()).missed()).isEqualTo(Set.of(new Missed("INSTALLED", TODAY)));
        assertThat(days(missed)).containsExactly(NEXT_WEEK);
        var slipped = new DeliveryMilestoneSlipped(CONTRACT, "INSTALLED", TODAY, NEXT_WEEK, "rain", TODAY, null);
        missed.given(slipped)
                .when(new MissMilestone("INSTALLED", NEXT_WEEK))
                .on(NEXT_WEEK.plusDays(1))
                .then(new DeliveryMilestoneMissed(CONTRACT, "INSTALLED", NEXT_WEEK, null));
        aPlanned().given(slipped).when(MISS).on(TODAY.plusDays(1)).thenNothing();
        aPlanned()
                .given(reached(INSTALLED, TODAY))
                .when(MISS)
                .on(TODAY.plusDays(1))
                .thenNothing();
        aPlanned().given(ACCEPTED).when(MISS).on(TODAY.plusDays(1)).thenNothing();
    }

    @Test
    @DisplayName("R-151: each milestone waits for its day until it is reached, or all of it is accepted or closed")
    void milestones_wait_for_their_days() {
        assertThat(days(aPlanned())).containsExactly(TODAY, NEXT_WEEK);
        assertThat(days(aPlanned().given(reached(INSTALLED, TODAY)))).containsExactly(NEXT_WEEK);
        assertThat(days(aPlanned().given(ACCEPTED))).isEmpty();
        assertThat(days(aPlanned().given(CLOSED))).isEmpty();
        assertThat(MILESTONE_DUE.dates().apply(aPlanned().state()))
                .allMatch(date -> "max".equals(date.owner()))
                .extracting(date -> date.part())
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("R-152: whoever tells the customer is named when a milestone slips")
    void a_slip_names_the_seller() {
        aPlanned()
                .when(new SlipMilestone("INSTALLED", NEXT_WEEK, "rain"))
                .reading(new SoldContract(OPPORTUNITY, "kim", null))
                .then(new DeliveryMilestoneSlipped(CONTRACT, "INSTALLED", TODAY, NEXT_WEEK, "rain", TODAY, "kim"));
    }

    @Test
    @DisplayName("R-184: a closing knows the milestones that are not reached and the open issues of high severity")
    void says_what_is_not_done() {
        assertThat(aPlanned().given(reached(INSTALLED, TODAY), RAISED).state().unfinished())
                .isEqualTo(new Unfinished(List.of("TRAINED"), List.of("no power on site")));
        assertThat(aDone().given(RAISED, new IssueResolved(ISSUE, "a generator"))
                        .given(new IssueRaised(OPPORTUNITY, "dust", Severity.MEDIUM))
                        .state()
                        .unfinished()
                        .isNothing())
                .isTrue();
    }

    @Test
    @DisplayName("R-149, R-153, R-154: what would begin in it is told once it is closed, and not before")
    void says_that_it_is_over() {
        var done = aDone();
        assertThat(done.state().over()).isEqualTo(new ClosedDelivery(false));
        assertThat(done.given(new DeliveryProjectClosed(CONTRACT, TODAY))
                        .state()
                        .over())
                .isEqualTo(new ClosedDelivery(true));
    }

    private static List<LocalDate> days(Scenario<DeliveryProject, Command, DeliveryEvent> project) {
        return MILESTONE_DUE.dates().apply(project.state()).stream()
                .map(date -> ((MissMilestone) date.command()).expectedOn())
                .toList();
    }

    private static String status(Scenario<DeliveryProject, Command, DeliveryEvent> project) {
        return View.of(project.state()).status();
    }
}
