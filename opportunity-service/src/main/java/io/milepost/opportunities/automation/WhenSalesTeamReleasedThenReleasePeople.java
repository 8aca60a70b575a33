package io.milepost.opportunities.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.opportunities.inbound.delivery.SalesTeamReleased;
import io.milepost.opportunities.salesproject.SalesProjectCommand.ReleasePeople;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the closing of a sales project releases leaves its team, and with it what only the team may do. The project takes that in
 * whatever state it is, also before it hears of the end of its deal. A deal that ended before it was qualified never had one.
 */
public final class WhenSalesTeamReleasedThenReleasePeople {

    public static final Automation<SalesTeamReleased> AUTOMATION = new Automation<>(
            "when-sales-team-released-then-release-people",
            "delivery",
            "sales-closure.people-released.v1",
            SalesTeamReleased.class,
            WhenSalesTeamReleasedThenReleasePeople::react,
            Set.of(UNKNOWN_TARGET));

    private WhenSalesTeamReleasedThenReleasePeople() {}

    private static Optional<Reaction.Command> react(Inbound cause, SalesTeamReleased released) {
        return Optional.of(
                new Reaction.Command(released.opportunityId(), new ReleasePeople(released.members(), released.on())));
    }
}
