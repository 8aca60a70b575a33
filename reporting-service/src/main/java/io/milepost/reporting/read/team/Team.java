package io.milepost.reporting.read.team;

import io.milepost.reporting.read.cells.MongoCells;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The sales organisation, read anew for each report: there is little of it, and a report's date decides who belonged where. */
public final class Team {
    private final MongoCells<TeamMember> store;

    public Team(MongoCells<TeamMember> store) {
        this.store = store;
    }

    /** Where each member belonged on the day, by code; who had no place yet is not in it. */
    public Map<String, Placement> on(LocalDate day) {
        Map<String, Placement> placements = new HashMap<>();
        for (TeamMember member : store.all()) {
            member.on(day).ifPresent(placement -> placements.put(member.code(), placement));
        }
        return placements;
    }
}
