package io.milepost.reporting.read.mart.milestones;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the report knows of the milestones of one sale or one delivery. */
record Plan(String owner, List<Milestone> milestones, LocalDate day) {
    Plan {
        milestones = List.copyOf(milestones);
    }

    static Plan of(String owner, LocalDate day) {
        return new Plan(owner, List.of(), day);
    }

    /** Of a project whose owner has not been named yet. */
    static Plan unowned(LocalDate day) {
        return of("(unknown)", day);
    }

    Plan ownedBy(String name, LocalDate on) {
        return new Plan(name, milestones, notBefore(on));
    }

    Plan planned(int stage, String code, LocalDate plannedOn, LocalDate on) {
        return changed(stage, code, milestone -> milestone.planned(plannedOn), on);
    }

    /** Reached again, after a sale went back a stage, is reached on the later day. */
    Plan reached(int stage, String code, LocalDate reachedOn) {
        return changed(stage, code, milestone -> milestone.reached(reachedOn), reachedOn);
    }

    /** Whatever is still ahead is dropped. */
    Plan ended(LocalDate on) {
        return new Plan(owner, milestones.stream().map(Milestone::ended).toList(), notBefore(on));
    }

    /** What was dropped is waited for again. */
    Plan reopened(LocalDate on) {
        return new Plan(owner, milestones.stream().map(Milestone::reopened).toList(), notBefore(on));
    }

    boolean isPlanned(int stage, String code) {
        return milestones.stream().anyMatch(milestone -> milestone.is(stage, code) && milestone.current() != null);
    }

    private Plan changed(int stage, String code, UnaryOperator<Milestone> change, LocalDate on) {
        List<Milestone> changed = new ArrayList<>();
        boolean known = false;
        for (Milestone milestone : milestones) {
            boolean meant = milestone.is(stage, code);
            known |= meant;
            changed.add(meant ? change.apply(milestone) : milestone);
        }
        if (!known) {
            changed.add(change.apply(Milestone.unplanned(stage, code)));
        }
        return new Plan(owner, changed, notBefore(on));
    }

    private LocalDate notBefore(LocalDate stated) {
        return stated.isBefore(day) ? day : stated;
    }
}
