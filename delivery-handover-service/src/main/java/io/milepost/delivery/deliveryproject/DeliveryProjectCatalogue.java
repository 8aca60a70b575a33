package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.Plan.Milestone;
import io.milepost.delivery.salesteam.SalesTeam;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The delivery project's commands and events, with paths, roles and names. Nobody creates one by hand: delivery begins with the
 * accepted handover (decision 30). Its id is the contract's, so the contract is its root.
 */
public final class DeliveryProjectCatalogue {
    /** Whose duty it is to lead the delivery: whom the team names, and before there is one the letter of entrustment. */
    public static final String DELIVERY_LEAD = "the delivery project manager";

    /** Whose duty the work itself is: the manager's and the engineers'. */
    public static final String DELIVERY_TEAM = "the delivery team";

    public static final Catalogue<DeliveryProject, Command, DeliveryEvent> DELIVERY_PROJECT = Catalogue.of(
                    "delivery-project", "delivery-projects", DeliveryProject.DECIDER)
            .creates(CreateDeliveryProject.class, DeliveryProject::create)
            .command(StaffTeam.class, DELIVERY_MANAGER)
            .duty(
                    StaffTeam.class,
                    Duty.of(
                            StaffTeam.class,
                            "the fulfilment responsible (FR) or " + DELIVERY_LEAD,
                            () -> SALES_TEAM,
                            (_, project, _) ->
                                    Objects.requireNonNull(project).created().opportunityId(),
                            (project, team) -> staffers(Objects.requireNonNull(project), team)))
            .command(BaselinePlan.class, DELIVERY_MANAGER)
            .duty(BaselinePlan.class, DELIVERY_LEAD, DeliveryProject::managers)
            .command(RebaselinePlan.class, DELIVERY_MANAGER)
            .duty(RebaselinePlan.class, DELIVERY_LEAD, DeliveryProject::managers)
            .command(FollowAmendment.class)
            .command(ReachMilestone.class, DELIVERY_MANAGER, ENGINEERING)
            .duty(ReachMilestone.class, DELIVERY_TEAM, DeliveryProject::workers)
            .command(SlipMilestone.class, DELIVERY_MANAGER)
            .duty(SlipMilestone.class, DELIVERY_LEAD, DeliveryProject::managers)
            .command(RaiseIssue.class, DELIVERY_MANAGER, ENGINEERING, QA)
            .command(ResolveIssue.class, DELIVERY_MANAGER, ENGINEERING, QA)
            .command(InformCustomer.class, DELIVERY_MANAGER, ENGINEERING, SALES_REP, SALES_MANAGER)
            .command(CompleteDelivery.class, DELIVERY_MANAGER)
            .duty(CompleteDelivery.class, DELIVERY_LEAD, DeliveryProject::managers)
            .event(DeliveryProjectCreated.class, "delivery-project.created", 1)
            .event(DeliveryTeamStaffed.class, "delivery-project.team-staffed", 1)
            .event(DeliveryPlanBaselined.class, "delivery-project.plan-baselined", 1)
            .event(DeliveryPlanRebaselined.class, "delivery-project.plan-rebaselined", 1)
            .event(DeliveryMilestoneReached.class, "delivery-project.milestone-reached", 1)
            .event(DeliveryMilestoneSlipped.class, "delivery-project.milestone-slipped", 1)
            .event(IssueRaised.class, "delivery-project.issue-raised", 1)
            .event(IssueResolved.class, "delivery-project.issue-resolved", 1)
            .event(CustomerInformed.class, "delivery-project.customer-informed", 1)
            .personal(CustomerInformed.class, (id, _) -> id, "message")
            .event(DeliveryCompleted.class, "delivery-project.completed", 1)
            .open()
            .refusals(No.class, DAY_IMPLAUSIBLE, DAY_IN_FUTURE, REASON_MISSING, TEXT_MISSING)
            .view(View.class, View::of);

    private DeliveryProjectCatalogue() {}

    /** Who leads may name others; where nobody is responsible for the fulfilment, any manager of deliveries may, or nobody could replace one who left. */
    private static List<String> staffers(DeliveryProject project, SalesTeam team) {
        var fulfilment = team.appointed().fulfilment();
        return fulfilment.isEmpty()
                ? List.of()
                : Stream.concat(fulfilment.stream(), project.managers().stream())
                        .toList();
    }

    /**
     * What a read shows of a delivery project.
     *
     * @param status CREATED, STAFFED, PLANNED, IN_PROGRESS (a milestone is reached) or COMPLETED
     */
    public record View(
            String status,
            UUID contractId,
            UUID opportunityId,
            @Nullable String manager,
            List<String> members,
            List<Milestone> milestones,
            List<Issue> issues,
            int openIssues,
            @Nullable LocalDate completedOn) {

        static View of(DeliveryProject project) {
            var team = project.team();
            return new View(
                    status(project),
                    project.created().contractId(),
                    project.created().opportunityId(),
                    team == null ? null : team.manager(),
                    team == null ? List.of() : team.members(),
                    project.plan().milestones(),
                    project.issues(),
                    Issues.open(project),
                    project.completedOn());
        }

        private static String status(DeliveryProject project) {
            var plan = project.plan();
            if (project.completedOn() != null) {
                return "COMPLETED";
            }
            if (plan.isBaselined()) {
                return plan.ahead().size() < plan.milestones().size() ? "IN_PROGRESS" : "PLANNED";
            }
            return project.team() == null ? "CREATED" : "STAFFED";
        }
    }
}
