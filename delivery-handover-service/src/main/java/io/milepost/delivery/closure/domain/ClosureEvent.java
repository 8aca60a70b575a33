package io.milepost.delivery.closure.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
}
