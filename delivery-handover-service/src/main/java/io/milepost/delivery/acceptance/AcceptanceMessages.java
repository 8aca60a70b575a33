package io.milepost.delivery.acceptance;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.ENGINEERING;
import static io.milepost.platform.catalogue.Role.QA;

import io.milepost.delivery.acceptance.domain.Acceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.CompleteRectification;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.DecideAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.IssueReport;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.OpenAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.RecordInspection;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.RequestAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.ScheduleAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceFailed;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceInspected;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceOpened;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceReportIssued;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceRequestRejected;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceRequested;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceScheduled;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.ComprehensiveAccepted;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.RectificationCompleted;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.SinglePointAccepted;
import io.milepost.delivery.acceptance.domain.AcceptanceRefusal;
import io.milepost.delivery.acceptance.domain.AcceptanceView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The acceptance's commands and events, with paths, roles and names. Its id is the contract's; an accepted handover opens it. */
public final class AcceptanceMessages {

    public static final Catalogue<Acceptance, AcceptanceCommand, AcceptanceEvent> ACCEPTANCE = Catalogue.of(
                    "acceptance",
                    "acceptances",
                    new Decider<Acceptance, AcceptanceCommand, AcceptanceEvent>(
                            new Acceptance.Unknown(), Acceptance::decide, Acceptance::evolve))
            .creates(OpenAcceptance.class)
            .command(RequestAcceptance.class, DELIVERY_MANAGER, ENGINEERING)
            .command(ScheduleAcceptance.class, DELIVERY_MANAGER, ENGINEERING)
            .command(RecordInspection.class, DELIVERY_MANAGER, ENGINEERING, QA)
            .command(DecideAcceptance.class, DELIVERY_MANAGER, QA)
            .command(CompleteRectification.class, DELIVERY_MANAGER, ENGINEERING)
            .command(IssueReport.class, DELIVERY_MANAGER, QA)
            .event(AcceptanceOpened.class, "acceptance.opened", 1)
            .event(AcceptanceRequested.class, "acceptance.requested", 1)
            .event(AcceptanceRequestRejected.class, "acceptance.request-rejected", 1)
            .event(AcceptanceScheduled.class, "acceptance.scheduled", 1)
            .event(AcceptanceInspected.class, "acceptance.inspected", 1)
            .event(SinglePointAccepted.class, "acceptance.single-point-accepted", 1)
            .event(ComprehensiveAccepted.class, "acceptance.comprehensive-accepted", 1)
            .event(AcceptanceFailed.class, "acceptance.failed", 1)
            .event(RectificationCompleted.class, "acceptance.rectification-completed", 1)
            .event(AcceptanceReportIssued.class, "acceptance.report-issued", 1)
            .refusals(AcceptanceRefusal.class)
            .view(AcceptanceView.class, AcceptanceView::of);

    private AcceptanceMessages() {}
}
