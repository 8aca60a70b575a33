package io.milepost.delivery.closure;

import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.CONTRACT_COPY;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_LEAD;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.filinglist.FilingListCatalogue.FILING_LIST;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.delivery.ruleset.RuleSetCatalogue.RULE_SET;
import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.archiverecord.ArchiveRecord;
import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.contractcopy.ContractCopyCatalogue;
import io.milepost.delivery.deliveryproject.DeliveryProject;
import io.milepost.delivery.filinglist.FilingList;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.kernel.Claims;
import io.milepost.delivery.kernel.ClosingRefusal;
import io.milepost.delivery.kernel.Lesson;
import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.Team;
import io.milepost.delivery.kernel.Unfinished;
import io.milepost.delivery.ruleset.RuleSetCatalogue;
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

/**
 * The closure's commands and events, with paths, roles and names. Its id is the contract's. What happens elsewhere ticks off its item by
 * itself, nobody has a role to; the rest of a strategic deal's checklist is somebody's task.
 */
public final class ClosureCatalogue {

    public static final Catalogue<Closure, Command, Event> CLOSURE = Catalogue.of(
                    "closure", "closures", Closure.DECIDER)
            .creates(OpenClosure.class, Completing::open)
            .reads(
                    OpenClosure.class,
                    () -> RULE_SET,
                    (_, open) -> RuleSetCatalogue.idOf(open.template(), open.templateVersion()),
                    ClosureTemplate.class,
                    set -> ClosureTemplate.of(
                            set.process(), set.version(), set.rules().closure()))
            .command(ExtendClosure.class)
            .command(CompleteItem.class)
            .command(ReopenCollection.class)
            .command(CallOffDeliveryClosure.class)
            .command(SubmitSummaryReport.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .duty(
                    SubmitSummaryReport.class,
                    DELIVERY_LEAD,
                    () -> DELIVERY_PROJECT,
                    (id, _, _) -> id,
                    DeliveryProject::managers)
            .reads(
                    SubmitSummaryReport.class,
                    () -> DOCUMENT,
                    (_, report) -> report.documentId(),
                    NeededDocument.class,
                    Document::needed)
            .command(RecordLesson.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .command(ReleasePeople.class, SALES_MANAGER, DELIVERY_MANAGER)
            .duty(
                    ReleasePeople.class,
                    DELIVERY_LEAD,
                    () -> DELIVERY_PROJECT,
                    (id, _, _) -> id,
                    DeliveryProject::managers)
            .reads(
                    ReleasePeople.class,
                    () -> DELIVERY_PROJECT,
                    (closure, _) -> contractOf(closure),
                    Team.class,
                    DeliveryProject::people)
            .command(EvaluateFinance.class, FINANCE)
            .reads(
                    EvaluateFinance.class,
                    () -> CONTRACT_COPY,
                    (closure, _) -> contractOf(closure),
                    Agreed.class,
                    ContractCopyCatalogue::agreed)
            .command(EvaluateQuality.class, QA)
            .duty(
                    EvaluateQuality.class,
                    "quality assurance (QA)",
                    () -> SALES_TEAM,
                    (_, closure, _) -> Objects.requireNonNull(closure).opening().opportunityId(),
                    team -> team.appointed().quality())
            .command(WaiveItem.class, SALES_MANAGER, QA)
            .reads(
                    WaiveItem.class,
                    () -> DELIVERY_PROJECT,
                    (closure, _) -> contractOf(closure),
                    Unfinished.class,
                    DeliveryProject::unfinished)
            .command(CloseProject.class, DELIVERY_MANAGER, SALES_MANAGER, QA)
            .duty(
                    CloseProject.class,
                    DELIVERY_LEAD,
                    () -> DELIVERY_PROJECT,
                    (id, _, _) -> id,
                    DeliveryProject::managers)
            .reads(
                    CloseProject.class,
                    () -> DELIVERY_PROJECT,
                    (closure, _) -> contractOf(closure),
                    Unfinished.class,
                    DeliveryProject::unfinished)
            .reads(
                    CloseProject.class,
                    () -> HANDOVER,
                    (closure, _) -> contractOf(closure),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .claims(CloseProject.class, Claims.ALLOCATED, (id, _, _) -> List.of(id.toString()))
            .claims(CloseProject.class, Claims.FILED, (id, _, _) -> List.of(id.toString()))
            .reads(
                    CloseProject.class,
                    () -> ARCHIVE_RECORD,
                    (closure, _) -> contractOf(closure),
                    Papers.class,
                    ArchiveRecord::papers)
            .reads(
                    CloseProject.class,
                    () -> FILING_LIST,
                    (closure, _) -> contractOf(closure),
                    Listed.class,
                    FilingList::listed)
            .claims(CloseProject.class, Claims.BOOK_OUT, (_, closure, _) -> dealOf(closure))
            .event(ClosureOpened.class, "closure.opened", 1)
            .event(ClosureItemsAdded.class, "closure.items-added", 1)
            .event(ClosureItemDone.class, "closure.item-done", 1)
            .event(ClosureItemReopened.class, "closure.item-reopened", 1)
            .event(ClosureItemReopenedAfterClose.class, "closure.item-reopened-after-close", 1)
            .event(ClosureItemWaived.class, "closure.item-waived", 1)
            .event(ClosureBlocked.class, "closure.blocked", 1)
            .event(ClosureCalledOff.class, "closure.called-off", 1)
            .event(ProjectClosed.class, "closure.project-closed", 1)
            .event(SummaryReportSubmitted.class, "closure.summary-report-submitted", 1)
            .event(LessonRecorded.class, "closure.lesson-recorded", 1)
            .event(PeopleReleased.class, "closure.people-released", 1)
            .event(FinancialEvaluationDone.class, "closure.financial-evaluation-done", 1)
            .event(QualityEvaluationDone.class, "closure.quality-evaluation-done", 1)
            .open()
            .refusals(Checklist.No.class)
            .refusals(ClosingRefusal.class)
            .refusals(No.class, AMOUNT_NEGATIVE, CURRENCIES_MIXED, REASON_MISSING, DOCUMENT_NOT_IN_EFFECT)
            .view(View.class, View::of);

    /** Whoever sold the contract, and the manager, learn that its delivery cannot be closed yet (G21). */
    public static final NoticeRule<ClosureBlocked> BLOCKED_NOTICE = notice("closure-blocked")
            .on(CLOSURE, ClosureBlocked.class)
            .concerning(ClosureBlocked::owner)
            .to(OWNER, MANAGER);

    private ClosureCatalogue() {}

    private static List<String> dealOf(@Nullable Closure closure) {
        return closure == null
                ? List.of()
                : List.of(closure.opening().opportunityId().toString());
    }

    private static UUID contractOf(@Nullable Closure closure) {
        return Objects.requireNonNull(closure).opening().contractId();
    }

    /**
     * What a read shows of a closure.
     *
     * @param status OPENED, ITEMS_OPEN once the first item is done or waived, READY when none is open, CLOSED, CALLED_OFF
     * @param open what is still to do, in the order of the template; also what was reopened after the close
     */
    public record View(
            String status,
            UUID contractId,
            UUID opportunityId,
            UUID accountId,
            ClosureKind kind,
            String template,
            int templateVersion,
            List<ItemView> items,
            List<ClosureItem> open,
            List<Lesson> lessons,
            @Nullable LocalDate closedOn) {

        static View of(Closure closure) {
            var opening = closure.opening();
            var checklist = closure.checklist();
            return new View(
                    closure.calledOff() ? "CALLED_OFF" : checklist.status(),
                    opening.contractId(),
                    opening.opportunityId(),
                    opening.accountId(),
                    opening.kind(),
                    closure.template(),
                    closure.templateVersion(),
                    shown(checklist).map(item -> ItemView.of(checklist, item)).toList(),
                    closure.calledOff() ? List.of() : checklist.open(),
                    checklist.tasks().stream().flatMap(View::lesson).toList(),
                    checklist.closedOn());
        }

        /** What the checklist asks for, what was done besides, and that the delivery was let go as it is. */
        private static Stream<ClosureItem> shown(Checklist<ClosureItem, TaskEvent> checklist) {
            var besides = Stream.of(ClosureItem.values())
                    .filter(item -> !checklist.items().contains(item))
                    .filter(item ->
                            checklist.isDone(item) || checklist.waiver(item).isPresent());
            return Stream.concat(checklist.items().stream(), besides);
        }

        private static Stream<Lesson> lesson(TaskEvent task) {
            return task instanceof LessonRecorded(var _, var experience, var text)
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
    public record ItemView(
            ClosureItem item,
            String status,
            @Nullable String reason,
            @Nullable String approvedBy,
            @Nullable Evidence evidence) {

        private static ItemView of(Checklist<ClosureItem, TaskEvent> checklist, ClosureItem item) {
            var waiver = checklist.waiver(item);
            return new ItemView(
                    item,
                    checklist.statusOf(item),
                    waiver.map(Waiver::reason).orElse(null),
                    waiver.map(Waiver::approvedBy).orElse(null),
                    checklist.evidence(item).orElse(null));
        }
    }
}
