package io.milepost.delivery.handover.domain;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
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

    record HandoverMeetingScheduled(
            LocalDate on, HandoverMode mode, @Nullable String modeReason) implements HandoverEvent {}

    record HandoverHeld(LocalDate on, @Nullable String minutes) implements HandoverEvent {}

    /** Delivery may begin. */
    record HandoverAccepted(UUID contractId, UUID opportunityId, LocalDate acceptedOn) implements HandoverEvent {}

    record HandoverReturned(List<String> defects) implements HandoverEvent {
        public HandoverReturned {
            defects = List.copyOf(defects);
        }
    }

    /** The due date passed before the delivery team had accepted. */
    record HandoverOverdue(LocalDate dueOn) implements HandoverEvent {}
}
