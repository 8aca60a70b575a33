package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.Plan.Milestone;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.Suspension;
import io.milepost.delivery.salesteam.SalesTeam;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
            .reads(
                    SlipMilestone.class,
                    () -> HANDOVER,
                    (project, _) -> contractOf(project),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .duty(SlipMilestone.class, DELIVERY_LEAD, DeliveryProject::managers)
            .command(MissMilestone.class)
            .reads(
                    MissMilestone.class,
                    () -> HANDOVER,
                    (project, _) -> contractOf(project),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .command(RaiseIssue.class, DELIVERY_MANAGER, ENGINEERING, QA)
            .command(ResolveIssue.class, DELIVERY_MANAGER, ENGINEERING, QA)
            .duty(ResolveIssue.class, DELIVERY_TEAM, DeliveryProject::workers)
            .command(InformCustomer.class, DELIVERY_MANAGER, ENGINEERING, SALES_REP, SALES_MANAGER)
            .reads(
                    InformCustomer.class,
                    () -> HANDOVER,
                    (project, _) -> contractOf(project),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .duty(
                    InformCustomer.class,
                    DELIVERY_TEAM + " or whoever sold the contract",
                    DeliveryProjectCatalogue::contacts)
            .command(CompleteDelivery.class, DELIVERY_MANAGER)
            .duty(CompleteDelivery.class, DELIVERY_LEAD, DeliveryProject::managers)
            .command(SuspendDelivery.class, DELIVERY_MANAGER)
            .duty(SuspendDelivery.class, DELIVERY_LEAD, DeliveryProject::managers)
            .command(ResumeDelivery.class, DELIVERY_MANAGER)
            .duty(ResumeDelivery.class, DELIVERY_LEAD, DeliveryProject::managers)
            .command(NoteAcceptance.class)
            .command(NoteSettlement.class)
            .command(NoteClose.class)
            .event(DeliveryProjectCreated.class, "delivery-project.created", 1)
            .event(DeliveryTeamStaffed.class, "delivery-project.team-staffed", 1)
            .event(DeliveryPlanBaselined.class, "delivery-project.plan-baselined", 1)
            .event(DeliveryPlanRebaselined.class, "delivery-project.plan-rebaselined", 1)
            .event(DeliveryMilestoneReached.class, "delivery-project.milestone-reached", 1)
            .event(DeliveryMilestoneSlipped.class, "delivery-project.milestone-slipped", 1)
            .event(DeliveryMilestoneMissed.class, "delivery-project.milestone-missed", 1)
            .event(IssueRaised.class, "delivery-project.issue-raised", 1)
            .event(IssueResolved.class, "delivery-project.issue-resolved", 1)
            .event(CustomerInformed.class, "delivery-project.customer-informed", 1)
            .personal(CustomerInformed.class, (id, _) -> id, "message")
            .event(DeliveryCompleted.class, "delivery-project.completed", 1)
            .event(DeliverySuspended.class, "delivery-project.suspended", 1)
            .event(DeliveryResumed.class, "delivery-project.resumed", 1)
            .event(DeliveryAccepted.class, "delivery-project.accepted", 1)
            .event(DeliverySettled.class, "delivery-project.settled", 1)
            .event(DeliveryProjectClosed.class, "delivery-project.closed", 1)
            .open()
            .refusals(DeliveryRefusal.class, DAY_IMPLAUSIBLE, DAY_IN_FUTURE, REASON_MISSING, TEXT_MISSING)
            .refusals(Suspension.No.class)
            .view(View.class, View::of);

    /** Each milestone waits for the end of its day. */
    public static final Due<DeliveryProject> MILESTONE_DUE = new Due<>(
            "delivery-milestone-due",
            DELIVERY_PROJECT,
            MissMilestone.class,
            project -> project.awaited()
                    .map(milestone -> DueDate.endOf(
                                    milestone.expectedOn(), new MissMilestone(milestone.code(), milestone.expectedOn()))
                            .part(UUID.nameUUIDFromBytes(milestone.code().getBytes(StandardCharsets.UTF_8))
                                    .toString())
                            .ownedBy(project.managers().stream().findFirst().orElse(null)))
                    .toList());

    /** Whoever sold the contract, and the manager, learn that a part of it comes later. */
    public static final NoticeRule<DeliveryMilestoneSlipped> SLIPPED_NOTICE = notice("delivery-slipped")
            .on(DELIVERY_PROJECT, DeliveryMilestoneSlipped.class)
            .about(DeliveryMilestoneSlipped::milestone)
            .concerning(DeliveryMilestoneSlipped::owner)
            .to(OWNER, MANAGER);

    /** They learn as well of a milestone that is late though nobody has said so. */
    public static final NoticeRule<DeliveryMilestoneMissed> MILESTONE_NOTICE = notice("delivery-milestone-missed")
            .on(DELIVERY_PROJECT, DeliveryMilestoneMissed.class)
            .about(DeliveryMilestoneMissed::milestone)
            .concerning(DeliveryMilestoneMissed::owner)
            .to(OWNER, MANAGER);

    private DeliveryProjectCatalogue() {}

    private static UUID contractOf(@Nullable DeliveryProject project) {
        return Objects.requireNonNull(project).created().contractId();
    }

    /** Whom the customer knows; before there is a team, whoever has the role. */
    private static List<String> contacts(@Nullable DeliveryProject project, Occasion occasion) {
        var workers = Objects.requireNonNull(project).workers();
        return workers.isEmpty()
                ? List.of()
                : Stream.concat(workers.stream(), occasion.read(SoldContract.class).map(SoldContract::owner).stream())
                        .toList();
    }

    /** Who leads may name others; where nobody is responsible for the fulfilment, any manager of deliveries may, or nobody could replace one who left. */
    private static List<String> staffers(DeliveryProject project, SalesTeam team) {
        var fulfilment = team.appointed().fulfilment();
        return fulfilment.isEmpty()
                ? List.of()
                : Stream.concat(fulfilment.stream(), project.managers().stream())
                        .toList();
    }

    /** Why and since when a delivery rests. */
    public record Rest(SuspensionCause cause, String reason, LocalDate since, String by) {
        private static Rest of(DeliverySuspended suspended) {
            return new Rest(suspended.cause(), suspended.reason(), suspended.on(), suspended.by());
        }
    }

    /**
     * What a read shows of a delivery project.
     *
     * @param status CREATED, STAFFED, PLANNED, IN_PROGRESS (a milestone is reached), PENDING_ACCEPTANCE (the delivery is complete), ACCEPTED,
     *     SETTLED or CLOSED; SUSPENDED while it rests before that
     * @param missed days of milestones that ended without them
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
            @Nullable LocalDate completedOn,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate settledOn,
            @Nullable LocalDate closedOn,
            Set<Missed> missed,
            @Nullable Rest suspended) {

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
                    project.ends().completedOn(),
                    project.ends().acceptedOn(),
                    project.ends().settledOn(),
                    project.ends().closedOn(),
                    project.missed(),
                    project.isSuspended() ? Rest.of(Objects.requireNonNull(project.suspension())) : null);
        }

        private static String status(DeliveryProject project) {
            var plan = project.plan();
            var ends = project.ends();
            if (ends.closedOn() != null) {
                return "CLOSED";
            }
            if (ends.settledOn() != null) {
                return "SETTLED";
            }
            if (ends.acceptedOn() != null) {
                return "ACCEPTED";
            }
            if (ends.completedOn() != null) {
                return "PENDING_ACCEPTANCE";
            }
            if (project.isSuspended()) {
                return "SUSPENDED";
            }
            if (plan.isBaselined()) {
                return plan.ahead().size() < plan.milestones().size() ? "IN_PROGRESS" : "PLANNED";
            }
            return project.team() == null ? "CREATED" : "STAFFED";
        }
    }
}
