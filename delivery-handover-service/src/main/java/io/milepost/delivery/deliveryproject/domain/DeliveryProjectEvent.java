package io.milepost.delivery.deliveryproject.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What has happened to a delivery project. */
public sealed interface DeliveryProjectEvent {

    record DeliveryProjectCreated(UUID contractId, UUID opportunityId) implements DeliveryProjectEvent {}

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
     * @param plannedOn the day of the baseline, whatever slipped since
     */
    record DeliveryMilestoneReached(UUID contractId, String milestone, LocalDate plannedOn, LocalDate reachedOn)
            implements DeliveryProjectEvent {}

    record DeliveryMilestoneSlipped(UUID contractId, String milestone, LocalDate from, LocalDate to, String reason)
            implements DeliveryProjectEvent {}

    record IssueRaised(UUID issueId, String title, Severity severity) implements DeliveryProjectEvent {}

    record IssueResolved(UUID issueId, String resolution) implements DeliveryProjectEvent {}

    record DeliveryCompleted(UUID contractId, LocalDate completedOn) implements DeliveryProjectEvent {}
}
