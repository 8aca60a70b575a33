package io.milepost.delivery.handover;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.AnalysedRisk;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed contract on its way from those who sold it to those who deliver it; it has the id of the contract. */
public sealed interface Handover {
    Decider<Handover, Command, Event> DECIDER = new Decider<>(Handover::decide, Handover::begin, Handover::evolve);

    /**
     * Opens the handover of a signed contract.
     *
     * @param owner code of the team member who sold it and hands it over
     * @param dueOn the last day on which the delivery team should have accepted it
     * @param migrated whether the contract was signed before the suite knew of it; then nobody is reminded of the due date
     * @param template name of the sales process of the deal; absent where none is known, as are version and day of the signature, from
     *     which the due date follows where the process says how
     */
    record InitiateHandover(
            UUID opportunityId,
            UUID accountId,
            String owner,
            @Nullable Money value,
            LocalDate dueOn,
            boolean migrated,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable LocalDate signedOn) {}

    /** What may be asked of a handover that was initiated. */
    sealed interface Command {}

    /** Entrusts the work to a delivery project manager, the member of the code {@code to}, by a letter; a later one replaces it. */
    record IssueEntrustment(
            String to, @Nullable @Limit(Limit.NOTE) String note) implements Command {}

    /** The title names the item and its reference says where it is; what it says about people stays in the document itself. */
    record AddPackageItem(
            ItemKind kind, String title, @Nullable String reference) implements Command {}

    record DeclarePackageReady() implements Command {}

    /**
     * Calls the handover meeting, or another way of handing over.
     *
     * @param modeReason why there is no meeting; for every mode but MEETING
     */
    record ScheduleMeeting(
            LocalDate on,
            HandoverMode mode,
            @Nullable @Limit(Limit.NOTE) String modeReason) implements Command {}

    /**
     * Records that the package was presented.
     *
     * @param on today when absent
     * @param minutes what was noted, or where that is kept
     * @param attendees codes of the members who took part, of a meeting at least one
     */
    record HoldHandover(
            @Nullable LocalDate on,
            @Nullable @Limit(Limit.TEXT) String minutes,
            @Nullable List<String> attendees) implements Command {
        public HoldHandover {
            attendees = attendees == null ? null : List.copyOf(attendees);
        }
    }

    /** The delivery team takes over; {@code on} is today when absent. */
    record AcceptHandover(@Nullable LocalDate on) implements Command {}

    /** The delivery team sends the package back; {@code defects} says what must be corrected. */
    record ReturnHandover(List<@Limit(Limit.NOTE) String> defects) implements Command {
        public ReturnHandover {
            defects = List.copyOf(defects);
        }
    }

    /** Sent by the timer alone, some days before the due date. */
    record AnnounceDueDate() implements Command {}

    /** Sent by the automation when the contract turned out to be signed by mistake (decision 44). */
    record CallOffHandover(LocalDate on) implements Command {}

    /** The due date has passed. */
    record MarkOverdue() implements Command {}

    /** What has happened to a handover, refusals on record included. */
    sealed interface Event {}

    record HandoverInitiated(
            UUID contractId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            @Nullable Money value,
            LocalDate dueOn,
            boolean migrated,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable AfterSales afterSales)
            implements Event {}

    record EntrustmentLetterIssued(String to, @Nullable String note, LocalDate issuedOn) implements Event {}

    record HandoverItemAdded(
            ItemKind kind, String title, @Nullable String reference) implements Event {}

    /**
     * It is complete.
     *
     * @param risks those of the sales project that were open then, which go with it; absent where there were none, or from before
     */
    record HandoverPackageDeclaredReady(@Nullable List<AnalysedRisk> risks) implements Event {
        public HandoverPackageDeclaredReady {
            risks = risks == null ? null : List.copyOf(risks);
        }
    }

    /** On record: somebody tried to declare a package ready that lacks these. */
    record HandoverPackageIncompleteFlagged(List<String> missing) implements Event {
        public HandoverPackageIncompleteFlagged {
            missing = List.copyOf(missing);
        }
    }

    /** A meeting is called, or another one in its place; {@code calledOn} is the day of the first call, absent where that was not noted. */
    record HandoverMeetingScheduled(
            LocalDate on,
            HandoverMode mode,
            @Nullable String modeReason,
            @Nullable LocalDate calledOn) implements Event {}

    /** It was presented; minutes and attendees are absent where nobody had to state them yet. */
    record HandoverHeld(
            LocalDate on,
            @Nullable String minutes,
            @Nullable List<String> attendees) implements Event {
        public HandoverHeld {
            attendees = attendees == null ? null : List.copyOf(attendees);
        }
    }

    /**
     * Delivery may begin.
     *
     * @param beginsOn the day on which it begins; absent where it may have begun before the suite knew of the contract
     * @param currency of the contract, where its value is known
     */
    record HandoverAccepted(
            UUID contractId,
            UUID opportunityId,
            LocalDate acceptedOn,
            @Nullable LocalDate beginsOn,
            @Nullable Currency currency)
            implements Event {}

