package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.opportunity.SalesTeamAppointed;
import io.milepost.delivery.salesteam.SalesTeam.Member;
import io.milepost.delivery.salesteam.SalesTeam.NoteSalesTeam;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** Who is appointed to a sales project is known here as well, so that handing over and closing are the duty of those whose they are. */
public final class WhenSalesTeamAppointedThenNoteSalesTeam {

    public static final Automation<SalesTeamAppointed> AUTOMATION = new Automation<>(
            "when-sales-team-appointed-then-note-sales-team",
            "opportunity",
            "sales-project.team-appointed.v1",
            SalesTeamAppointed.class,
            (cause, appointed) -> Optional.of(new Reaction.Command(
                    cause.subject(),
                    new NoteSalesTeam(appointed.members().stream()
                            .map(place -> new Member(place.role(), place.member()))
                            .toList()))),
            Set.of());

    private WhenSalesTeamAppointedThenNoteSalesTeam() {}
}
