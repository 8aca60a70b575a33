package io.milepost.opportunities.risk;

import static io.milepost.opportunities.automation.WhenRiskManagementPlannedThenFollowIt.AUTOMATION;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.MANAGEMENT_PLAN;
import static io.milepost.opportunities.managementplan.ManagementPlanCatalogue.rhythm;
import static io.milepost.opportunities.risk.RiskCatalogue.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ReviewRhythm;
import io.milepost.opportunities.managementplan.ManagementPlan.ManagementPlanBegun;
import io.milepost.opportunities.managementplan.ManagementPlan.RiskApproach;
import io.milepost.opportunities.managementplan.ManagementPlan.RiskManagementPlanned;
import io.milepost.opportunities.risk.Risk.*;
import io.milepost.opportunities.risk.RiskCatalogue.View;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often a risk is looked at, as the risk plan of its project says. */
class RiskRhythmTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate SUMMER = LocalDate.parse("2026-06-01");
    private static final LocalDate IN_A_WEEK = TODAY.plusDays(7);
    private static final Rating LIKELY = new Rating(Likelihood.HIGH, Impact.MEDIUM);
    private static final Response SECOND = new Response(Strategy.REDUCE, "a second supplier");
    private static final ReviewRhythm WEEKLY = new ReviewRhythm(7);
    private static final FollowRiskPlan FOLLOW = new FollowRiskPlan(7);
    private static final RiskReviewMoved FORWARD = new RiskReviewMoved(PROJECT, IN_A_WEEK, SUMMER);

    private static final Scenario<Risk, Command, Event> NOTHING =
            Scenario.of(RISK).reading(new ProjectTeam("kim", Phase.AUTHORIZED, List.of()));
    private static final Scenario<Risk, Command, Event> OPEN = NOTHING.given(identified(SUMMER, TODAY));

    @Test
    @DisplayName("R-081: a risk is looked at within as many days as the risk plan says, from its record and from each"
            + " review on")
    void the_next_review_is_within_the_plan() {
        NOTHING.when(identify(SUMMER)).then(identified(SUMMER, TODAY));
        NOTHING.when(identify(SUMMER)).reading(new ReviewRhythm(null)).then(identified(SUMMER, TODAY));
        NOTHING.when(identify(SUMMER)).reading(WEEKLY).then(identified(IN_A_WEEK, TODAY));
        NOTHING.when(identify(TODAY)).reading(WEEKLY).then(identified(TODAY, TODAY));
        OPEN.when(review(SUMMER)).reading(WEEKLY).then(reviewed(IN_A_WEEK));
        OPEN.when(review(IN_A_WEEK)).reading(WEEKLY).then(reviewed(IN_A_WEEK));
        OPEN.when(review(SUMMER)).then(reviewed(SUMMER));
    }

    @Test
    @DisplayName(
            "R-081, R-173: one that nobody looked at for so long is overdue, told to its owner once, and reviewing it"
                    + " resets that")
    void one_that_nobody_looked_at_is_overdue() {
        var forward = OPEN.when(FOLLOW).then(FORWARD).when(FOLLOW).thenNothing();
        assertThat(View.of(forward.state()).reviewOn()).isEqualTo(IN_A_WEEK);
        assertThat(RISK_REVIEW_MISSED.dates().apply(forward.state()))
                .containsExactly(
                        DueDate.endOf(IN_A_WEEK, new MissReview(IN_A_WEEK)).ownedBy("kim"));
        forward.when(new MissReview(SUMMER)).on(SUMMER.plusDays(1)).thenNothing();
        var missed = forward.when(new MissReview(IN_A_WEEK))
                .on(IN_A_WEEK.plusDays(1))
                .then(new RiskReviewMissed(PROJECT, "kim", IN_A_WEEK));
        assertThat(View.of(missed.state()).reviewMissed()).isTrue();
        assertThat(RISK_REVIEW_MISSED.dates().apply(missed.state()))
                .as("told once")
                .isEmpty();
        assertThat(RISK_REVIEW_NOTICE.to()).contains(Addressee.OWNER);
        missed.when(FOLLOW).thenNothing();

        var again = missed.when(review(SUMMER)).reading(WEEKLY).then(reviewed(IN_A_WEEK));
        assertThat(View.of(again.state()).reviewMissed()).isFalse();
        assertThat(RISK_REVIEW_MISSED.dates().apply(again.state())).hasSize(1);
    }

    @Test
    @DisplayName("R-081: a plan binds risks that were on record before it, from when somebody looked at them last")
    void a_plan_binds_older_risks() {
        var ago = TODAY.minusDays(20);
        var old = NOTHING.given(identified(SUMMER, ago));
        old.when(FOLLOW).then(new RiskReviewMoved(PROJECT, ago.plusDays(7), SUMMER));
        old.given(reviewed(SUMMER)).when(FOLLOW).then(FORWARD);
        OPEN.when(new FollowRiskPlan(366)).thenNothing();
    }

    @Test
    @DisplayName(
            "Automation: each risk that the plan found is asked, none where there was none or the event is from before")
    void asks_each_risk() {
        var one = UUID.fromString("01900000-0000-7000-8000-0000000000a1");
        var two = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
        assertThat(asked("\"risks\": [\"%s\", \"%s\"],".formatted(one, two)))
                .containsExactly(
                        new Reaction.Command(one, new FollowRiskPlan(14)),
                        new Reaction.Command(two, new FollowRiskPlan(14)));
        assertThat(asked("")).isEmpty();
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    @DisplayName("Automation: told twice or late, after the review, the miss or the close, it asks for nothing more")
    void late_and_twice() {
        OPEN.given(FORWARD).when(FOLLOW).thenNothing();
        OPEN.given(FORWARD, new RiskReviewMissed(PROJECT, "kim", IN_A_WEEK))
                .when(FOLLOW)
                .thenNothing();
        OPEN.given(new RiskClosed(PROJECT, "settled", TODAY, "kim"))
                .when(FOLLOW)
                .thenNothing();
        OPEN.given(reviewed(TODAY)).when(FOLLOW).thenNothing();
    }

    @Test
    @DisplayName("Automation: an older plan that is heard after a stricter one does not put the review off")
    void reordered() {
        OPEN.given(FORWARD).when(new FollowRiskPlan(30)).thenNothing();
        OPEN.given(FORWARD)
                .when(new FollowRiskPlan(3))
                .then(new RiskReviewMoved(PROJECT, TODAY.plusDays(3), IN_A_WEEK));
    }

    @Test
    @DisplayName("Automation: a timer that fires for the day of before finds another day, and the new one counts")
    void the_timer_of_the_day_before_is_void() {
        var forward = OPEN.given(FORWARD);
        forward.when(new MissReview(SUMMER)).on(SUMMER.plusDays(1)).thenNothing();
        forward.when(new MissReview(IN_A_WEEK)).on(IN_A_WEEK).thenNothing();
    }

    @Test
    @DisplayName("Automation: a risk that is not there, as none that the plan found can be, is unknown")
    void an_unknown_risk() {
        Scenario.of(RISK).when(FOLLOW).thenUnknown();
    }

    @Test
    void the_rhythm_is_what_the_plan_says() {
        var begun = Scenario.of(MANAGEMENT_PLAN).given(new ManagementPlanBegun(PROJECT, "kim"));
        assertThat(rhythm(begun.state())).isEqualTo(new ReviewRhythm(null));
        var approach = new RiskApproach("in each meeting", "high is a week", "to the sponsor", 7, "uma");
        assertThat(rhythm(begun.given(new RiskManagementPlanned(PROJECT, approach, "uma", null))
                        .state()))
                .isEqualTo(WEEKLY);
    }

    private static List<Reaction.Command> asked(String risks) {
        var event = ProducerSamples.event("opportunity", AUTOMATION.type(), """
            {"salesProjectId": "01900000-0000-7000-8000-0000000000b1", %s "plannedBy": "uma",
             "approach": {"finding": "f", "rating": "r", "escalation": "e", "reviewDays": 14, "responsible": "uma"}}
            """.formatted(risks));
        return AUTOMATION.reaction().all(event, event.as(AUTOMATION.data()));
    }

    private static IdentifyRisk identify(LocalDate reviewOn) {
        return new IdentifyRisk(PROJECT, null, "the steel comes late", null, LIKELY, SECOND, "kim", reviewOn);
    }

    private static ReviewRisk review(LocalDate nextOn) {
        return new ReviewRisk(LIKELY, "as before", nextOn);
    }

    private static RiskReviewed reviewed(LocalDate nextOn) {
        return new RiskReviewed(PROJECT, LIKELY, Exposure.HIGH, "as before", nextOn, TODAY, "someone");
    }

    private static RiskIdentified identified(LocalDate reviewOn, LocalDate on) {
        return new RiskIdentified(
                PROJECT,
                null,
                "the steel comes late",
                null,
                LIKELY,
                Exposure.HIGH,
                SECOND,
                "kim",
                reviewOn,
                on,
                "someone");
    }
}
