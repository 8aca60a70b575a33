package io.milepost.delivery.closure;

import static io.milepost.delivery.closure.Closure.ClosureItem.*;
import static io.milepost.delivery.closure.Closure.No.*;
import static io.milepost.delivery.kernel.ClosingRefusal.FINDINGS_MISSING;
import static io.milepost.delivery.kernel.ClosingRefusal.LESSON_MISSING;
import static io.milepost.platform.decision.Checklist.No.PROJECT_CLOSED;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.kernel.FinancialResult;
import io.milepost.delivery.kernel.Members;
import io.milepost.delivery.kernel.SummaryReport;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Evidence;
import java.time.LocalDate;

/** How the items of a checklist are completed: by facts of elsewhere, by what people do, or waived; then it is closed. */
final class Completing {
    private Completing() {}

    static Decision<Event> extend(Closure closure) {
        var template = ClosureTemplate.STRATEGIC;
        if (!closure.canBeExtended()) {
            return unchanged();
        }
        return closure.checklist().isClosed()
                ? refused(PROJECT_CLOSED)
                : accepted(new ClosureItemsAdded(
                        closure.opening().contractId(),
                        template.name(),
                        template.version(),
                        template.items(),
                        template.waivable()));
    }

    /** After the close only what was reopened since can be done. */
    static Decision<Event> complete(Closure closure, ClosureItem item) {
        var checklist = closure.checklist();
        if (!checklist.items().contains(item) && !mayStillBeNeeded(closure, item)) {
            return refusedAt("/item", ITEM_NOT_ON_CHECKLIST);
        }
        if (checklist.isDone(item)) {
            return unchanged();
        }
        return checklist.isClosed() && !checklist.open().contains(item)
                ? refused(PROJECT_CLOSED)
                : accepted(new ClosureItemDone(closure.opening().contractId(), item));
    }

    /** A fact that is not needed is kept as long as the news that the deal is strategic may be on its way. */
    private static boolean mayStillBeNeeded(Closure closure, ClosureItem item) {
        return closure.canBeExtended() && ClosureTemplate.STRATEGIC.items().contains(item);
    }

    static Decision<Event> reopenCollection(Closure closure) {
        var contract = closure.opening().contractId();
        var checklist = closure.checklist();
        if (!checklist.items().contains(FULL_COLLECTION)) {
            return refused(ITEM_NOT_ON_CHECKLIST);
        }
        if (!checklist.isDone(FULL_COLLECTION)) {
            return unchanged();
        }
        return accepted(
                checklist.isClosed()
                        ? new ClosureItemReopenedAfterClose(contract, FULL_COLLECTION)
                        : new ClosureItemReopened(contract, FULL_COLLECTION));
    }

    /** Each task is done once, lessons are recorded as often as there are some. */
    static Decision<Event> record(Closure closure, TaskCommand task, Occasion occasion) {
        var today = occasion.today();
        var contract = closure.opening().contractId();
        var checklist = closure.checklist();
        if (!checklist.items().contains(itemOf(task))) {
            return refused(ITEM_NOT_ON_CHECKLIST);
        }
        return switch (task) {
            case SubmitSummaryReport(var document, var reference) ->
                SummaryReport.needed(
                        document,
                        reference,
                        occasion,
                        report -> checklist.tickOnce(
                                SUMMARY_REPORT,
                                new SummaryReportSubmitted(contract, report.reference(), report.document())));
            case RecordLesson(var experience, var text) ->
                check().text("/text", text, LESSON_MISSING)
                        .then(() -> checklist.tick(new LessonRecorded(contract, experience, text)));
            case ReleasePeople(var members) ->
                Members.checkReleased(members)
                        .then(() -> checklist.tickOnce(PEOPLE_RELEASED, new PeopleReleased(contract, members, today)));
            case EvaluateFinance(var revenue, var cost, var planned) -> {
                var result = new FinancialResult(revenue, cost, planned);
                yield result.check()
                        .then(() -> checklist.tickOnce(
                                FINANCIAL_EVALUATION,
                                new FinancialEvaluationDone(contract, revenue, cost, result.profit(), planned)));
            }
            case EvaluateQuality(var findings) ->
                check().text("/findings", findings, FINDINGS_MISSING)
                        .then(() ->
                                checklist.tickOnce(QUALITY_EVALUATION, new QualityEvaluationDone(contract, findings)));
        };
    }

    private static ClosureItem itemOf(TaskCommand command) {
        return switch (command) {
            case SubmitSummaryReport _ -> SUMMARY_REPORT;
            case RecordLesson _ -> LESSONS;
            case ReleasePeople _ -> PEOPLE_RELEASED;
            case EvaluateFinance _ -> FINANCIAL_EVALUATION;
            case EvaluateQuality _ -> QUALITY_EVALUATION;
        };
    }

    static ClosureItem itemOf(TaskEvent event) {
        return switch (event) {
            case SummaryReportSubmitted _ -> SUMMARY_REPORT;
            case LessonRecorded _ -> LESSONS;
            case PeopleReleased _ -> PEOPLE_RELEASED;
            case FinancialEvaluationDone _ -> FINANCIAL_EVALUATION;
            case QualityEvaluationDone _ -> QUALITY_EVALUATION;
        };
    }

    static Evidence evidence(TaskEvent event) {
        return switch (event) {
            case SummaryReportSubmitted(var _, var reference, var document) ->
                SummaryReport.evidence(reference, document);
            case LessonRecorded _, PeopleReleased _, FinancialEvaluationDone _, QualityEvaluationDone _ ->
                Evidence.word(null);
        };
    }

    static Decision<Event> waive(Closure closure, ClosureItem item, String reason, String actor) {
        var contract = closure.opening().contractId();
        return closure.checklist().items().contains(item)
                ? closure.checklist().waive(item, reason, () -> new ClosureItemWaived(contract, item, reason, actor))
                : refusedAt("/item", ITEM_NOT_ON_CHECKLIST);
    }

    static Decision<Event> close(Closure closure, LocalDate today) {
        var opening = closure.opening();
        return closure.checklist()
                .close(
                        () -> new ProjectClosed(
                                opening.contractId(), opening.opportunityId(), opening.accountId(), today),
                        open -> new ClosureBlocked(opening.contractId(), open));
    }
}
