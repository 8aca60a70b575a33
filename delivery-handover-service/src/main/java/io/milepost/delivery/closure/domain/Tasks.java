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
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import java.time.LocalDate;
import java.util.UUID;

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
                reference.isBlank()
                        ? refused(REFERENCE_MISSING).at("/reference")
                        : did(closure, new SummaryReportSubmitted(contract, reference));
            case RecordLesson(var experience, var text) ->
                text.isBlank()
                        ? refused(LESSON_MISSING).at("/text")
                        : did(closure, new LessonRecorded(contract, experience, text));
            case ReleasePeople(var members) ->
                members.isEmpty() || members.stream().anyMatch(String::isBlank)
                        ? refused(MEMBER_MISSING).at("/members")
                        : did(closure, new PeopleReleased(contract, members, today));
            case EvaluateFinance(var revenue, var cost, var planned) ->
                evaluate(closure, contract, new FinancialResult(revenue, cost, planned));
            case EvaluateQuality(var findings) ->
                findings.isBlank()
                        ? refused(FINDINGS_MISSING).at("/findings")
                        : did(closure, new QualityEvaluationDone(contract, findings));
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

    private static Decision<ClosureEvent> evaluate(Known closure, UUID contract, FinancialResult result) {
        var negative = result.negative();
        if (negative.isPresent()) {
            return refused(AMOUNT_NEGATIVE).at(negative.get());
        }
        var foreign = result.foreign();
        return foreign.isPresent()
                ? refused(CURRENCIES_MIXED).at(foreign.get())
                : did(
                        closure,
                        new FinancialEvaluationDone(
                                contract, result.revenue(), result.cost(), result.profit(), result.plannedProfit()));
    }

    private static Decision<ClosureEvent> did(Known closure, TaskEvent event) {
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
