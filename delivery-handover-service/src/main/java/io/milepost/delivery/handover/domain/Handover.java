package io.milepost.delivery.handover.domain;

import static io.milepost.delivery.handover.domain.HandoverRefusal.HANDOVER_ALREADY_INITIATED;
import static io.milepost.delivery.handover.domain.HandoverRefusal.HANDOVER_UNKNOWN;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.refused;

import io.milepost.delivery.handover.domain.HandoverCommand.AcceptHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.AddPackageItem;
import io.milepost.delivery.handover.domain.HandoverCommand.DeclarePackageReady;
import io.milepost.delivery.handover.domain.HandoverCommand.HoldHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.InitiateHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.IssueEntrustment;
import io.milepost.delivery.handover.domain.HandoverCommand.MarkOverdue;
import io.milepost.delivery.handover.domain.HandoverCommand.ReturnHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.ScheduleMeeting;
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
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The way of a signed contract from those who sold it to those who deliver it. */
public sealed interface Handover {

    record Unknown() implements Handover {}

    /** Every handover that was initiated. */
    sealed interface Known extends Handover {
        Dossier dossier();

        /** The same stage with another dossier. */
        Known with(Dossier dossier);
    }

    /** Its package may still change. */
    sealed interface Open extends Known {}

    record Preparing(Dossier dossier) implements Open {
        @Override
        public Preparing with(Dossier other) {
            return new Preparing(other);
        }
    }

    /** Sent back; a piece that is added begins the preparation anew. */
    record Returned(Dossier dossier, List<String> defects) implements Open {
        @Override
        public Returned with(Dossier other) {
            return new Returned(other, defects);
        }
    }

    record Ready(Dossier dossier) implements Known {
        @Override
        public Ready with(Dossier other) {
            return new Ready(other);
        }
    }

    record Scheduled(Dossier dossier, HandoverMeetingScheduled meeting) implements Known {
        @Override
        public Scheduled with(Dossier other) {
            return new Scheduled(other, meeting);
        }
    }

    record Held(Dossier dossier, HandoverMeetingScheduled meeting, HandoverHeld held) implements Known {
        @Override
        public Held with(Dossier other) {
            return new Held(other, meeting, held);
        }
    }

    record Accepted(Dossier dossier, HandoverMeetingScheduled meeting, HandoverHeld held, HandoverAccepted accepted)
            implements Known {
        @Override
        public Accepted with(Dossier other) {
            return new Accepted(other, meeting, held, accepted);
        }
    }

    static Decision<HandoverEvent> decide(Handover state, HandoverCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof InitiateHandover initiate ? initiate(initiate, occasion) : refused(HANDOVER_UNKNOWN);
            case Known handover ->
                switch (command) {
                    case InitiateHandover _ -> refused(HANDOVER_ALREADY_INITIATED);
                    case IssueEntrustment issue -> Packing.entrust(handover, issue, occasion);
                    case AddPackageItem add -> Packing.add(handover, add);
                    case DeclarePackageReady _ -> Packing.declareReady(handover);
                    case ScheduleMeeting schedule -> Presentation.schedule(handover, schedule, occasion);
                    case HoldHandover hold -> Presentation.hold(handover, hold, occasion);
                    case AcceptHandover accept -> Takeover.accept(handover, accept, occasion);
                    case ReturnHandover giveBack -> Takeover.giveBack(handover, giveBack);
                    case MarkOverdue _ -> markOverdue(handover, occasion);
                };
        };
    }

    static Handover evolve(Handover state, HandoverEvent event) {
        return switch (event) {
            case HandoverInitiated initiated -> new Preparing(Dossier.of(initiated));
            case EntrustmentLetterIssued issued -> {
                var handover = (Known) state;
                yield handover.with(handover.dossier().with(issued));
            }
            case HandoverItemAdded(var kind, var title, var reference) ->
                new Preparing(((Known) state).dossier().with(new PackageItem(kind, title, reference)));
            case HandoverPackageDeclaredReady _ -> new Ready(((Known) state).dossier());
            case HandoverPackageIncompleteFlagged _ -> state;
            case HandoverMeetingScheduled meeting -> new Scheduled(((Known) state).dossier(), meeting);
            case HandoverHeld held -> {
                var scheduled = (Scheduled) state;
                yield new Held(scheduled.dossier(), scheduled.meeting(), held);
            }
            case HandoverAccepted accepted -> {
                var held = (Held) state;
                yield new Accepted(
                        held.dossier().acceptedOn(accepted.acceptedOn()), held.meeting(), held.held(), accepted);
            }
            case HandoverReturned(var defects) -> new Returned(((Known) state).dossier(), defects);
            case HandoverOverdue _ -> {
                var handover = (Known) state;
                yield handover.with(handover.dossier().late());
            }
        };
    }

    private static Decision<HandoverEvent> initiate(InitiateHandover initiate, Occasion occasion) {
        return accepted(new HandoverInitiated(
                occasion.id(),
                initiate.opportunityId(),
                initiate.accountId(),
                initiate.owner(),
                initiate.value(),
                initiate.dueOn(),
                initiate.migrated()));
    }

    /** The day until which somebody waits for this handover: none once it was accepted, see {@link Dossier#awaited}. */
    static Optional<LocalDate> awaited(Handover state) {
        return switch (state) {
            case Unknown _, Accepted _ -> Optional.empty();
            case Known handover -> handover.dossier().awaited();
        };
    }

    private static Decision<HandoverEvent> markOverdue(Known handover, Occasion occasion) {
        return awaited(handover)
                .filter(day -> occasion.today().isAfter(day))
                .map(day -> Decision.<HandoverEvent>accepted(new HandoverOverdue(day)))
                .orElseGet(Decision::unchanged);
    }
}
