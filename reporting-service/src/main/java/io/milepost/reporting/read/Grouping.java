package io.milepost.reporting.read;

import io.milepost.reporting.read.team.Placement;
import java.util.Map;

/** Keys that all reports name their groups by. */
public final class Grouping {
    /** An owner without a place in the organisation on the report's day. */
    public static final String UNKNOWN = "(unknown)";

    private Grouping() {}

    public static String team(String owner, Map<String, Placement> places) {
        Placement place = places.get(owner);
        return place == null ? UNKNOWN : place.team();
    }

    public static String region(String owner, Map<String, Placement> places) {
        Placement place = places.get(owner);
        return place == null ? UNKNOWN : place.region();
    }
}
