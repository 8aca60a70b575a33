package io.milepost.delivery.handover.domain;

import static io.milepost.delivery.handover.domain.HandoverRefusal.HANDOVER_ALREADY_ACCEPTED;
import static io.milepost.delivery.handover.domain.HandoverRefusal.PACKAGE_CLOSED;
import static io.milepost.delivery.handover.domain.HandoverRefusal.PACKAGE_INCOMPLETE;
import static io.milepost.delivery.handover.domain.HandoverRefusal.RECIPIENT_MISSING;
import static io.milepost.delivery.handover.domain.HandoverRefusal.TITLE_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.refused;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.handover.domain.Handover.Accepted;
import io.milepost.delivery.handover.domain.Handover.Held;
import io.milepost.delivery.handover.domain.Handover.Known;
import io.milepost.delivery.handover.domain.Handover.Open;
import io.milepost.delivery.handover.domain.Handover.Preparing;
import io.milepost.delivery.handover.domain.Handover.Ready;
import io.milepost.delivery.handover.domain.Handover.Returned;
import io.milepost.delivery.handover.domain.Handover.Scheduled;
import io.milepost.delivery.handover.domain.HandoverCommand.AddPackageItem;
import io.milepost.delivery.handover.domain.HandoverCommand.IssueEntrustment;
import io.milepost.delivery.handover.domain.HandoverEvent.EntrustmentLetterIssued;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverItemAdded;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverPackageDeclaredReady;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverPackageIncompleteFlagged;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Objects;

/** The work is entrusted and the package put together until it is complete. */
final class Packing {

    private Packing() {}

    /** Possible until the end: who takes over may change while the handover is under way. */
    static Decision<HandoverEvent> entrust(Known handover, IssueEntrustment issue, Occasion occasion) {
        var same = handover.dossier()
                .entrustment()
                .filter(letter -> Codes.same(letter.to(), issue.to()) && Objects.equals(letter.note(), issue.note()))
                .isPresent();
        if (same) {
            return unchanged();
        }
        if (handover instanceof Accepted) {
            return refused(HANDOVER_ALREADY_ACCEPTED);
        }
        return issue.to().isBlank()
                ? Decision.<HandoverEvent>refused(RECIPIENT_MISSING).at("/to")
                : accepted(new EntrustmentLetterIssued(issue.to(), issue.note(), occasion.today()));
    }

    static Decision<HandoverEvent> add(Known handover, AddPackageItem add) {
        var item = new PackageItem(add.kind(), add.title(), add.reference());
        return switch (handover) {
            case Known known when known.dossier().items().contains(item) -> unchanged();
            case Open _
            when add.title().isBlank() ->
                Decision.<HandoverEvent>refused(TITLE_MISSING).at("/title");
            case Open _ -> accepted(new HandoverItemAdded(add.kind(), add.title(), add.reference()));
            case Ready _, Scheduled _, Held _ -> refused(PACKAGE_CLOSED);
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    /** A returned package lacks what it was returned for, until something is added. */
    static Decision<HandoverEvent> declareReady(Known handover) {
        return switch (handover) {
            case Preparing preparing -> readyUnless(preparing.dossier().missing());
            case Returned returned -> readyUnless(returned.defects());
            case Ready _, Scheduled _, Held _ -> unchanged();
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    private static Decision<HandoverEvent> readyUnless(List<String> missing) {
        return missing.isEmpty()
                ? accepted(new HandoverPackageDeclaredReady())
                : Decision.<HandoverEvent>refused(PACKAGE_INCOMPLETE, "missing: " + String.join(", ", missing))
                        .onRecord(List.of(new HandoverPackageIncompleteFlagged(missing)));
    }
}
