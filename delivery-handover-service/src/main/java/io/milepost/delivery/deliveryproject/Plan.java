package io.milepost.delivery.deliveryproject;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
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
 * @param amendments numbers of the amendments of the contract that it followed
 */
public record Plan(List<Milestone> milestones, @Nullable String reason, List<Integer> amendments) {
    static final Plan NONE = new Plan(List.of(), null, List.of());

    /**
     * A milestone of the plan and its state.
     *
     * @param plannedOn the day of its first baseline
     * @param expectedOn the day of the last slip or plan, or that of the baseline
     * @param slipReason why it slipped to that day; absent where that was planned
     * @param addedBy number of the amendment of the contract that added it; absent where none did
     * @param movedBy numbers of the amendments that gave it another day
     */
    public record Milestone(
            String code,
            String name,
            LocalDate plannedOn,
            LocalDate expectedOn,
            @Nullable LocalDate reachedOn,
            @Nullable String slipReason,
            @Nullable Integer addedBy,
            List<Integer> movedBy) {
        public Milestone {
            movedBy = List.copyOf(movedBy);
        }

        private static Milestone of(PlannedMilestone planned) {
            return new Milestone(
                    planned.code(),
                    planned.name(),
                    planned.plannedOn(),
                    planned.plannedOn(),
                    null,
                    null,
                    null,
                    List.of());
        }

        /** As it is planned now. */
        PlannedMilestone current() {
            return new PlannedMilestone(code, name, expectedOn);
        }
    }

    public Plan {
        milestones = List.copyOf(milestones);
        amendments = List.copyOf(amendments);
    }

    static Plan of(List<PlannedMilestone> baseline) {
        return new Plan(baseline.stream().map(Milestone::of).toList(), null, List.of());
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
        var amendment = rebaselined.amendment();
        var after = rebaselined.milestones().stream()
                .map(milestone -> replanned(milestone, amendment))
                .toList();
        return new Plan(after, rebaselined.reason(), and(amendments, amendment));
    }

    private Milestone replanned(ReplannedMilestone to, @Nullable Integer amendment) {
        var before = spelled(to.code()).orElse(null);
        if (before == null) {
            return new Milestone(
                    to.code(), to.name(), to.plannedOn(), to.expectedOn(), null, null, amendment, List.of());
        }
        var moved = !to.expectedOn().equals(before.expectedOn());
        return new Milestone(
                to.code(),
                to.name(),
                to.plannedOn(),
                to.expectedOn(),
                before.reachedOn(),
                null,
                before.addedBy(),
                moved ? and(before.movedBy(), amendment) : before.movedBy());
    }

    private static List<Integer> and(List<Integer> before, @Nullable Integer amendment) {
        return amendment == null
                ? before
                : Stream.concat(before.stream(), Stream.of(amendment)).toList();
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
                        before.slipReason(),
                        before.addedBy(),
                        before.movedBy()));
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
                        slipped.reason(),
                        before.addedBy(),
                        before.movedBy()));
    }

    private Plan changed(String code, UnaryOperator<Milestone> change) {
        var after = milestones.stream()
                .map(milestone -> milestone.code().equals(code) ? change.apply(milestone) : milestone)
                .toList();
        return new Plan(after, reason, amendments);
    }
}
