package io.milepost.reporting.read.team;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.TeamMemberFacts;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Slot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Team member events to members; it counts nothing, reports look it up. */
public final class TeamProjection implements Projection<TeamMember> {
    private final ZoneId zone;

    public TeamProjection(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "team";
    }

    @Override
    public String source() {
        return TeamMemberFacts.SOURCE;
    }

    @Override
    public Class<TeamMember> view() {
        return TeamMember.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(TeamMemberFacts.REGISTERED, TeamMemberFacts.MOVED);
    }

    @Override
    public TeamMember apply(@Nullable TeamMember before, Inbound event) {
        var placed = event.as(TeamMemberFacts.Placed.class);
        var placement = new Placement(placed.from(), placed.team(), placed.region());
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        return before == null ? new TeamMember(placed.code(), List.of(placement), day) : before.placed(placement, day);
    }

    @Override
    public Map<Slot, Long> contributions(TeamMember member) {
        return Map.of();
    }
}
