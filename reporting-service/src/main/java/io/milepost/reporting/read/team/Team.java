package io.milepost.reporting.read.team;

import io.milepost.reporting.read.cells.MongoCells;
import io.milepost.reporting.read.generations.Projected;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The sales organisation, read anew for each report: there is little of it, and a report's date decides who belonged where. */
public final class Team {
    private final Projected<MongoCells<TeamMember>> projection;

    public Team(Projected<MongoCells<TeamMember>> projection) {
        this.projection = projection;
    }

    /** Where each member belonged on the day; who had no place yet is not in it. */
    public Places on(LocalDate day) {
        Map<String, Placement> placements = new HashMap<>();
        for (TeamMember member : projection.live().all()) {
            member.on(day).ifPresent(placement -> placements.put(member.code(), placement));
        }
        return new Places(placements);
    }
}