    record HandoverReturned(List<String> defects) implements Event {
        public HandoverReturned {
            defects = List.copyOf(defects);
        }
    }

    /** In some days it is due; {@code holder} is one of those who have to see to that. */
    record HandoverDueAnnounced(LocalDate dueOn, String holder) implements Event {}

    /** There is nothing to hand over. */
    record HandoverCalledOff(UUID contractId, LocalDate on) implements Event {}

    /** The due date passed before the delivery team had accepted. */
    record HandoverOverdue(LocalDate dueOn) implements Event {}

    /** What an item of the package is; a promise is one that was made in negotiation. */
    enum ItemKind {
        DOCUMENT,
        CUSTOMER_INFORMATION,
        RISK,
        PROMISE
    }

    /** How a package is handed over. */
    enum HandoverMode {
        MEETING,
        PHONE,
        DOCUMENT,
        MAIL
    }

    Details details();

    /** Its package may still change. */
    sealed interface Open extends Handover {}

    record Preparing(Details details) implements Open {}

    /** Sent back; an item that is added begins the preparation again. */
    record Returned(Details details, List<String> defects) implements Open {}

    record Ready(Details details) implements Handover {}

    record Scheduled(Details details, HandoverMeetingScheduled meeting) implements Handover {}

    record Held(Details details, HandoverMeetingScheduled meeting, HandoverHeld held) implements Handover {
        private Accepted accepted(HandoverAccepted acceptance) {
            return new Accepted(details.acceptedOn(acceptance.acceptedOn()), meeting, held, acceptance);
        }
    }

    record Accepted(Details details, HandoverMeetingScheduled meeting, HandoverHeld held, HandoverAccepted acceptance)
            implements Handover {}

    static Decision<Event> decide(Handover handover, Command command, Occasion occasion) {
        if (handover.details().calledOffOn() != null) {
            return Accepting.afterCallOff(command);
        }
        return switch (command) {
            case CallOffHandover(var on) -> Accepting.callOff(handover, on);
            case IssueEntrustment issue -> Packaging.entrust(handover, issue, occasion);
            case AddPackageItem(var kind, var title, var reference) ->
                Packaging.add(handover, new PackageItem(kind, title, reference));
            case DeclarePackageReady _ -> Packaging.declareReady(handover, occasion);
            case ScheduleMeeting schedule -> Presenting.schedule(handover, schedule, occasion.today());
            case HoldHandover hold -> Presenting.hold(handover, hold, occasion.today());
            case AcceptHandover(var on) -> Accepting.accept(handover, on, occasion);
            case ReturnHandover(var defects) -> Accepting.giveBack(handover, defects);
            case AnnounceDueDate _ -> Reminding.announce(handover, occasion);
            case MarkOverdue _ -> Accepting.markOverdue(handover, occasion.today());
        };
    }

    static Handover begin(Event first) {
        return new Preparing(Details.of((HandoverInitiated) first));
    }

    static Handover evolve(Handover handover, Event event) {
        var details = handover.details();
        return switch (event) {
            case HandoverInitiated _, HandoverPackageIncompleteFlagged _ -> handover;
            case EntrustmentLetterIssued letter -> handover.with(details.with(letter));
            case HandoverItemAdded(var kind, var title, var reference) ->
                new Preparing(details.with(new PackageItem(kind, title, reference)));
            case HandoverPackageDeclaredReady(var risks) -> new Ready(details.with(risks));
            case HandoverMeetingScheduled meeting -> new Scheduled(details, meeting);
            case HandoverHeld held -> new Held(details, ((Scheduled) handover).meeting(), held);
            case HandoverAccepted acceptance -> ((Held) handover).accepted(acceptance);
            case HandoverReturned(var defects) -> new Returned(details, defects);
            case HandoverDueAnnounced _ -> handover.with(details.announce());
            case HandoverOverdue _ -> handover.with(details.late());
            case HandoverCalledOff(var _, var on) -> handover.with(details.calledOff(on));
        };
    }

    /** The same stage with other details. */
    private Handover with(Details other) {
        return switch (this) {
            case Preparing _ -> new Preparing(other);
            case Returned(var _, var defects) -> new Returned(other, defects);
            case Ready _ -> new Ready(other);
            case Scheduled(var _, var meeting) -> new Scheduled(other, meeting);
            case Held(var _, var meeting, var held) -> new Held(other, meeting, held);
            case Accepted(var _, var meeting, var held, var acceptance) ->
                new Accepted(other, meeting, held, acceptance);
        };
    }

    /** The day until which the handover is awaited, unless it was accepted or is overdue; a migrated one is awaited by nobody. */
    default Optional<LocalDate> awaitedUntil() {
        return this instanceof Accepted ? Optional.empty() : details().awaitedUntil();
    }
}
