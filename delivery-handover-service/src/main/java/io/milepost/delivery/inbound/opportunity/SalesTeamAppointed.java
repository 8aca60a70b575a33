package io.milepost.delivery.inbound.opportunity;

import java.util.List;

/** {@code sales-project.team-appointed}: who has which role. The sales project, and with it the opportunity, is the event's subject. */
public record SalesTeamAppointed(List<Appointed> members) {
    public SalesTeamAppointed {
        members = List.copyOf(members);
    }

    /** One place of the team. */
    public record Appointed(String role, String member) {}
}
