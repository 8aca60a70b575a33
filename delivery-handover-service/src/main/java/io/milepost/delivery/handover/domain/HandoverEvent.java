package io.milepost.delivery.handover.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a handover, refusals on record included. */
public sealed interface HandoverEvent {

    record HandoverInitiated(
            UUID contractId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            @Nullable Money value,
            LocalDate dueOn,
            boolean migrated)
            implements HandoverEvent {}

    record EntrustmentLetterIssued(String to, @Nullable String note, LocalDate issuedOn) implements HandoverEvent {}

    record HandoverItemAdded(
            ItemKind kind, String title, @Nullable String reference) implements HandoverEvent {}

    record HandoverPackageDeclaredReady() implements HandoverEvent {}

    /** On record: somebody was about to declare a package ready that lacks these. */
    record HandoverPackageIncompleteFlagged(List<String> missing) implements HandoverEvent {
        public HandoverPackageIncompleteFlagged {
            missing = List.copyOf(missing);
        }
    }

    /**
     * A meeting is called, or another one in its place.
     *
     * @param calledOn the day on which the first one was called; absent where that was not noted
     */
    record HandoverMeetingScheduled(
            LocalDate on,
            HandoverMode mode,
            @Nullable String modeReason,
            @Nullable LocalDate calledOn) implements HandoverEvent {}

    record HandoverHeld(LocalDate on, @Nullable String minutes) implements HandoverEvent {}

    /**
     * Delivery may begin.
     *
     * @param beginsOn the day on which it begins; absent where it may have begun before the suite knew of the contract
     * @param currency of the contract, where its value was said
     */
    record HandoverAccepted(
            UUID contractId,
            UUID opportunityId,
            LocalDate acceptedOn,
            @Nullable LocalDate beginsOn,
            @Nullable Currency currency)
            implements HandoverEvent {}

    record HandoverReturned(List<String> defects) implements HandoverEvent {
        public HandoverReturned {
            defects = List.copyOf(defects);
        }
    }

    /** The due date passed before the delivery team had accepted. */
    record HandoverOverdue(LocalDate dueOn) implements HandoverEvent {}
}
