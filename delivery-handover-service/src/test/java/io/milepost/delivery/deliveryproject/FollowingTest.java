package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.automation.WhenContractAmendedThenFollowAmendment.AUTOMATION;
import static io.milepost.delivery.deliveryproject.DeliveryProjects.*;
import static io.milepost.delivery.deliveryproject.DeliveryRefusal.*;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.Plan.Milestone;
import io.milepost.delivery.inbound.contract.ContractAmended;
import io.milepost.platform.inbox.Automation.Unreached;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-138: the plan of a delivery follows the amendments of its contract")
class FollowingTest {
    private static final LocalDate DEADLINE = NEXT_WEEK.plusDays(3);

    @Test
    @DisplayName(
            "R-138: with a later deadline what is not reached moves by as many days, and knows which amendment moved it")
    void a_later_deadline_moves_what_is_ahead() {
        var later = to(1, DEADLINE, DEADLINE.plusDays(10));
        var followed = aPlanned()
                .given(reached(INSTALLED, YESTERDAY))
                .when(later)
                .then(rebaselined(1, same(INSTALLED), moved(TRAINED, NEXT_WEEK.plusDays(10))))
                .when(later)
                .thenNothing()
                .when(to(2, DEADLINE.plusDays(10), DEADLINE.plusDays(11)))
                .then(rebaselined(2, same(INSTALLED), moved(TRAINED, NEXT_WEEK.plusDays(11))));
        assertThat(followed.state().plan().milestones())
                .extracting(Milestone::movedBy)
                .containsExactly(List.of(), List.of(1, 2));
        assertThat(followed.state().plan().milestones())
                .extracting(Milestone::plannedOn)
                .as("the days of the first baseline stay")
                .containsExactly(TODAY, NEXT_WEEK);
        followed.when(new ReachMilestone("TRAINED", null)).then(reached(TRAINED, TODAY, NEXT_WEEK.plusDays(11)));
    }

    @Test
    @DisplayName("R-138: with an earlier deadline what was planned after it moves to it, and nothing else")
    void an_earlier_deadline_is_kept() {
        aPlanned()
                .when(to(1, DEADLINE, NEXT_WEEK.minusDays(2)))
                .then(rebaselined(1, same(INSTALLED), moved(TRAINED, NEXT_WEEK.minusDays(2))));
        aPlanned().when(to(1, DEADLINE, NEXT_WEEK)).thenNothing();
        aPlanned().when(to(1, null, TODAY)).then(rebaselined(1, same(INSTALLED), moved(TRAINED, TODAY)));
    }

    @Test
    @DisplayName(
            "R-138: what is to be delivered besides gets a milestone, which knows its amendment and has to be reached")
    void what_is_added_has_a_milestone() {
        var more = new FollowAmendment(3, null, null, List.of(new AddedLine(4, "training")));
        var added = new ReplannedMilestone("AMENDMENT-3-LINE-4", "training", NEXT_WEEK, NEXT_WEEK);
        var followed = aDone().when(more)
                .then(rebaselined(3, same(INSTALLED), same(TRAINED), added))
                .when(more)
                .thenNothing()
                .when(new CompleteDelivery())
                .thenRefused(MILESTONES_AHEAD);
        assertThat(followed.state().plan().milestones())
                .extracting(Milestone::addedBy)
                .containsExactly(null, null, 3);
        var onDay = new FollowAmendment(3, DEADLINE, DEADLINE.plusDays(1), more.added());
        aDone().when(onDay)
                .then(rebaselined(
                        3,
                        same(INSTALLED),
                        same(TRAINED),
                        new ReplannedMilestone(
                                "AMENDMENT-3-LINE-4", "training", DEADLINE.plusDays(1), DEADLINE.plusDays(1))));
    }

