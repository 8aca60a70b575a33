package io.milepost.opportunities.automation;

import static io.milepost.opportunities.salesproject.SalesProject.No.ATI_NOT_APPROVED;
import static io.milepost.opportunities.salesproject.SalesProject.No.SALES_PROJECT_ENDED;

import io.milepost.opportunities.projectplan.ProjectPlan.PlanBaselined;
import io.milepost.opportunities.salesproject.SalesProjectCommand.StartMonitoring;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A sales project is monitored from the first baseline of its plan on (3.2, R-171), unless it has ended or is prepared anew by then. */
public final class WhenPlanBaselinedThenStartMonitoring {

    public static final Automation<PlanBaselined> AUTOMATION = new Automation<>(
            "when-plan-baselined-then-start-monitoring",
            "opportunity",
            "project-plan.baselined.v1",
            PlanBaselined.class,
            (_, baselined) -> Optional.of(new Reaction.Command(baselined.salesProjectId(), new StartMonitoring())),
            Set.of(ATI_NOT_APPROVED, SALES_PROJECT_ENDED));

    private WhenPlanBaselinedThenStartMonitoring() {}
}
