package io.milepost.opportunities.inbound.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code sales-closure.people-released}: of which opportunity, the codes of those who are free for other work, and since when. */
public record SalesTeamReleased(UUID opportunityId, List<String> members, LocalDate on) {
    public SalesTeamReleased {
        members = List.copyOf(members);
    }
}
