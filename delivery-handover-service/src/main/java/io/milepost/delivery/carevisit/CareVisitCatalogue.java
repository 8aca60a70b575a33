package io.milepost.delivery.carevisit;

import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.carevisit.CareVisit.*;
import io.milepost.delivery.carevisit.CareVisitEvent.*;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.Satisfaction;
import io.milepost.delivery.kernel.ServiceRefusal;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The care visit's commands and events, the day that it waits for, and who is told when nobody came. */
public final class CareVisitCatalogue {
    private static final String VISITOR = "whoever makes the visit";

    public static final Catalogue<CareVisit, Command, CareVisitEvent> CARE_VISIT = Catalogue.of(
                    "care-visit", "care-visits", CareVisit.DECIDER)
            .creates(
                    ScheduleVisit.class,
                    CareVisit::schedule,
                    SALES_REP,
                    SALES_MANAGER,
                    DELIVERY_MANAGER,
                    ENGINEERING,
                    IMPORTER)
            .reads(
                    ScheduleVisit.class,
                    () -> HANDOVER,
                    (_, schedule) -> schedule.contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .creates(PlanReturnVisit.class, CareVisit::plan)
            .reads(
                    PlanReturnVisit.class,
                    () -> HANDOVER,
                    (_, plan) -> plan.contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .command(RescheduleVisit.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, ENGINEERING)
            .duty(RescheduleVisit.class, VISITOR, CareVisitCatalogue::visitor)
            .command(RecordVisit.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, ENGINEERING, IMPORTER)
            .duty(RecordVisit.class, VISITOR, CareVisitCatalogue::visitor)
            .digest(RecordVisit.class, "feedback", RecordVisit::feedback)
            .command(NoteVisitNeed.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, ENGINEERING)
            .duty(NoteVisitNeed.class, VISITOR, CareVisitCatalogue::visitor)
            .digest(NoteVisitNeed.class, "need", NoteVisitNeed::need)
            .command(AssignVisit.class, SALES_MANAGER, DELIVERY_MANAGER)
            .command(CancelVisit.class, SALES_MANAGER, DELIVERY_MANAGER)
            .duty(CancelVisit.class, VISITOR, CareVisitCatalogue::visitor)
            .command(AnnounceVisit.class)
            .command(MarkVisitMissed.class)
            .event(CareVisitScheduled.class, "care-visit.scheduled", 1)
            .event(CareVisitRescheduled.class, "care-visit.rescheduled", 1)
            .event(CareVisitDone.class, "care-visit.done", 1)
            .personal(CareVisitDone.class, (id, _) -> id, "feedback")
            .event(CareVisitAnnounced.class, "care-visit.announced", 1)
            .event(CareVisitAssigned.class, "care-visit.assigned", 1)
            .event(CareVisitMissed.class, "care-visit.missed", 1)
            .event(VisitNeedFound.class, "care-visit.need-found", 1)
            .personal(VisitNeedFound.class, (id, _) -> id, "need")
            .event(CareVisitCancelled.class, "care-visit.cancelled", 1)
            .ownedBy(visit -> visit.scheduled().owner())
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .refusals(ServiceRefusal.class)
            .refusals(Satisfaction.No.class)
            .view(View.class, View::of);

    /** A visit waits for the end of its day. */
    public static final Due<CareVisit> VISIT_MISSED = new Due<>(
            "care-visit-missed",
            CARE_VISIT,
            MarkVisitMissed.class,
            visit -> visit.waiting()
                    ? List.of(DueDate.endOf(visit.on(), new MarkVisitMissed(visit.on()))
                            .ownedBy(visit.scheduled().owner()))
                    : List.of());

    /** Whoever visits is reminded some days before. */
    public static final Due<CareVisit> VISIT_COMING = new Due<>(
            "care-visit-coming",
            CARE_VISIT,
            AnnounceVisit.class,
            visit -> visit.isToBeAnnounced()
                    ? List.of(DueDate.startOf(visit.announceOn(), new AnnounceVisit(visit.on()))
                            .ownedBy(visit.scheduled().owner()))
                    : List.of());

    /** A visit that is due is told to whoever makes it. */
    public static final NoticeRule<CareVisitAnnounced> COMING_NOTICE =
            notice("care-visit-due").on(CARE_VISIT, CareVisitAnnounced.class).to(OWNER);

    /** A missed visit is told to whoever should have come and the manager. */
    public static final NoticeRule<CareVisitMissed> MISSED_NOTICE =
            notice("care-visit-missed").on(CARE_VISIT, CareVisitMissed.class).to(OWNER, MANAGER);

    private CareVisitCatalogue() {}

    private static List<String> visitor(CareVisit visit) {
        return List.of(visit.scheduled().owner());
    }

    /** What the visit brought. */
    public record Visited(
            LocalDate on,
            Means means,
            @Nullable Integer satisfaction,
            @Nullable String feedback,
            String by) {}

    /**
     * What a read shows.
     *
     * @param status SCHEDULED, MISSED (for good, unless somebody names another day), DONE or CANCELLED
     * @param on the day for which it stands, or stood last
     * @param missed the days on which nobody came
     */
    public record View(
            String status,
            UUID accountId,
            @Nullable UUID contractId,
            String owner,
            LocalDate on,
            List<LocalDate> missed,
            @Nullable Visited visited,
            @Nullable String cancelledFor) {
        static View of(CareVisit visit) {
            var done = visit.done();
            return new View(
                    status(visit),
                    visit.scheduled().accountId(),
                    visit.scheduled().contractId(),
                    visit.scheduled().owner(),
                    visit.on(),
                    visit.missed(),
                    done == null
                            ? null
                            : new Visited(done.on(), done.means(), done.satisfaction(), done.feedback(), done.by()),
                    visit.cancelled());
        }

        private static String status(CareVisit visit) {
            if (visit.done() != null) {
                return "DONE";
            }
            if (visit.cancelled() != null) {
                return "CANCELLED";
            }
            return visit.waiting() ? "SCHEDULED" : "MISSED";
        }
    }
}
