package io.milepost.delivery.closure.domain;

import static io.milepost.delivery.closure.domain.ClosureRefusal.*;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.closure.domain.Closure.Closed;
import io.milepost.delivery.closure.domain.Closure.Known;
import io.milepost.delivery.closure.domain.ClosureCommand.EvaluateFinance;
import io.milepost.delivery.closure.domain.ClosureCommand.EvaluateQuality;
import io.milepost.delivery.closure.domain.ClosureCommand.RecordLesson;
import io.milepost.delivery.closure.domain.ClosureCommand.ReleasePeople;
import io.milepost.delivery.closure.domain.ClosureCommand.SubmitSummaryReport;
import io.milepost.delivery.closure.domain.ClosureCommand.TaskCommand;
import io.milepost.delivery.closure.domain.ClosureEvent.FinancialEvaluationDone;
import io.milepost.delivery.closure.domain.ClosureEvent.LessonRecorded;
import io.milepost.delivery.closure.domain.ClosureEvent.PeopleReleased;
import io.milepost.delivery.closure.domain.ClosureEvent.QualityEvaluationDone;
import io.milepost.delivery.closure.domain.ClosureEvent.SummaryReportSubmitted;
import io.milepost.delivery.closure.domain.ClosureEvent.TaskEvent;
import io.milepost.delivery.kernel.FinancialResult;
import io.milepost.delivery.kernel.Work;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import java.time.LocalDate;
import java.util.function.Supplier;

/** What people do to close a strategic deal's delivery: each once, lessons as often as there are some. */
final class Tasks {

    private Tasks() {}

    static Decision<ClosureEvent> decide(Known closure, TaskCommand command, LocalDate today) {
        if (!closure.checklist().items().contains(itemOf(command))) {
            return refused(ITEM_NOT_ON_CHECKLIST);
        }
        var contract = closure.project().contractId();
        return switch (command) {
            case SubmitSummaryReport(var reference) ->
                did(closure, new Work.Report(reference), () -> new SummaryReportSubmitted(contract, reference));
            case RecordLesson(var experience, var text) ->
                did(closure, new Work.Learning(text), () -> new LessonRecorded(contract, experience, text));
            case ReleasePeople(var members) ->
                did(closure, new Work.Release(members), () -> new PeopleReleased(contract, members, today));
            case EvaluateFinance(var revenue, var cost, var planned) -> {
                var result = new FinancialResult(revenue, cost, planned);
                yield did(
                        closure,
                        new Work.Finance(result),
                        () -> new FinancialEvaluationDone(contract, revenue, cost, result.profit(), planned));
            }
            case EvaluateQuality(var findings) ->
                did(closure, new Work.Quality(findings), () -> new QualityEvaluationDone(contract, findings));
        };
    }

    /** Which item a fact ticks off. */
    static ClosureItem itemOf(TaskEvent event) {
        return switch (event) {
            case SummaryReportSubmitted _ -> ClosureItem.SUMMARY_REPORT;
            case LessonRecorded _ -> ClosureItem.LESSONS;
            case PeopleReleased _ -> ClosureItem.PEOPLE_RELEASED;
            case FinancialEvaluationDone _ -> ClosureItem.FINANCIAL_EVALUATION;
            case QualityEvaluationDone _ -> ClosureItem.QUALITY_EVALUATION;
        };
    }

    private static ClosureItem itemOf(TaskCommand command) {
        return switch (command) {
            case SubmitSummaryReport _ -> ClosureItem.SUMMARY_REPORT;
            case RecordLesson _ -> ClosureItem.LESSONS;
            case ReleasePeople _ -> ClosureItem.PEOPLE_RELEASED;
            case EvaluateFinance _ -> ClosureItem.FINANCIAL_EVALUATION;
            case EvaluateQuality _ -> ClosureItem.QUALITY_EVALUATION;
        };
    }

    private static Decision<ClosureEvent> did(Known closure, Work work, Supplier<TaskEvent> event) {
        return work.fault()
                .<Decision<ClosureEvent>>map(Work.Fault::refused)
                .orElseGet(() -> tick(closure, event.get()));
    }

    private static Decision<ClosureEvent> tick(Known closure, TaskEvent event) {
        var checklist = closure.checklist();
        if (checklist.tasks().contains(event)) {
            return unchanged();
        }
        if (closure instanceof Closed) {
            return refused(PROJECT_CLOSED);
        }
        return checklist.done().contains(itemOf(event)) && !(event instanceof LessonRecorded)
                ? refused(ITEM_ALREADY_DONE)
                : accepted(event);
    }

    private static Refused<ClosureEvent> refused(ClosureRefusal reason) {
        return Decision.refused(reason);
    }
}
