package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.handover.Handover.Accepted;
import io.milepost.delivery.kernel.AnalysedRisk;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Objects;

/** The work is entrusted and the package put together until it is complete. */
final class Packaging {
    private Packaging() {}

    /** Possible until the end: who takes over may change while the handover is under way. */
    static Decision<Event> entrust(Handover handover, IssueEntrustment issue, Occasion occasion) {
        var same = handover.details()
                .entrustment()
                .filter(letter -> Codes.same(letter.to(), issue.to()) && Objects.equals(letter.note(), issue.note()))
                .isPresent();
        return switch (handover) {
            case Handover _ when same -> unchanged();
            case Preparing _, Returned _, Ready _, Scheduled _, Held _ ->
                check().text("/to", issue.to(), RECIPIENT_MISSING)
                        .that(!occasion.who().isMember(issue.to()), "/to", ENTRUSTED_TO_SELF)
                        .accept(() -> new EntrustmentLetterIssued(issue.to(), issue.note(), occasion.today()));
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    static Decision<Event> add(Handover handover, PackageItem item) {
        return switch (handover) {
            case Handover any when any.details().items().contains(item) -> unchanged();
            case Open _ ->
                check().text("/title", item.title(), TITLE_MISSING)
                        .accept(() -> new HandoverItemAdded(item.kind(), item.title(), item.reference()));
            case Ready _, Scheduled _, Held _ -> refused(PACKAGE_CLOSED);
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    /** What the register of the sales project has as an open risk, as the decision is told. */
    record OpenRisks(List<AnalysedRisk> risks) {
        OpenRisks {
            risks = List.copyOf(risks);
        }
    }

    /** A returned package lacks what it was returned for, until something is added. The open risks of the sales project go with it. */
    static Decision<Event> declareReady(Handover handover, Occasion occasion) {
        var risks = occasion.read(OpenRisks.class).map(OpenRisks::risks).orElse(List.of());
        return switch (handover) {
            case Preparing(var details) -> readyUnless(details.missing(risks), risks);
            case Returned(var _, var defects) -> readyUnless(defects, risks);
            case Ready _, Scheduled _, Held _ -> unchanged();
            case Accepted _ -> refused(HANDOVER_ALREADY_ACCEPTED);
        };
    }

    private static Decision<Event> readyUnless(List<String> missing, List<AnalysedRisk> risks) {
        return missing.isEmpty()
                ? accepted(new HandoverPackageDeclaredReady(risks.isEmpty() ? null : risks))
                : Decision.<Event>refused(PACKAGE_INCOMPLETE, "missing: " + String.join(", ", missing))
                        .onRecord(List.of(new HandoverPackageIncompleteFlagged(missing)));
    }
}
