package io.milepost.delivery.deliveryproject;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.ENGINEERING;
import static io.milepost.platform.catalogue.Role.QA;

import io.milepost.delivery.deliveryproject.domain.DeliveryProject;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.BaselinePlan;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.CompleteDelivery;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.CreateDeliveryProject;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.RaiseIssue;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.ReachMilestone;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.RebaselinePlan;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.ResolveIssue;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.SlipMilestone;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectCommand.StaffTeam;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryCompleted;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryMilestoneReached;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryMilestoneSlipped;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryPlanBaselined;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryPlanRebaselined;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryProjectCreated;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryTeamStaffed;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.IssueRaised;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.IssueResolved;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal;
import io.milepost.delivery.deliveryproject.domain.DeliveryProjectView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/**
 * The delivery project's commands and events, with paths, roles and names. Nobody creates one by hand: delivery begins with the
 * accepted handover (decision 30). Its id is the contract's, so the contract is its root.
 */
public final class DeliveryProjectMessages {

    public static final Catalogue<DeliveryProject, DeliveryProjectCommand, DeliveryProjectEvent> DELIVERY_PROJECT =
            Catalogue.of(
                            "delivery-project",
                            "delivery-projects",
                            new Decider<DeliveryProject, DeliveryProjectCommand, DeliveryProjectEvent>(
                                    new DeliveryProject.Unknown(), DeliveryProject::decide, DeliveryProject::evolve))
                    .creates(CreateDeliveryProject.class)
                    .command(StaffTeam.class, DELIVERY_MANAGER)
                    .command(BaselinePlan.class, DELIVERY_MANAGER)
                    .command(RebaselinePlan.class, DELIVERY_MANAGER)
                    .command(ReachMilestone.class, DELIVERY_MANAGER, ENGINEERING)
                    .command(SlipMilestone.class, DELIVERY_MANAGER)
                    .command(RaiseIssue.class, DELIVERY_MANAGER, ENGINEERING, QA)
                    .command(ResolveIssue.class, DELIVERY_MANAGER, ENGINEERING, QA)
                    .command(CompleteDelivery.class, DELIVERY_MANAGER)
                    .event(DeliveryProjectCreated.class, "delivery-project.created", 1)
                    .event(DeliveryTeamStaffed.class, "delivery-project.team-staffed", 1)
                    .event(DeliveryPlanBaselined.class, "delivery-project.plan-baselined", 1)
                    .event(DeliveryPlanRebaselined.class, "delivery-project.plan-rebaselined", 1)
                    .event(DeliveryMilestoneReached.class, "delivery-project.milestone-reached", 1)
                    .event(DeliveryMilestoneSlipped.class, "delivery-project.milestone-slipped", 1)
                    .event(IssueRaised.class, "delivery-project.issue-raised", 1)
                    .event(IssueResolved.class, "delivery-project.issue-resolved", 1)
                    .event(DeliveryCompleted.class, "delivery-project.completed", 1)
                    .refusals(DeliveryProjectRefusal.class)
                    .view(DeliveryProjectView.class, DeliveryProjectView::of);

    private DeliveryProjectMessages() {}
}
