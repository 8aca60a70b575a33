package io.milepost.delivery.closure.domain;

import io.milepost.delivery.kernel.Experience;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a closure, refusals on record included. */
public sealed interface ClosureEvent {

    /**
     * The checklist as it stood in its template on that day.
     *
     * @param waivable the items that may be let go with a reason
     */
    record ClosureOpened(
            UUID contractId,
            UUID opportunityId,
            UUID accountId,
            ClosureKind kind,
            String template,
            int templateVersion,
            List<ClosureItem> items,
            List<ClosureItem> waivable)
            implements ClosureEvent {
        public ClosureOpened {
            items = List.copyOf(items);
            waivable = List.copyOf(waivable);
        }
    }

    record ClosureItemDone(UUID contractId, ClosureItem item) implements ClosureEvent {}

    /**
     * An item was let go.
     *
     * @param approvedBy the subject of the token that waived it, in one of the roles that may
     */
    record ClosureItemWaived(UUID contractId, ClosureItem item, String reason, String approvedBy)
            implements ClosureEvent {}

    /** On record: the project was to be closed while these items are open. */
    record ClosureBlocked(UUID contractId, List<ClosureItem> open) implements ClosureEvent {
        public ClosureBlocked {
            open = List.copyOf(open);
        }
    }

    /** The end of the whole life cycle of the deal. */
    record ProjectClosed(UUID contractId, UUID opportunityId, UUID accountId, LocalDate closedOn)
            implements ClosureEvent {}

    /** The deal of the contract is strategic: these items are asked for besides. */
    record ClosureItemsAdded(
            UUID contractId, String template, int templateVersion, List<ClosureItem> items, List<ClosureItem> waivable)
            implements ClosureEvent {
        public ClosureItemsAdded {
            items = List.copyOf(items);
            waivable = List.copyOf(waivable);
        }
    }

    /** What was done is not so any more. */
    record ClosureItemReopened(UUID contractId, ClosureItem item) implements ClosureEvent {}

    /** The same of a project that is closed, and stays so; somebody has to look after it all the same. */
    record ClosureItemReopenedAfterClose(UUID contractId, ClosureItem item) implements ClosureEvent {}

    /** What people did to close the project; it ticks off an item. */
    sealed interface TaskEvent extends ClosureEvent {}

    record SummaryReportSubmitted(UUID contractId, String reference) implements TaskEvent {}

    record LessonRecorded(UUID contractId, Experience experience, String text) implements TaskEvent {}

    record PeopleReleased(UUID contractId, List<String> members, LocalDate on) implements TaskEvent {
        public PeopleReleased {
            members = List.copyOf(members);
        }
    }

    /**
     * What the project came to.
     *
     * @param profit revenue less cost; below zero where it lost money
     */
    record FinancialEvaluationDone(
            UUID contractId,
            Money revenue,
            Money cost,
            Money profit,
            @Nullable Money plannedProfit) implements TaskEvent {}

    record QualityEvaluationDone(UUID contractId, String findings) implements TaskEvent {}
}
