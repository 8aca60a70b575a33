package io.milepost.delivery.handover;

import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.CONTRACT_COPY;
import static io.milepost.delivery.risklist.RiskListCatalogue.RISK_LIST;
import static io.milepost.delivery.ruleset.RuleSetCatalogue.RULE_SET;
import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.contractcopy.ContractCopy;
import io.milepost.delivery.contractcopy.ContractCopyCatalogue;
import io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue;
import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.kernel.AnalysedRisk;
import io.milepost.delivery.kernel.Appointed;
import io.milepost.delivery.kernel.OnHold;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.SoldContract.Promised;
import io.milepost.delivery.ruleset.RuleSetCatalogue;
import io.milepost.delivery.salesteam.SalesTeam;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The handover's commands and events, with paths, roles and names. Nobody initiates one by hand and no person marks one overdue: the
 * signed contract and the timer do. Its id is the contract's, so the contract is its root.
 */
public final class HandoverCatalogue {
    private static final Read<Handover, ContractCopy, OnHold> HELD =
            Read.twin(() -> CONTRACT_COPY, OnHold.class, ContractCopyCatalogue::onHold);

    public static final Catalogue<Handover, Command, Event> HANDOVER = Catalogue.of(
                    "handover", "handovers", Handover.DECIDER)
            .creates(InitiateHandover.class, Initiating::initiate)
            .reads(
                    InitiateHandover.class,
                    () -> RULE_SET,
                    (_, initiate) -> RuleSetCatalogue.idOf(initiate.template(), initiate.templateVersion()),
                    Initiating.Deadline.class,
                    set -> new Initiating.Deadline(
                            set.rules().handoverDays(), set.rules().afterSales()))
            .command(IssueEntrustment.class, SALES_MANAGER, DELIVERY_MANAGER)
            .command(AddPackageItem.class, SALES_REP, SALES_MANAGER)
            .command(DeclarePackageReady.class, SALES_REP, SALES_MANAGER)
            .reads(
                    DeclarePackageReady.class,
                    () -> RISK_LIST,
                    HandoverCatalogue::dealOf,
                    Packaging.OpenRisks.class,
                    list -> new Packaging.OpenRisks(list.open()))
            .reads(
                    IssueEntrustment.class,
                    () -> SALES_TEAM,
                    HandoverCatalogue::dealOf,
                    Appointed.class,
                    SalesTeam::appointed)
            .duty(IssueEntrustment.class, "the fulfilment responsible (FR)", (_, now) -> Appointed.fulfilment(now))
            .command(ScheduleMeeting.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .reads(
                    ScheduleMeeting.class,
                    () -> SALES_TEAM,
                    HandoverCatalogue::dealOf,
                    Appointed.class,
                    SalesTeam::appointed)
            .duty(ScheduleMeeting.class, "the project director (PD)", (_, now) -> Appointed.directors(now))
            .command(HoldHandover.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .command(AcceptHandover.class, DELIVERY_MANAGER)
            .reads(AcceptHandover.class, HELD)
            .duty(AcceptHandover.class, DeliveryProjectCatalogue.DELIVERY_LEAD, HandoverCatalogue::entrusted)
            .command(ReturnHandover.class, DELIVERY_MANAGER)
            .duty(ReturnHandover.class, DeliveryProjectCatalogue.DELIVERY_LEAD, HandoverCatalogue::entrusted)
            .command(AnnounceDueDate.class)
            .reads(
                    AnnounceDueDate.class,
                    () -> SALES_TEAM,
                    HandoverCatalogue::dealOf,
                    Appointed.class,
                    SalesTeam::appointed)
            .command(MarkOverdue.class)
            .command(CallOffHandover.class)
            .event(HandoverInitiated.class, "handover.initiated", 1)
            .event(EntrustmentLetterIssued.class, "handover.entrustment-letter-issued", 1)
            .event(HandoverItemAdded.class, "handover.item-added", 1)
            .event(HandoverPackageDeclaredReady.class, "handover.package-declared-ready", 1)
            .event(HandoverPackageIncompleteFlagged.class, "handover.package-incomplete-flagged", 1)
            .event(HandoverMeetingScheduled.class, "handover.meeting-scheduled", 1)
            .event(HandoverHeld.class, "handover.held", 1)
            .event(HandoverAccepted.class, "handover.accepted", 1)
            .event(HandoverReturned.class, "handover.returned", 1)
            .event(HandoverDueAnnounced.class, "handover.due-announced", 1)
            .event(HandoverOverdue.class, "handover.overdue", 1)
            .event(HandoverCalledOff.class, "handover.called-off", 1)
            .ownedBy(handover -> handover.details().initiated().owner())
            .refusals(HandoverRefusal.class, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** An awaited handover is marked overdue when its due date has ended; it concerns the member who hands over. */
    public static final Due<Handover> HANDOVER_DUE = new Due<>(
            "handover-due",
            HANDOVER,
            MarkOverdue.class,
            handover -> handover
                    .awaitedUntil()
                    .map(day -> DueDate.endOf(day, new MarkOverdue())
                            .ownedBy(handover.details().initiated().owner()))
                    .stream()
                    .toList());

    /** Some days before the due date of an awaited handover those who hold it are reminded. */
    public static final Due<Handover> HANDOVER_COMING = new Due<>(
            "handover-coming",
            HANDOVER,
            AnnounceDueDate.class,
            handover -> Reminding.announceOn(handover)
                    .map(day -> DueDate.startOf(day, new AnnounceDueDate())
                            .ownedBy(handover.details().initiated().owner()))
                    .stream()
                    .toList());

    /** A handover that is due soon is told to each of those who hold it. */
    public static final NoticeRule<HandoverDueAnnounced> COMING_HANDOVER_NOTICE = notice("handover-due")
            .on(HANDOVER, HandoverDueAnnounced.class)
            .concerning(HandoverDueAnnounced::holder)
            .to(OWNER);

    /** An overdue handover is told to the member who hands over and the manager. */
    public static final NoticeRule<HandoverOverdue> OVERDUE_NOTICE =
            notice("handover-overdue").on(HANDOVER, HandoverOverdue.class).to(OWNER, MANAGER);

    /** What was given back is told to the member who hands over, who has to make it good, and the manager. */
    public static final NoticeRule<HandoverReturned> RETURNED_NOTICE =
            notice("handover-returned").on(HANDOVER, HandoverReturned.class).to(OWNER, MANAGER);

    private HandoverCatalogue() {}

    /** What is to be known of its contract after the sale. */
    public static SoldContract sold(Handover handover) {
        var initiated = handover.details().initiated();
        var what = initiated.afterSales();
        var set = RuleSetCatalogue.idOf(initiated.template(), initiated.templateVersion());
        return new SoldContract(
                initiated.accountId(),
                initiated.owner(),
                what == null || set == null
                        ? null
                        : new Promised(set, Objects.requireNonNull(initiated.templateVersion()), what));
    }

    /** The letter says who takes over. */
    private static List<String> entrusted(Handover handover) {
        return handover.details().entrustment().map(EntrustmentLetterIssued::to).stream()
                .toList();
    }

    private static UUID dealOf(@Nullable Handover handover, Record command) {
        return Objects.requireNonNull(handover).details().initiated().opportunityId();
    }

    /**
     * What a read shows of a handover.
     *
     * @param status INITIATED, PACKAGE_PREPARING, PACKAGE_READY, MEETING_SCHEDULED, HELD, ACCEPTED, RETURNED or CALLED_OFF
     * @param overdue whether the due date passed before it was accepted
     * @param missing what the package still lacks before it can be declared ready; no risk, where the sales project has open ones
     * @param defects what a returned handover was returned for
     * @param risks of the sales project, as they went with the package
     */
    public record View(
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
            List<String> attendees,
            List<String> defects,
            @Nullable LocalDate acceptedOn,
            List<AnalysedRisk> risks) {

        static View of(Handover handover) {
            return switch (handover) {
                case Preparing(var details) ->
                    of(details.isEmpty() ? "INITIATED" : "PACKAGE_PREPARING", details, null, null, List.of(), null);
                case Returned(var details, var defects) -> of("RETURNED", details, null, null, defects, null);
                case Ready(var details) -> of("PACKAGE_READY", details, null, null, List.of(), null);
                case Scheduled(var details, var meeting) ->
                    of("MEETING_SCHEDULED", details, meeting, null, List.of(), null);
                case Held(var details, var meeting, var held) -> of("HELD", details, meeting, held, List.of(), null);
                case Accepted(var details, var meeting, var held, var acceptance) ->
                    of("ACCEPTED", details, meeting, held, List.of(), acceptance.acceptedOn());
            };
        }

        private static View of(
                String status,
                Details details,
                @Nullable HandoverMeetingScheduled meeting,
                @Nullable HandoverHeld held,
                List<String> defects,
                @Nullable LocalDate acceptedOn) {
            var initiated = details.initiated();
            var letter = details.letter();
            return new View(
                    details.calledOffOn() == null ? status : "CALLED_OFF",
                    initiated.contractId(),
                    initiated.opportunityId(),
                    initiated.accountId(),
                    initiated.owner(),
                    initiated.value(),
                    initiated.dueOn(),
                    details.overdue(),
                    initiated.migrated(),
                    letter == null ? null : letter.to(),
                    details.items(),
                    details.missing(details.risks()),
                    meeting == null ? null : meeting.on(),
                    meeting == null ? null : meeting.mode(),
                    meeting == null ? null : meeting.modeReason(),
                    held == null ? null : held.on(),
                    held == null ? null : held.minutes(),
                    held == null || held.attendees() == null ? List.of() : held.attendees(),
                    defects,
                    acceptedOn,
                    details.risks());
        }
    }
}
