package io.milepost.delivery.handover;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.delivery.handover.domain.Handover;
import io.milepost.delivery.handover.domain.HandoverCommand;
import io.milepost.delivery.handover.domain.HandoverCommand.AcceptHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.AddPackageItem;
import io.milepost.delivery.handover.domain.HandoverCommand.DeclarePackageReady;
import io.milepost.delivery.handover.domain.HandoverCommand.HoldHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.InitiateHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.IssueEntrustment;
import io.milepost.delivery.handover.domain.HandoverCommand.MarkOverdue;
import io.milepost.delivery.handover.domain.HandoverCommand.ReturnHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.ScheduleMeeting;
import io.milepost.delivery.handover.domain.HandoverEvent;
import io.milepost.delivery.handover.domain.HandoverEvent.EntrustmentLetterIssued;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverAccepted;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverHeld;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverInitiated;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverItemAdded;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverMeetingScheduled;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverOverdue;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverPackageDeclaredReady;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverPackageIncompleteFlagged;
import io.milepost.delivery.handover.domain.HandoverEvent.HandoverReturned;
import io.milepost.delivery.handover.domain.HandoverRefusal;
import io.milepost.delivery.handover.domain.HandoverView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/**
 * The handover's commands and events, with paths, roles and names. Nobody initiates one by hand and no person marks one overdue: the
 * signed contract and the timer do. Its id is the contract's, so the contract is its root.
 */
public final class HandoverMessages {

    public static final Catalogue<Handover, HandoverCommand, HandoverEvent> HANDOVER = Catalogue.of(
                    "handover",
                    "handovers",
                    new Decider<Handover, HandoverCommand, HandoverEvent>(
                            new Handover.Unknown(), Handover::decide, Handover::evolve))
            .creates(InitiateHandover.class)
            .command(IssueEntrustment.class, SALES_MANAGER, DELIVERY_MANAGER)
            .command(AddPackageItem.class, SALES_REP, SALES_MANAGER)
            .command(DeclarePackageReady.class, SALES_REP, SALES_MANAGER)
            .command(ScheduleMeeting.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .command(HoldHandover.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .command(AcceptHandover.class, DELIVERY_MANAGER)
            .command(ReturnHandover.class, DELIVERY_MANAGER)
            .command(MarkOverdue.class)
            .event(HandoverInitiated.class, "handover.initiated", 1)
            .event(EntrustmentLetterIssued.class, "handover.entrustment-letter-issued", 1)
            .event(HandoverItemAdded.class, "handover.item-added", 1)
            .event(HandoverPackageDeclaredReady.class, "handover.package-declared-ready", 1)
            .event(HandoverPackageIncompleteFlagged.class, "handover.package-incomplete-flagged", 1)
            .event(HandoverMeetingScheduled.class, "handover.meeting-scheduled", 1)
            .event(HandoverHeld.class, "handover.held", 1)
            .event(HandoverAccepted.class, "handover.accepted", 1)
            .event(HandoverReturned.class, "handover.returned", 1)
            .event(HandoverOverdue.class, "handover.overdue", 1)
            .refusals(HandoverRefusal.class)
            .view(HandoverView.class, HandoverView::of);

    private HandoverMessages() {}
}
