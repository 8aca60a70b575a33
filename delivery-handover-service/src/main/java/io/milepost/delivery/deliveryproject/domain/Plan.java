package io.milepost.delivery.deliveryproject.domain;

import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryPlanRebaselined;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The milestones of a delivery in the order of its baseline; none before there is one.
 *
 * @param reason why it was made anew the last time; absent where it was not
 */
public record Plan(List<Milestone> milestones, @Nullable String reason) {

    static final Plan NONE = new Plan(List.of(), null);

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

    /** The plan anew; what was reached stays so. */
    Plan of(DeliveryPlanRebaselined anew) {
        var milestones = anew.milestones().stream()
                .map(milestone -> new Milestone(
                        milestone.code(),
                        milestone.name(),
                        milestone.plannedOn(),
                        milestone.expectedOn(),
                        spelled(milestone.code()).map(Milestone::reachedOn).orElse(null),
                        null))
                .toList();
        return new Plan(milestones, anew.reason());
    }

    /** The milestone of this code, in whatever spelling. */
    Optional<Milestone> milestone(String code) {
        return spelled(code)
                .or(() -> milestones.stream()
                        .filter(milestone -> Codes.same(milestone.code(), code))
                        .findFirst());
    }

    /** The same with the codes as this plan spells them. */
    List<PlannedMilestone> spelling(List<PlannedMilestone> planned) {
        return planned.stream()
                .map(one -> new PlannedMilestone(
                        milestone(one.code()).map(Milestone::code).orElse(one.code()), one.name(), one.plannedOn()))
                .toList();
    }

    private Optional<Milestone> spelled(String code) {
        return milestones.stream()
                .filter(milestone -> milestone.code().equals(code))
                .findFirst();
    }

    /** Codes of what is still ahead. */
    List<String> ahead() {
        return milestones.stream()
                .filter(milestone -> milestone.reachedOn() == null)
                .map(Milestone::code)
                .toList();
    }

    Plan slipped(String code, LocalDate day, String reason) {
        return changed(code, milestone -> milestone.slipped(day, reason));
    }

    Plan reached(String code, LocalDate day) {
        return changed(code, milestone -> milestone.reached(day));
    }

    private Plan changed(String code, UnaryOperator<Milestone> change) {
        var after = milestones.stream()
                .map(milestone -> milestone.code().equals(code) ? change.apply(milestone) : milestone)
                .toList();
        return new Plan(after, reason);
    }
}
