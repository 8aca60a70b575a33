package io.milepost.reporting.read.milestones;

import io.milepost.reporting.read.cells.Slot;
import io.milepost.reporting.read.cells.View;
import io.milepost.reporting.read.team.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the report knows of the milestones of one sale or one delivery. */
record Plan(String owner, List<Milestone> milestones, LocalDate day) implements View {
    Plan {
        milestones = List.copyOf(milestones);
    }

    static Plan of(String owner, LocalDate day) {
        return new Plan(owner, List.of(), day);
    }

    /** Of a project whose owner has not been named yet. */
    static Plan unowned(LocalDate day) {
        return of(Places.UNKNOWN, day);
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

    /** One milestone in its {@link Line}; cells are split by owner. */
    Map<Slot, Long> slots() {
        Map<Slot, Long> slots = new HashMap<>();
        milestones.forEach(milestone -> slots.merge(new Slot(owner, Line.path(milestone)), 1L, Math::addExact));
        return slots;
    }
}
