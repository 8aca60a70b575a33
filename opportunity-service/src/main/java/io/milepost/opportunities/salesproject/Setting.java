package io.milepost.opportunities.salesproject;

import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sales project is, however far it is.
 *
 * @param level of how much weight it is; absent until somebody says so
 * @param involved who takes part from departments other than sales; absent before the first does
 */
public record Setting(
        SalesProjectProposed proposed,
        @Nullable SalesProjectClassified level,
        @Nullable DepartmentsInvolved involved) {

    static Setting of(SalesProjectProposed proposed) {
        return new Setting(proposed, null, null);
    }

    Setting with(SalesProjectClassified classified) {
        return new Setting(proposed, classified, involved);
    }

    Setting with(DepartmentsInvolved departments) {
        return new Setting(proposed, level, departments);
    }

    List<Participant> participants() {
        return involved == null ? List.of() : involved.participants();
    }

    /** Where its sales process has no levels, a project owes its weekly reports and nothing else. */
    boolean owes(Owed owed) {
        return level == null ? owed == Owed.WEEKLY_REPORT : level.owes().contains(owed);
    }

    /** Whether its process has levels and it has none of them yet. */
    boolean lacksLevel() {
        return level == null && Pursuit.hasLevels(proposed.pursuit());
    }
}