    @Test
    void a_plan_that_is_made_by_hand_afterwards_keeps_what_is_known_of_the_amendments() {
        var byHand = new RebaselinePlan(List.of(INSTALLED, TRAINED), "as before");
        var again = aPlanned()
                .given(rebaselined(1, same(INSTALLED), moved(TRAINED, NEXT_WEEK.plusDays(10))))
                .when(byHand)
                .then(new DeliveryPlanRebaselined(
                        CONTRACT, List.of(same(INSTALLED), same(TRAINED)), "as before", null));
        assertThat(again.state().plan().milestones())
                .extracting(Milestone::movedBy)
                .containsExactly(List.of(), List.of(1));
        again.when(to(1, DEADLINE, DEADLINE.plusDays(10))).thenNothing();
    }

    @Test
    void nothing_follows_where_there_is_no_plan_yet_or_none_any_more() {
        var later = to(1, DEADLINE, DEADLINE.plusDays(10));
        aCreated().when(later).thenNothing();
        aStaffed().when(later).thenNothing();
        nothing().when(later).thenUnknown();
        aCompleted().when(later).thenRefused(DELIVERY_ALREADY_COMPLETED);
        aPlanned().when(to(1, DEADLINE, LocalDate.MAX)).thenRefused(DAY_IMPLAUSIBLE, "/deadline");
        aPlanned().when(to(1, LocalDate.MIN, DEADLINE)).thenRefused(DAY_IMPLAUSIBLE, "/previousDeadline");
    }

    @Test
    @DisplayName("R-138: an amendment that moves the last day or adds to the delivery is followed, another is not")
    void what_concerns_the_delivery_is_followed() {
        var moved = reaction("""
                "lines": [], "previousTerms": {"deliveryDeadline": "2026-03-12"},
                "terms": {"deliveryDeadline": "2026-03-22"}""");
        assertThat(moved)
                .contains(new Reaction.Command(ProducerSamples.SUBJECT, to(2, DEADLINE, DEADLINE.plusDays(10))));
        var press =
                "{\"product\": \"press\", \"quantity\": 1, \"unitPrice\": {\"amount\": \"1.00\", \"currency\": \"USD\"}}";
        var added = reaction(
                "\"lines\": [{\"number\": 1, \"before\": %s}, {\"number\": 2, \"after\": %s}, {\"number\": 3, \"before\": %s, \"after\": %s}]"
                        .formatted(press, press, press, press));
        assertThat(added)
                .contains(new Reaction.Command(
                        ProducerSamples.SUBJECT,
                        new FollowAmendment(2, null, null, List.of(new AddedLine(2, "press")))));
        assertThat(reaction("\"lines\": [], \"terms\": {\"paymentMethod\": \"card\"}"))
                .isEmpty();
        assertThat(AUTOMATION.settledBy()).containsExactly(Unreached.UNKNOWN_TARGET);
        for (var sample : ProducerSamples.of("contract", "contract", AUTOMATION.type())) {
            assertThat(sample.as(ContractAmended.class).lines()).isNotNull();
        }
    }

    private static Optional<Reaction.Command> reaction(String fields) {
        var event = ProducerSamples.event(
                "contract",
                AUTOMATION.type(),
                "{\"number\": 2, \"value\": {\"amount\": \"1.00\", \"currency\": \"USD\"}, %s}".formatted(fields));
        return AUTOMATION.reaction().to(event, event.as(ContractAmended.class));
    }

    private static FollowAmendment to(int amendment, @Nullable LocalDate from, LocalDate deadline) {
        return new FollowAmendment(amendment, from, deadline, List.of());
    }

    private static DeliveryPlanRebaselined rebaselined(int amendment, ReplannedMilestone... milestones) {
        return new DeliveryPlanRebaselined(
                CONTRACT, List.of(milestones), "amendment %d of the contract".formatted(amendment), amendment);
    }

    private static ReplannedMilestone same(PlannedMilestone milestone) {
        return moved(milestone, milestone.plannedOn());
    }

    private static ReplannedMilestone moved(PlannedMilestone milestone, LocalDate to) {
        return new ReplannedMilestone(milestone.code(), milestone.name(), milestone.plannedOn(), to);
    }
}
