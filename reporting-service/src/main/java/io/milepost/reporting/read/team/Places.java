package io.milepost.reporting.read.team;

import java.util.Map;

/** Where each member belonged on one day, by code. */
public record Places(Map<String, Placement> byCode) {
    /** The team and region of an owner who has no place on the day. */
    public static final String UNKNOWN = "(unknown)";

    public Places {
        byCode = Map.copyOf(byCode);
    }

    public String team(String owner) {
        Placement place = byCode.get(owner);
        return place == null ? UNKNOWN : place.team();
    }

    public String region(String owner) {
        Placement place = byCode.get(owner);
        return place == null ? UNKNOWN : place.region();
    }
}
