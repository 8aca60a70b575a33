package io.milepost.delivery.salesteam;

import io.milepost.delivery.salesteam.SalesTeam.*;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;

/** The copy's one command and event. Nobody has a role to send it: opportunity-service decides who is appointed. */
public final class SalesTeamCatalogue {

    public static final Catalogue<SalesTeam, Command, Event> SALES_TEAM = Catalogue.of(
                    "sales-team", "sales-teams", SalesTeam.DECIDER)
            .notes(NoteSalesTeam.class, SalesTeam::note)
            .event(SalesTeamNoted.class, "sales-team.noted", 1)
            .open()
            .view(View.class, team -> new View("KNOWN", team.members()));

    private SalesTeamCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status KNOWN, the only one
     */
    public record View(String status, List<Member> members) {}
}
