package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.MILESTONE_DUE;
import static io.milepost.delivery.deliveryproject.DeliveryProjects.*;
import static io.milepost.delivery.deliveryproject.DeliveryRefusal.*;
import static io.milepost.delivery.kernel.Suspension.No.DELIVERY_SUSPENDED;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.Rest;
import io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.View;
import io.milepost.delivery.kernel.Suspension;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A delivery that rests for a while. */
class PausingTest {
    /** That no other test reaches. */
    static final List<Refusal> OWN = List.of(
            DELIVERY_SUSPENDED,
            DELIVERY_ALREADY_SUSPENDED,
            DELIVERY_NOT_SUSPENDED,
            DELIVERY_ALREADY_ACCEPTED,
            DELIVERY_CLOSED);

    private static final ReachedRefusals REACHED = ReachedRefusals.of(OWN);
    private static final SuspendDelivery SUSPEND =
            new SuspendDelivery(SuspensionCause.DISPUTE, "they say that the rails are theirs");
    private static final DeliverySuspended SUSPENDED = new DeliverySuspended(
            CONTRACT, SuspensionCause.DISPUTE, "they say that the rails are theirs", TODAY, "max");
    private static final ResumeDelivery RESUME = new ResumeDelivery("the rails are ours");
    private static final DeliveryResumed RESUMED = new DeliveryResumed(CONTRACT, "the rails are ours", TODAY, "max");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-151, domain 3.4: a delivery is suspended for a reason from any stage, and goes on where it stood")
    void rests_and_goes_on() {
        for (var stage : List.of(aCreated(), aStaffed(), aPlanned(), aDone())) {
            var before = View.of(stage.state());
            var rests = stage.when(SUSPEND).byMember("max").then(SUSPENDED);
            assertThat(View.of(rests.state()))
                    .returns("SUSPENDED", View::status)
                    .returns(new Rest(SUSPENDED.cause(), SUSPENDED.reason(), TODAY, "max"), View::suspended);
            var goesOn = rests.when(SUSPEND)
                    .byMember("max")
                    .thenNothing()
                    .when(RESUME)
                    .byMember("max")
                    .then(RESUMED);
            assertThat(View.of(goesOn.state())).isEqualTo(before);
        }
    }

    @Test
    @DisplayName(
            "R-151, domain 3.4: while it rests no milestone is reached and nothing is completed, but it is planned anew")
    void nothing_is_done_while_it_rests() {
        var rests = aDone().recording(REACHED).given(SUSPENDED);
        rests.when(new CompleteDelivery()).thenRefused(DELIVERY_SUSPENDED);
        var reach = new ReachMilestone("INSTALLED", null);
        aPlanned().recording(REACHED).given(SUSPENDED).when(reach).thenRefused(DELIVERY_SUSPENDED);
        aPlanned().given(SUSPENDED, RESUMED).when(reach).then(reached(INSTALLED, TODAY));
        rests.given(RESUMED).when(new CompleteDelivery()).then(COMPLETED);
        aPlanned()
                .given(SUSPENDED)
                .when(new SlipMilestone("INSTALLED", NEXT_WEEK, "it rests"))
                .then(new DeliveryMilestoneSlipped(CONTRACT, "INSTALLED", TODAY, NEXT_WEEK, "it rests", TODAY, null));
        aStaffed().given(SUSPENDED).when(new BaselinePlan(PLAN.milestones())).then(PLAN);
        aPlanned()
                .given(SUSPENDED)
                .when(new RaiseIssue(ISSUE, "no power on site", Severity.HIGH))
                .then(RAISED);
    }

    @Test
    @DisplayName("R-151: no milestone is missed while the delivery rests; what has passed is, when it goes on")
    void no_day_is_awaited_while_it_rests() {
        var rests = aPlanned().given(SUSPENDED);
        assertThat(MILESTONE_DUE.dates().apply(rests.state())).isEmpty();
        var miss = new MissMilestone("INSTALLED", TODAY);
        rests.when(miss).on(NEXT_WEEK).thenNothing();
        assertThat(MILESTONE_DUE.dates().apply(rests.given(RESUMED).state())).hasSize(2);
        rests.given(RESUMED)
                .when(miss)
                .on(NEXT_WEEK)
                .then(new DeliveryMilestoneMissed(CONTRACT, "INSTALLED", TODAY, null));
    }

    @Test
    @DisplayName("Domain 3.4: a suspension says why, ends with a note, and is one at a time")
    void is_suspended_once_with_a_reason() {
        var planned = aPlanned().recording(REACHED);
        aPlanned().when(new SuspendDelivery(SuspensionCause.OTHER, " ")).thenRefused(REASON_MISSING, "/reason");
        planned.when(RESUME).thenRefused(DELIVERY_NOT_SUSPENDED);
        var rests = planned.given(SUSPENDED);
        rests.when(new SuspendDelivery(SuspensionCause.ADVANCE_MISSED, SUSPENDED.reason()))
                .thenRefused(DELIVERY_ALREADY_SUSPENDED);
        aPlanned().given(SUSPENDED).when(new ResumeDelivery(" ")).thenRefused(TEXT_MISSING, "/note");
        planned.given(new DeliveryProjectClosed(CONTRACT, TODAY)).when(SUSPEND).thenRefused(DELIVERY_CLOSED);
        aCompleted().when(SUSPEND).thenRefused(DELIVERY_ALREADY_COMPLETED);
    }

    @Test
    @DisplayName("Domain 3.4: what the customer has accepted does not rest any more")
    void does_not_rest_after_the_acceptance() {
        var accepted = new DeliveryAccepted(CONTRACT, TODAY);
        aPlanned().recording(REACHED).given(accepted).when(SUSPEND).thenRefused(DELIVERY_ALREADY_ACCEPTED);
        var rested = aDone().recording(REACHED).given(SUSPENDED, accepted);
        assertThat(View.of(rested.state())).returns("ACCEPTED", View::status).returns(null, View::suspended);
        rested.when(RESUME).thenRefused(DELIVERY_NOT_SUSPENDED);
        rested.when(new CompleteDelivery()).then(COMPLETED);
        assertThat(rested.state().suspended()).isEqualTo(new Suspension(false));
        assertThat(aDone().given(SUSPENDED).state().suspended()).isEqualTo(new Suspension(true));
    }

    @Test
    @DisplayName("R-189: the delivery project manager suspends and resumes, and no other manager of deliveries does")
    void the_manager_suspends() {
        Scenario<DeliveryProject, Command, DeliveryEvent> rests = aPlanned().given(SUSPENDED);
        aPlanned().when(SUSPEND).byMember("kim").thenNotYourDuty();
        rests.when(RESUME).byMember("kim").thenNotYourDuty();
        aPlanned()
                .when(SUSPEND)
                .byMember("MAX")
                .then(new DeliverySuspended(CONTRACT, SUSPENDED.cause(), SUSPENDED.reason(), TODAY, "MAX"));
    }
}
