package io.milepost.delivery.handover;

import io.milepost.delivery.handover.domain.Handover;
import io.milepost.delivery.handover.domain.HandoverCommand.MarkOverdue;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;

/** A handover that is waited for is marked overdue when its day has ended; it concerns the member who hands over. */
public final class HandoverDeadline {

    public static final Due<Handover> DUE =
            new Due<>("handover-due", HandoverMessages.HANDOVER, MarkOverdue.class, HandoverDeadline::dates);

    private HandoverDeadline() {}

    private static List<DueDate> dates(Handover state) {
        return switch (state) {
            case Handover.Unknown _ -> List.of();
            case Handover.Known handover ->
                Handover.awaited(handover)
                        .map(day -> DueDate.endOf(day, new MarkOverdue())
                                .ownedBy(handover.dossier().initiated().owner()))
                        .stream()
                        .toList();
        };
    }
}
