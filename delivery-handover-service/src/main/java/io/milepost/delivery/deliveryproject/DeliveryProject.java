package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryRefusal.*;
import static io.milepost.delivery.kernel.Suspension.No.DELIVERY_SUSPENDED;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.Plan.Milestone;
import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.Suspension;
import io.milepost.delivery.kernel.Team;
import io.milepost.delivery.kernel.Unfinished;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of what a contract promised, from the accepted handover until everything planned is done; it has the id of the contract.
 *
 * @param team who carries it out, once that is known
 * @param ends how far it has come in the end
 * @param missed milestones whose day ended before they were reached
 * @param suspension why the delivery rests; null while it goes on
 */
public record DeliveryProject(
        DeliveryProjectCreated created,
        @Nullable DeliveryTeamStaffed team,
        Plan plan,
        List<Issue> issues,
        Ends ends,
        Set<Missed> missed,
        @Nullable DeliverySuspended suspension) {
    static final Decider<DeliveryProject, Command, DeliveryEvent> DECIDER =
            new Decider<>(DeliveryProject::decide, Evolution::begin, Evolution::evolve);

    /**
     * Delivery begins with the accepted handover (decision 30).
     *
     * @param beginsOn absent where it may have begun before the suite knew of the contract
     */
    public record CreateDeliveryProject(
            UUID opportunityId, @Nullable LocalDate beginsOn) {}

    /** What may be asked of a delivery project that was created. */
    public sealed interface Command {}

    /**
     * States the team, or another team in its place.
     *
     * @param manager code of the member who leads the delivery
     * @param members codes of the engineers and others
     */
    public record StaffTeam(String manager, List<String> members) implements Command {
        public StaffTeam {
            members = List.copyOf(members);
        }
    }

    public record BaselinePlan(List<PlannedMilestone> milestones) implements Command {
        public BaselinePlan {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * Rebaselines the plan, for a reason; the days of the first baseline stay on record with the new ones.
     *
     * @param milestones all that are planned from now on; what was reached stays as it was
     */
    public record RebaselinePlan(
            List<PlannedMilestone> milestones,
            @Limit(Limit.NOTE) String reason) implements Command {
        public RebaselinePlan {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * Sent by the automation when the contract was amended: the plan follows.
     *
     * @param amendment its number in the contract
     * @param deadline the new last day of the delivery; absent where that stays, as is the one before
     * @param added what is to be delivered besides
     */
    public record FollowAmendment(
            int amendment,
            @Nullable LocalDate previousDeadline,
            @Nullable LocalDate deadline,
            List<AddedLine> added) implements Command {
        public FollowAmendment {
            added = List.copyOf(added);
        }
    }

    /** A line that an amendment added to the contract, by its number. */
    public record AddedLine(int number, String product) {}

    /**
     * A milestone is reached.
     *
     * @param milestone its code in the plan
     * @param reachedOn today when absent
     */
    public record ReachMilestone(String milestone, @Nullable LocalDate reachedOn) implements Command {}

    /** A milestone will not be reached on the day that was expected so far. */
    public record SlipMilestone(
            String milestone,
            LocalDate newDate,
            @Limit(Limit.NOTE) String reason) implements Command {}

    /**
     * Records what goes wrong.
     *
     * @param issueId the caller's id for it; derived from the project and the number of its issues when absent
     */
    public record RaiseIssue(@Nullable UUID issueId, String title, Severity severity) implements Command {}

    public record ResolveIssue(
            UUID issueId, @Limit(Limit.NOTE) String resolution) implements Command {}

    /**
     * The customer is told of an issue; {@code on} is today when absent.
     *
     * @param message what they were told; kept as personal data
     */
    public record InformCustomer(
            UUID issueId,
            @Nullable LocalDate on,
            @Limit(Limit.NOTE) String message) implements Command {}

    public record CompleteDelivery() implements Command {}

    /** From now on the delivery rests: nothing is shipped, installed, reached or put before the customer until it is resumed. */
    public record SuspendDelivery(
            SuspensionCause cause, @Limit(Limit.NOTE) String reason) implements Command {}

    /** {@code note} says what has become of the cause. */
    public record ResumeDelivery(@Limit(Limit.NOTE) String note) implements Command {}

    /** Sent by the timer alone, when the day of a milestone has ended. */
    public record MissMilestone(String milestone, LocalDate expectedOn) implements Command {}

    /** Sent by automations alone: the end of a delivery is decided where the customer accepts, pays and is told good-bye. */
    public sealed interface EndCommand extends Command {}

    public record NoteAcceptance(LocalDate on) implements EndCommand {}

    public record NoteSettlement(LocalDate on) implements EndCommand {}

    public record NoteClose(LocalDate on) implements EndCommand {}

    /** A milestone as it was planned, with which later days are compared. */
    public record PlannedMilestone(String code, String name, LocalDate plannedOn) {}

    /**
     * A milestone of a plan that was rebaselined.
     *
     * @param plannedOn the day of its first baseline
     * @param expectedOn the day that is planned now
     */
    public record ReplannedMilestone(String code, String name, LocalDate plannedOn, LocalDate expectedOn) {}

    /** How serious an issue is. */
    public enum Severity {
        LOW,
        MEDIUM,
        HIGH
    }

    /** Why a delivery rests. */
    public enum SuspensionCause {
        /** The contract is on hold. */
        CONTRACT_HOLD,
        /** Something is in dispute with the customer. */
        DISPUTE,
        /** The advance payment was missed. */
        ADVANCE_MISSED,
        CUSTOMER_REQUEST,
        OTHER
    }

    public DeliveryProject {
        issues = List.copyOf(issues);
        missed = Set.copyOf(missed);
    }

    /** Who works in it. */
    public Team people() {
        return new Team(
                team == null
                        ? List.of()
                        : Stream.concat(Stream.of(team.manager()), team.members().stream())
                                .toList());
    }

    /** Whether it rests: a suspension that nobody lifted, before the customer has accepted all of it. */
    boolean isSuspended() {
        return suspension != null && ends.acceptedOn() == null && ends.closedOn() == null;
    }

    /** The same for what belongs to the delivery. */
    public Suspension suspended() {
        return new Suspension(isSuspended());
    }

    /** Whether anything may still begin in it. */
    public ClosedDelivery over() {
        return new ClosedDelivery(ends.closedOn() != null);
    }

    /**
     * Milestones whose day is to come, or has ended unseen; none while the delivery rests, and none once the customer has accepted all of
     * it, or it is closed.
     */
    Stream<Milestone> awaited() {
        return isSuspended() || ends.acceptedOn() != null || ends.closedOn() != null
                ? Stream.of()
                : plan.milestones().stream()
                        .filter(milestone -> milestone.reachedOn() == null
                                && !missed.contains(new Missed(milestone.code(), milestone.expectedOn())));
    }

    /** What its closing has to know: what is not done of it. */
    public Unfinished unfinished() {
        var issuesOfWeight = issues.stream()
                .filter(issue -> issue.severity() == Severity.HIGH && issue.resolution() == null)
                .map(Issue::title)
                .toList();
        return new Unfinished(plan.ahead(), issuesOfWeight);
    }

    /** Code of who leads it, once there is somebody. */
    public List<String> managers() {
        return team == null ? List.of() : List.of(team.manager());
    }

    /** Codes of all who work in it. */
    public List<String> workers() {
        return people().members();
    }

    static Decision<DeliveryEvent> create(CreateDeliveryProject create, Occasion occasion) {
        return accepted(new DeliveryProjectCreated(occasion.id(), create.opportunityId(), create.beginsOn()));
    }

    static Decision<DeliveryEvent> decide(DeliveryProject project, Command command, Occasion occasion) {
        return switch (command) {
            case EndCommand end -> Ending.note(project, end);
            case MissMilestone miss -> Delivering.miss(project, miss, occasion);
            case Command _ when project.ends.closedOn() != null -> refused(DELIVERY_CLOSED);
            case CompleteDelivery _ when project.isSuspended() -> refused(DELIVERY_SUSPENDED);
            case CompleteDelivery _ -> Delivering.complete(project, occasion.today());
            case StaffTeam staff -> Planning.staff(project, staff);
            case Command _ when project.ends.completedOn() != null -> refused(DELIVERY_ALREADY_COMPLETED);
            case SuspendDelivery suspend -> Pausing.suspend(project, suspend, occasion);
            case ResumeDelivery(var note) -> Pausing.resume(project, note, occasion);
            case BaselinePlan(var milestones) -> Planning.baseline(project, milestones, occasion.today());
            case RebaselinePlan rebaseline -> Planning.rebaseline(project, rebaseline, occasion.today());
            case FollowAmendment follow -> Following.follow(project, follow, occasion.today());
            case ReachMilestone _ when project.isSuspended() -> refused(DELIVERY_SUSPENDED);
            case ReachMilestone reach -> Delivering.reach(project, reach, occasion.today());
            case SlipMilestone slip -> Delivering.slip(project, slip, occasion);
            case RaiseIssue raise -> Issues.raise(project, raise);
            case ResolveIssue resolve -> Issues.resolve(project, resolve);
            case InformCustomer inform -> Issues.inform(project, inform, occasion);
        };
    }
}
