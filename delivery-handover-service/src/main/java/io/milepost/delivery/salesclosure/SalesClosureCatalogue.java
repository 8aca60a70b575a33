package io.milepost.delivery.salesclosure;

import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.delivery.filinglist.FilingListCatalogue.FILING_LIST;
import static io.milepost.delivery.ruleset.RuleSetCatalogue.RULE_SET;
import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.archiverecord.ArchiveRecord;
import io.milepost.delivery.filinglist.FilingList;
import io.milepost.delivery.kernel.Appointed;
import io.milepost.delivery.kernel.Claims;
import io.milepost.delivery.kernel.ClosingRefusal;
import io.milepost.delivery.kernel.Lesson;
import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.kernel.Team;
import io.milepost.delivery.ruleset.RuleSetCatalogue;
import io.milepost.delivery.salesclosure.SalesClosure.*;
import io.milepost.delivery.salesteam.SalesTeam;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.controlled.Document;
import io.milepost.platform.decision.Checklist;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.decision.Waiver;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.value.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands and events of a sales project's closure, with paths, roles and names. Its id is the opportunity's, so that is its root. */
public final class SalesClosureCatalogue {
    private static final String DIRECTOR = "the project director (PD)";

    public static final Catalogue<SalesClosure, Command, Event> SALES_CLOSURE = Catalogue.of(
                    "sales-closure", "sales-closures", SalesClosure.DECIDER)
            .notes(OpenSalesClosure.class, SalesClosure::open)
            .reads(
                    OpenSalesClosure.class,
                    () -> RULE_SET,
                    (_, open) -> RuleSetCatalogue.idOf(open.template(), open.templateVersion()),
                    SalesTemplate.class,
                    set -> SalesTemplate.of(
                            set.process(), set.version(), set.rules().salesClosure()))
            .command(ConfirmContract.class)
            .command(NoteArchive.class)
            .command(CallOffClosure.class)
            .command(HoldReview.class, SALES_MANAGER, DELIVERY_MANAGER)
            .command(SubmitSalesReport.class, SALES_REP, SALES_MANAGER)
            .command(RecordSalesLesson.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .command(ReleaseSalesTeam.class, SALES_MANAGER)
            .command(EvaluateSalesFinance.class, FINANCE)
            .command(EvaluateSalesQuality.class, QA)
            .command(WaiveSalesItem.class, SALES_MANAGER, QA)
            .command(CloseSalesProject.class, SALES_REP, SALES_MANAGER, QA)
            .claims(CloseSalesProject.class, Claims.FILED, (id, _, _) -> List.of(id.toString()))
            .reads(
                    CloseSalesProject.class,
                    () -> ARCHIVE_RECORD,
                    SalesClosureCatalogue::dealOf,
                    Papers.class,
                    ArchiveRecord::papers)
            .reads(
                    CloseSalesProject.class,
                    () -> FILING_LIST,
                    SalesClosureCatalogue::dealOf,
                    Listed.class,
                    FilingList::listed)
            .claims(CloseSalesProject.class, Claims.BOOK_OUT, (id, _, _) -> List.of(id.toString()))
            .reads(
                    CloseSalesProject.class,
                    () -> SALES_TEAM,
                    SalesClosureCatalogue::dealOf,
                    Appointed.class,
                    SalesTeam::appointed)
            .duty(CloseSalesProject.class, DIRECTOR, (_, now) -> Appointed.directors(now))
            .reads(
                    HoldReview.class,
                    () -> SALES_TEAM,
                    SalesClosureCatalogue::dealOf,
                    Appointed.class,
                    SalesTeam::appointed)
            .duty(HoldReview.class, DIRECTOR, (_, now) -> Appointed.directors(now))
            .reads(
                    SubmitSalesReport.class,
                    () -> SALES_TEAM,
                    SalesClosureCatalogue::dealOf,
                    Appointed.class,
                    SalesTeam::appointed)
            .reads(
                    SubmitSalesReport.class,
                    () -> DOCUMENT,
                    (_, report) -> report.documentId(),
                    NeededDocument.class,
                    Document::needed)
            .duty(SubmitSalesReport.class, DIRECTOR, (_, now) -> Appointed.directors(now))
            .reads(
                    EvaluateSalesQuality.class,
                    () -> SALES_TEAM,
                    SalesClosureCatalogue::dealOf,
                    Appointed.class,
                    SalesTeam::appointed)
            .reads(ReleaseSalesTeam.class, () -> SALES_TEAM, SalesClosureCatalogue::dealOf, Team.class, SalesTeam::team)
            .duty(EvaluateSalesQuality.class, "quality assurance (QA)", (_, now) -> Appointed.quality(now))
            .event(SalesClosureOpened.class, "sales-closure.opened", 1)
            .event(SalesContractConfirmed.class, "sales-closure.contract-confirmed", 1)
            .event(SalesReviewHeld.class, "sales-closure.project-review-held", 1)
            .event(SalesReportSubmitted.class, "sales-closure.summary-report-submitted", 1)
            .event(SalesLessonRecorded.class, "sales-closure.lesson-recorded", 1)
            .event(SalesTeamReleased.class, "sales-closure.people-released", 1)
            .event(SalesFinanceEvaluated.class, "sales-closure.financial-evaluation-done", 1)
            .event(SalesQualityEvaluated.class, "sales-closure.quality-evaluation-done", 1)
            .event(SalesArchiveDone.class, "sales-closure.archive-done", 1)
            .event(SalesItemWaived.class, "sales-closure.item-waived", 1)
            .event(SalesClosureBlocked.class, "sales-closure.blocked", 1)
            .event(SalesProjectClosed.class, "sales-closure.project-closed", 1)
            .event(SalesClosureCalledOff.class, "sales-closure.called-off", 1)
            .open()
            .refusals(Checklist.No.class)
            .refusals(ClosingRefusal.class)
            .refusals(
                    No.class,
                    DAY_IMPLAUSIBLE,
                    AMOUNT_NEGATIVE,
                    CURRENCIES_MIXED,
                    REASON_MISSING,
                    DOCUMENT_NOT_IN_EFFECT)
            .view(View.class, View::of);

    /** The director, and the manager, learn that the sales project cannot be closed yet (G21). */
    public static final NoticeRule<SalesClosureBlocked> SALES_BLOCKED_NOTICE = notice("sales-closure-blocked")
            .on(SALES_CLOSURE, SalesClosureBlocked.class)
            .concerning(SalesClosureBlocked::director)
            .to(OWNER, MANAGER);

    private SalesClosureCatalogue() {}

    private static UUID dealOf(@Nullable SalesClosure closure, Record command) {
        return Objects.requireNonNull(closure).opening().opportunityId();
    }

    /**
     * What a read shows of the closure of a sales project.
     *
     * @param status OPENED, ITEMS_OPEN once the first item is done or waived, READY when none is open, CLOSED, or CALLED_OFF while its deal goes on
     * @param contractId the contract with which the deal was won
     * @param open what is still to do, in the order of the template
     */
    public record View(
            String status,
            UUID opportunityId,
            Outcome outcome,
            @Nullable UUID contractId,
            String template,
            int templateVersion,
            List<SalesItemView> items,
            List<SalesItem> open,
            List<Lesson> lessons,
            @Nullable LocalDate closedOn) {

        static View of(SalesClosure closure) {
            var opening = closure.opening();
            var checklist = closure.checklist();
            return new View(
                    closure.calledOff() ? "CALLED_OFF" : checklist.status(),
                    opening.opportunityId(),
                    opening.outcome(),
                    opening.contractId(),
                    opening.template(),
                    opening.templateVersion(),
                    checklist.items().stream()
                            .map(item -> SalesItemView.of(checklist, item))
                            .toList(),
                    closure.calledOff() ? List.of() : checklist.open(),
                    checklist.tasks().stream().flatMap(View::lesson).toList(),
                    closure.calledOff() ? null : checklist.closedOn());
        }

        private static Stream<Lesson> lesson(TaskEvent task) {
            return task instanceof SalesLessonRecorded(var _, var experience, var text)
                    ? Stream.of(new Lesson(experience, text))
                    : Stream.of();
        }
    }

    /**
     * One item.
     *
     * @param status OPEN, DONE or WAIVED
     * @param evidence what shows that it is done
     */
    public record SalesItemView(
            SalesItem item,
            String status,
            @Nullable String reason,
            @Nullable String approvedBy,
            @Nullable Evidence evidence) {

        private static SalesItemView of(Checklist<SalesItem, TaskEvent> checklist, SalesItem item) {
            var waiver = checklist.waiver(item);
            return new SalesItemView(
                    item,
                    checklist.statusOf(item),
                    waiver.map(Waiver::reason).orElse(null),
                    waiver.map(Waiver::approvedBy).orElse(null),
                    checklist.evidence(item).orElse(null));
        }
    }
}
