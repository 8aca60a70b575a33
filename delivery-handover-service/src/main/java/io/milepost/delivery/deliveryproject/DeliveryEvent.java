package io.milepost.delivery.deliveryproject;

import io.milepost.delivery.deliveryproject.DeliveryProject.PlannedMilestone;
import io.milepost.delivery.deliveryproject.DeliveryProject.ReplannedMilestone;
import io.milepost.delivery.deliveryproject.DeliveryProject.Severity;
import io.milepost.delivery.deliveryproject.DeliveryProject.SuspensionCause;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a delivery. */
public sealed interface DeliveryEvent {

    /**
     * Delivery begins.
     *
     * @param beginsOn absent where it may have begun before the suite knew of the contract
     */
    record DeliveryProjectCreated(
            UUID contractId, UUID opportunityId, @Nullable LocalDate beginsOn) implements DeliveryEvent {}

    record DeliveryTeamStaffed(String manager, List<String> members) implements DeliveryEvent {
        public DeliveryTeamStaffed {
            members = List.copyOf(members);
        }
    }

    record DeliveryPlanBaselined(UUID contractId, List<PlannedMilestone> milestones) implements DeliveryEvent {
        public DeliveryPlanBaselined {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * The whole plan was rebaselined; each milestone has the day of its first baseline and the new one.
     *
     * @param amendment number of the amendment of the contract that it follows; absent where somebody planned anew
     */
    record DeliveryPlanRebaselined(
            UUID contractId,
            List<ReplannedMilestone> milestones,
            String reason,
            @Nullable Integer amendment) implements DeliveryEvent {
        public DeliveryPlanRebaselined {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * A milestone is reached; instalments may fall due with it.
     *
     * @param plannedOn the day of its first baseline, however often it slipped or was planned again since
     * @param expectedOn the day that was planned last
     */
    record DeliveryMilestoneReached(
            UUID contractId,
            String milestone,
            LocalDate plannedOn,
            LocalDate reachedOn,
            @Nullable LocalDate expectedOn) implements DeliveryEvent {}

    /**
     * A milestone will be late.
     *
     * @param from the day that was planned last
     * @param plannedOn the day of its first baseline
     * @param owner code of the member who sold the contract and tells the customer; absent in events from before that was noted
     */
    record DeliveryMilestoneSlipped(
            UUID contractId,
            String milestone,
            LocalDate from,
            LocalDate to,
            String reason,
            @Nullable LocalDate plannedOn,
            @Nullable String owner)
            implements DeliveryEvent {}

    record IssueRaised(UUID issueId, String title, Severity severity) implements DeliveryEvent {}

    record IssueResolved(UUID issueId, String resolution) implements DeliveryEvent {}

    /** The message is stored sealed. */
    record CustomerInformed(UUID issueId, LocalDate on, String message, String by) implements DeliveryEvent {}

    record DeliveryCompleted(UUID contractId, LocalDate completedOn) implements DeliveryEvent {}

    /**
     * The day of a milestone ended without it.
     *
     * @param owner code of the member who sold the contract, where that is known
     */
    record DeliveryMilestoneMissed(
            UUID contractId,
            String milestone,
            LocalDate expectedOn,
            @Nullable String owner) implements DeliveryEvent {}

    /** It rests from that day on; {@code by} has said so. */
    record DeliverySuspended(UUID contractId, SuspensionCause cause, String reason, LocalDate on, String by)
            implements DeliveryEvent {}

    /** It goes on. */
    record DeliveryResumed(UUID contractId, String note, LocalDate on, String by) implements DeliveryEvent {}

    /** The customer has accepted all of it. */
    record DeliveryAccepted(UUID contractId, LocalDate acceptedOn) implements DeliveryEvent {}

    record DeliverySettled(UUID contractId, LocalDate settledOn) implements DeliveryEvent {}

    record DeliveryProjectClosed(UUID contractId, LocalDate closedOn) implements DeliveryEvent {}
}
