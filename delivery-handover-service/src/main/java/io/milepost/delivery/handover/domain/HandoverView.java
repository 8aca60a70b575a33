package io.milepost.delivery.handover.domain;

import io.milepost.delivery.handover.domain.HandoverEvent.HandoverHeld;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverMeetingScheduled;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a handover.
 *
 * @param status INITIATED, PACKAGE_PREPARING, PACKAGE_READY, MEETING_SCHEDULED, HELD, ACCEPTED or RETURNED
 * @param overdue whether the due date passed before it was accepted
 * @param missing what the package still lacks before it can be declared ready
 * @param defects what a returned handover was returned for
 */
public record HandoverView(
        String status,
        UUID contractId,
        UUID opportunityId,
        UUID accountId,
        String owner,
        @Nullable Money value,
        LocalDate dueOn,
        boolean overdue,
        boolean migrated,
        @Nullable String entrustedTo,
        List<PackageItem> items,
        List<String> missing,
        @Nullable LocalDate meetingOn,
        @Nullable HandoverMode mode,
        @Nullable String modeReason,
        @Nullable LocalDate heldOn,
        @Nullable String minutes,
        List<String> defects,
        @Nullable LocalDate acceptedOn) {

    public HandoverView {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        defects = List.copyOf(defects);
    }

    public static @Nullable HandoverView of(Handover state) {
        return switch (state) {
            case Handover.Unknown _ -> null;
            case Handover.Preparing(var dossier) ->
                view(dossier.isEmpty() ? "INITIATED" : "PACKAGE_PREPARING", dossier, null, null, List.of(), null);
            case Handover.Returned(var dossier, var defects) -> view("RETURNED", dossier, null, null, defects, null);
            case Handover.Ready(var dossier) -> view("PACKAGE_READY", dossier, null, null, List.of(), null);
            case Handover.Scheduled(var dossier, var meeting) ->
                view("MEETING_SCHEDULED", dossier, meeting, null, List.of(), null);
            case Handover.Held(var dossier, var meeting, var held) ->
                view("HELD", dossier, meeting, held, List.of(), null);
            case Handover.Accepted(var dossier, var meeting, var held, var accepted) ->
                view("ACCEPTED", dossier, meeting, held, List.of(), accepted.acceptedOn());
        };
    }

    private static HandoverView view(
            String status,
            Dossier dossier,
            @Nullable HandoverMeetingScheduled meeting,
            @Nullable HandoverHeld held,
            List<String> defects,
            @Nullable LocalDate acceptedOn) {
        var initiated = dossier.initiated();
        var letter = dossier.letter();
        return new HandoverView(
                status,
                initiated.contractId(),
                initiated.opportunityId(),
                initiated.accountId(),
                initiated.owner(),
                initiated.value(),
                initiated.dueOn(),
                dossier.overdue(),
                initiated.migrated(),
                letter == null ? null : letter.to(),
                dossier.items(),
                dossier.missing(),
                meeting == null ? null : meeting.on(),
                meeting == null ? null : meeting.mode(),
                meeting == null ? null : meeting.modeReason(),
                held == null ? null : held.on(),
                held == null ? null : held.minutes(),
                defects,
                acceptedOn);
    }
}
