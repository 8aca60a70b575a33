package io.milepost.reporting.read.mart.milestones;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone of one project.
 *
 * @param stage of the sale; 0 in a delivery, which has none
 * @param original the day of the first plan that names it, null as long as none does
 * @param current the day of the latest one
 * @param reachedOn null as long as it is ahead
 * @param dropped whether it was still ahead when its sale ended, so that nobody waits for it any more
 */
record Milestone(
        int stage,
        String code,
        @Nullable LocalDate original,
        @Nullable LocalDate current,
        @Nullable LocalDate reachedOn,
        boolean dropped) {

    static Milestone unplanned(int stage, String code) {
        return new Milestone(stage, code, null, null, null, false);
    }

    Milestone planned(LocalDate on) {
        return new Milestone(stage, code, original == null ? on : original, on, reachedOn, false);
    }

    Milestone reached(LocalDate on) {
        return new Milestone(stage, code, original, current, on, false);
    }

    Milestone ended() {
        return new Milestone(stage, code, original, current, reachedOn, reachedOn == null);
    }

    Milestone reopened() {
        return new Milestone(stage, code, original, current, reachedOn, false);
    }

    boolean is(int inStage, String named) {
        return stage == inStage && code.equals(named);
    }
}
