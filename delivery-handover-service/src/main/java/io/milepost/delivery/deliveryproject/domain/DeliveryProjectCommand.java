package io.milepost.delivery.deliveryproject.domain;

import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a delivery project; it has the id of its contract. */
public sealed interface DeliveryProjectCommand {

    /**
     * Delivery begins with the accepted handover (decision 30).
     *
     * @param beginsOn absent where it may have begun before the suite knew of the contract
     */
    record CreateDeliveryProject(
            UUID opportunityId, @Nullable LocalDate beginsOn) implements DeliveryProjectCommand {}

    /**
     * Sets up the team, or the team anew.
     *
     * @param manager code of the member who leads the delivery
     * @param members codes of the engineers and others
     */
    record StaffTeam(String manager, List<String> members) implements DeliveryProjectCommand {
        public StaffTeam {
            members = List.copyOf(members);
        }
    }

    record BaselinePlan(List<PlannedMilestone> milestones) implements DeliveryProjectCommand {
        public BaselinePlan {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * The plan anew, for a reason; days of the first baseline stay on record beside the new ones.
     *
     * @param milestones all that are planned from now on; what was reached stays as it was
     */
    record RebaselinePlan(
            List<PlannedMilestone> milestones,
            @Limit(Limit.NOTE) String reason) implements DeliveryProjectCommand {
        public RebaselinePlan {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * A milestone is there.
     *
     * @param milestone its code in the plan
     * @param reachedOn today when absent
     */
    record ReachMilestone(String milestone, @Nullable LocalDate reachedOn) implements DeliveryProjectCommand {}

    /** A milestone will not be there on the day that was expected so far. */
    record SlipMilestone(
            String milestone,
            LocalDate newDate,
            @Limit(Limit.NOTE) String reason) implements DeliveryProjectCommand {}

    /**
     * Writes down what goes wrong.
     *
     * @param issueId the caller's id for it; derived from the project and the number of its issues when absent
     */
    record RaiseIssue(@Nullable UUID issueId, String title, Severity severity) implements DeliveryProjectCommand {}

    record ResolveIssue(UUID issueId, @Limit(Limit.NOTE) String resolution) implements DeliveryProjectCommand {}

    record CompleteDelivery() implements DeliveryProjectCommand {}
}
