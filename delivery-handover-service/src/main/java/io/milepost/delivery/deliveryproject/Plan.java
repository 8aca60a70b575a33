package io.milepost.delivery.deliveryproject;

import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The milestones of a delivery in the order of its baseline; none before there is one.
 *
 * @param reason why it was rebaselined the last time; absent where it was not
 */
public record Plan(List<Milestone> milestones, @Nullable String reason) {
    static final Plan NONE = new Plan(List.of(), null);

    /**
     * A milestone of the plan and its state.
     *
     * @param plannedOn the day of its first baseline
     * @param expectedOn the day of the last slip or plan, or that of the baseline
     * @param slipReason why it slipped to that day; absent where that was planned
     */
    public record Milestone(
            String code,
            String name,
            LocalDate plannedOn,
            LocalDate expectedOn,
            @Nullable LocalDate reachedOn,
            @Nullable String slipReason) {

        private static Milestone of(PlannedMilestone planned) {
            return new Milestone(planned.code(), planned.name(), planned.plannedOn(), planned.plannedOn(), null, null);
        }

        /** As it is planned now. */
        PlannedMilestone current() {
            return new PlannedMilestone(code, name, expectedOn);
        }
    }

    public Plan {
        milestones = List.copyOf(milestones);
    }

    static Plan of(List<PlannedMilestone> baseline) {
        return new Plan(baseline.stream().map(Milestone::of).toList(), null);
    }

    boolean isBaselined() {
        return !milestones.isEmpty();
    }

    List<PlannedMilestone> baseline() {
        return milestones.stream()
                .map(milestone -> new PlannedMilestone(milestone.code(), milestone.name(), milestone.plannedOn()))
                .toList();
    }

    /** What is planned now, whatever it was first. */
    List<PlannedMilestone> current() {
        return milestones.stream().map(Milestone::current).toList();
    }

    Stream<Milestone> reached() {
        return milestones.stream().filter(milestone -> milestone.reachedOn() != null);
    }

    /** Codes of the milestones that are not reached. */
    List<String> ahead() {
        return milestones.stream()
                .filter(milestone -> milestone.reachedOn() == null)
                .map(Milestone::code)
                .toList();
    }

    /** The milestone of this code, in whatever spelling. */
    Optional<Milestone> milestone(String code) {
        return spelled(code)
                .or(() -> milestones.stream()
                        .filter(milestone -> Codes.same(milestone.code(), code))
                        .findFirst());
    }

    private Optional<Milestone> spelled(String code) {
        return milestones.stream()
                .filter(milestone -> milestone.code().equals(code))
                .findFirst();
    }

    /** The same with the codes as this plan spells them. */
    List<PlannedMilestone> spelling(List<PlannedMilestone> planned) {
        return planned.stream()
                .map(one -> new PlannedMilestone(
                        milestone(one.code()).map(Milestone::code).orElse(one.code()), one.name(), one.plannedOn()))
                .toList();
    }

    /** A milestone of a new plan, with the day of its first baseline. */
    ReplannedMilestone replanned(PlannedMilestone planned) {
        var before = milestone(planned.code()).orElseGet(() -> Milestone.of(planned));
        return new ReplannedMilestone(before.code(), planned.name(), before.plannedOn(), planned.plannedOn());
    }

    /** The rebaselined plan; what was reached stays reached. */
    Plan with(DeliveryPlanRebaselined rebaselined) {
        var after = rebaselined.milestones().stream()
                .map(milestone -> new Milestone(
                        milestone.code(),
                        milestone.name(),
                        milestone.plannedOn(),
                        milestone.expectedOn(),
                        spelled(milestone.code()).map(Milestone::reachedOn).orElse(null),
                        null))
                .toList();
        return new Plan(after, rebaselined.reason());
    }

    Plan with(DeliveryMilestoneReached reached) {
        return changed(
                reached.milestone(),
                before -> new Milestone(
                        before.code(),
                        before.name(),
                        before.plannedOn(),
                        before.expectedOn(),
                        reached.reachedOn(),
                        before.slipReason()));
    }

    Plan with(DeliveryMilestoneSlipped slipped) {
        return changed(
                slipped.milestone(),
                before -> new Milestone(
                        before.code(),
                        before.name(),
                        before.plannedOn(),
                        slipped.to(),
                        before.reachedOn(),
                        slipped.reason()));
    }

    private Plan changed(String code, UnaryOperator<Milestone> change) {
        var after = milestones.stream()
                .map(milestone -> milestone.code().equals(code) ? change.apply(milestone) : milestone)
                .toList();
        return new Plan(after, reason);
    }
}
