package io.milepost.opportunities.automation;

import io.milepost.opportunities.managementplan.ManagementPlan.RiskManagementPlanned;
import io.milepost.opportunities.risk.Risk.FollowRiskPlan;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** How often open risks are looked at binds those that were on record before it was planned; later ones know of it themselves. */
public final class WhenRiskManagementPlannedThenFollowIt {

    public static final Automation<RiskManagementPlanned> AUTOMATION = new Automation<>(
            "when-risk-management-planned-then-follow-it",
            "opportunity",
            "management-plan.risk-management-planned.v1",
            RiskManagementPlanned.class,
            Reaction.toSeveral(WhenRiskManagementPlannedThenFollowIt::react),
            Set.of());

    private WhenRiskManagementPlannedThenFollowIt() {}

    private static List<Reaction.Command> react(Inbound cause, RiskManagementPlanned planned) {
        return Objects.requireNonNullElse(planned.risks(), List.<UUID>of()).stream()
                .map(risk -> new Reaction.Command(
                        risk, new FollowRiskPlan(planned.approach().reviewDays())))
                .toList();
    }
}
