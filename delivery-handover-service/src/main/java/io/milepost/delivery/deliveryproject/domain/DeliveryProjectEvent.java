package io.milepost.delivery.deliveryproject.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a delivery project. */
public sealed interface DeliveryProjectEvent {

    /**
     * Delivery begins.
     *
     * @param beginsOn absent where it may have begun before the suite knew of the contract
     */
    record DeliveryProjectCreated(
            UUID contractId, UUID opportunityId, @Nullable LocalDate beginsOn) implements DeliveryProjectEvent {}

    record DeliveryTeamStaffed(String manager, List<String> members) implements DeliveryProjectEvent {
        public DeliveryTeamStaffed {
            members = List.copyOf(members);
        }
    }

    record DeliveryPlanBaselined(UUID contractId, List<PlannedMilestone> milestones) implements DeliveryProjectEvent {
        public DeliveryPlanBaselined {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * A milestone is there; instalments may fall due by it.
     *
     * @param plannedOn the day of its first baseline, whatever slipped or was planned anew since
     * @param expectedOn the day that was planned last
     */
    record DeliveryMilestoneReached(
            UUID contractId,
            String milestone,
            LocalDate plannedOn,
            LocalDate reachedOn,
            @Nullable LocalDate expectedOn) implements DeliveryProjectEvent {}

    /**
     * A milestone will be late.
     *
     * @param from the day that was planned last
     * @param plannedOn the day of its first baseline
     */
    record DeliveryMilestoneSlipped(
            UUID contractId,
            String milestone,
            LocalDate from,
            LocalDate to,
            String reason,
            @Nullable LocalDate plannedOn)
            implements DeliveryProjectEvent {}

    /** The whole plan was made anew; each milestone has the day of its first baseline and that of the new one. */
    record DeliveryPlanRebaselined(UUID contractId, List<ReplannedMilestone> milestones, String reason)
            implements DeliveryProjectEvent {
        public DeliveryPlanRebaselined {
            milestones = List.copyOf(milestones);
        }
    }

    record IssueRaised(UUID issueId, String title, Severity severity) implements DeliveryProjectEvent {}

    record IssueResolved(UUID issueId, String resolution) implements DeliveryProjectEvent {}

    record DeliveryCompleted(UUID contractId, LocalDate completedOn) implements DeliveryProjectEvent {}
}
