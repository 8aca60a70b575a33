package io.milepost.delivery.salesclosure.domain;

import io.milepost.delivery.kernel.Experience;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to the closure of a sales project, refusals on record included. */
public sealed interface SalesClosureEvent {

    /**
     * A strategic deal has ended; the checklist as it stood in its template on that day.
     *
     * @param contractId what it was won by
     * @param waivable the items that may be let go with a reason
     */
    record SalesClosureOpened(
            UUID opportunityId,
            Outcome outcome,
            @Nullable UUID contractId,
            String template,
            int templateVersion,
            List<SalesItem> items,
            List<SalesItem> waivable)
            implements SalesClosureEvent {
        public SalesClosureOpened {
            items = List.copyOf(items);
            waivable = List.copyOf(waivable);
        }
    }

    /** The contract that the deal was won by is known to be signed and its own closure to be open. */
    record SalesContractConfirmed(UUID opportunityId, UUID contractId) implements SalesClosureEvent {}

    record SalesArchiveDone(UUID opportunityId) implements SalesClosureEvent {}

    /**
     * An item was let go.
     *
     * @param approvedBy the subject of the token that waived it, in one of the roles that may
     */
    record SalesItemWaived(UUID opportunityId, SalesItem item, String reason, String approvedBy)
            implements SalesClosureEvent {}

    /** On record: the sales project was to be closed while these items are open. */
    record SalesClosureBlocked(UUID opportunityId, List<SalesItem> open) implements SalesClosureEvent {
        public SalesClosureBlocked {
            open = List.copyOf(open);
        }
    }

    /** The end of the sales side of a deal. */
    record SalesProjectClosed(
            UUID opportunityId, Outcome outcome, @Nullable UUID contractId, LocalDate closedOn)
            implements SalesClosureEvent {}

    /** What people did to close the project; it ticks off an item. */
    sealed interface TaskEvent extends SalesClosureEvent {}

    record SalesReviewHeld(
            UUID opportunityId, LocalDate heldOn, @Nullable String minutes) implements TaskEvent {}

    record SalesReportSubmitted(UUID opportunityId, String reference) implements TaskEvent {}

    record SalesLessonRecorded(UUID opportunityId, Experience experience, String text) implements TaskEvent {}

    record SalesTeamReleased(UUID opportunityId, List<String> members, LocalDate on) implements TaskEvent {
        public SalesTeamReleased {
            members = List.copyOf(members);
        }
    }

    /**
     * What the project came to.
     *
     * @param profit revenue less cost; below zero where it lost money
     */
    record SalesFinanceEvaluated(
            UUID opportunityId,
            Money revenue,
            Money cost,
            Money profit,
            @Nullable Money plannedProfit) implements TaskEvent {}

    record SalesQualityEvaluated(UUID opportunityId, String findings) implements TaskEvent {}
}
