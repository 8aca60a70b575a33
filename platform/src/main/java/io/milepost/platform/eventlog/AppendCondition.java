package io.milepost.platform.eventlog;

import java.util.List;

/**
 * No event after {@code marker} matches any of the criteria. No criteria: nothing conflicts.
 *
 * @param marker the position up to which the caller has seen everything that matches
 */
public record AppendCondition(List<Criterion> criteria, long marker) {

    public AppendCondition {
        criteria = List.copyOf(criteria);
    }

    public static AppendCondition none() {
        return new AppendCondition(List.of(), 0);
    }
}
