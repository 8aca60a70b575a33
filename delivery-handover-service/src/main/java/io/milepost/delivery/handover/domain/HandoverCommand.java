package io.milepost.delivery.handover.domain;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a handover; it has the id of its contract. */
public sealed interface HandoverCommand {

    /**
     * Opens the handover of a signed contract.
     *
     * @param owner code of the team member who sold it and hands it over
     * @param dueOn the last day on which the delivery team should have accepted it
     * @param migrated whether the contract was signed before the suite knew of it: then nobody is reminded of the due date
     */
    record InitiateHandover(
            UUID opportunityId,
            UUID accountId,
            String owner,
            @Nullable Money value,
            LocalDate dueOn,
            boolean migrated) implements HandoverCommand {}

    /**
     * Entrusts the work to a delivery project manager by a letter; a later letter replaces it.
     *
     * @param to code of the member who is entrusted
     */
    record IssueEntrustment(
            String to, @Nullable @Limit(Limit.NOTE) String note) implements HandoverCommand {}

    /**
     * Puts a piece into the package.
     *
     * @param title names the piece; what it says about people stays in the document itself
     * @param reference where the piece is kept
     */
    record AddPackageItem(
            ItemKind kind, String title, @Nullable String reference) implements HandoverCommand {}

    record DeclarePackageReady() implements HandoverCommand {}

    /**
     * Calls the handover meeting, or another way of handing over.
     *
     * @param modeReason why there is no meeting; for every mode but MEETING
     */
    record ScheduleMeeting(
            LocalDate on,
            HandoverMode mode,
            @Nullable @Limit(Limit.NOTE) String modeReason) implements HandoverCommand {}

    /**
     * Records that the package was presented.
     *
     * @param on today when absent
     * @param minutes what was noted, or where that is kept
     */
    record HoldHandover(
            @Nullable LocalDate on,
            @Nullable @Limit(Limit.TEXT) String minutes) implements HandoverCommand {}

    /** The delivery team takes over; {@code on} is today when absent. */
    record AcceptHandover(@Nullable LocalDate on) implements HandoverCommand {}

    /** The delivery team sends the package back; {@code defects} says what has to be made good. */
    record ReturnHandover(List<@Limit(Limit.NOTE) String> defects) implements HandoverCommand {
        public ReturnHandover {
            defects = List.copyOf(defects);
        }
    }

    /** The due date has passed. */
    record MarkOverdue() implements HandoverCommand {}
}
