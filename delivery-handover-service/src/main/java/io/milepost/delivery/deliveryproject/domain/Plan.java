package io.milepost.delivery.deliveryproject.domain;

import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryPlanRebaselined;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The milestones of a delivery in the order of its baseline; none before there is one. */
public record Plan(List<Milestone> milestones) {

    static final Plan NONE = new Plan(List.of());

    public Plan {
        milestones = List.copyOf(milestones);
    }

    static Plan of(List<PlannedMilestone> baseline) {
        return new Plan(baseline.stream().map(Milestone::of).toList());
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
        return new Plan(anew.milestones().stream()
                .map(milestone -> new Milestone(
                        milestone.code(),
                        milestone.name(),
                        milestone.plannedOn(),
                        milestone.expectedOn(),
                        milestone(milestone.code()).map(Milestone::reachedOn).orElse(null)))
                .toList());
    }

    Optional<Milestone> milestone(String code) {
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

    Plan expected(String code, LocalDate day) {
        return changed(code, milestone -> milestone.expected(day));
    }

    Plan reached(String code, LocalDate day) {
        return changed(code, milestone -> milestone.reached(day));
    }

    private Plan changed(String code, UnaryOperator<Milestone> change) {
        return new Plan(milestones.stream()
                .map(milestone -> milestone.code().equals(code) ? change.apply(milestone) : milestone)
                .toList());
    }
}
