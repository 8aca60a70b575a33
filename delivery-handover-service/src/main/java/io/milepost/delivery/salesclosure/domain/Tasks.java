package io.milepost.delivery.salesclosure.domain;

import static io.milepost.delivery.salesclosure.domain.SalesClosureRefusal.*;
import static io.milepost.delivery.salesclosure.domain.SalesClosureRefusal.DAY_IMPLAUSIBLE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.kernel.FinancialResult;
import io.milepost.delivery.kernel.Horizon;
import io.milepost.delivery.kernel.Work;
import io.milepost.delivery.salesclosure.domain.SalesClosure.Closed;
import io.milepost.delivery.salesclosure.domain.SalesClosure.Known;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.EvaluateSalesFinance;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.EvaluateSalesQuality;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.HoldReview;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.RecordSalesLesson;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.ReleaseSalesTeam;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.SubmitSalesReport;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.TaskCommand;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesFinanceEvaluated;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesLessonRecorded;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesQualityEvaluated;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesReportSubmitted;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesReviewHeld;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesTeamReleased;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.TaskEvent;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;

/** What people do to close a sales project: each once, lessons as often as there are some. */
final class Tasks {

    private Tasks() {}

    static Decision<SalesClosureEvent> decide(Known closure, TaskCommand command, LocalDate today) {
        var opportunity = closure.opening().opportunityId();
        return switch (command) {
            case HoldReview(var heldOn, var minutes) -> {
                var day = Objects.requireNonNullElse(heldOn, today);
                if (day.isAfter(today)) {
                    yield refused(HELD_IN_FUTURE).at("/heldOn");
                }
                yield Horizon.NEAR.reaches(day, today)
                        ? tick(closure, new SalesReviewHeld(opportunity, day, minutes))
                        : refused(DAY_IMPLAUSIBLE).at("/heldOn");
            }
            case SubmitSalesReport(var reference) ->
                did(closure, new Work.Report(reference), () -> new SalesReportSubmitted(opportunity, reference));
            case RecordSalesLesson(var experience, var text) ->
                did(closure, new Work.Learning(text), () -> new SalesLessonRecorded(opportunity, experience, text));
            case ReleaseSalesTeam(var members) ->
                did(closure, new Work.Release(members), () -> new SalesTeamReleased(opportunity, members, today));
            case EvaluateSalesFinance(var revenue, var cost, var planned) -> {
                var result = new FinancialResult(revenue, cost, planned);
                yield did(
                        closure,
                        new Work.Finance(result),
                        () -> new SalesFinanceEvaluated(opportunity, revenue, cost, result.profit(), planned));
            }
            case EvaluateSalesQuality(var findings) ->
                did(closure, new Work.Quality(findings), () -> new SalesQualityEvaluated(opportunity, findings));
        };
    }

    /** Which item a fact ticks off. */
    static SalesItem itemOf(TaskEvent event) {
        return switch (event) {
            case SalesReviewHeld _ -> SalesItem.PROJECT_REVIEW;
            case SalesReportSubmitted _ -> SalesItem.SUMMARY_REPORT;
            case SalesLessonRecorded _ -> SalesItem.LESSONS;
            case SalesTeamReleased _ -> SalesItem.PEOPLE_RELEASED;
            case SalesFinanceEvaluated _ -> SalesItem.FINANCIAL_EVALUATION;
            case SalesQualityEvaluated _ -> SalesItem.QUALITY_EVALUATION;
        };
    }

    private static Decision<SalesClosureEvent> did(Known closure, Work work, Supplier<TaskEvent> event) {
        return work.fault()
                .<Decision<SalesClosureEvent>>map(Work.Fault::refused)
                .orElseGet(() -> tick(closure, event.get()));
    }

    private static Decision<SalesClosureEvent> tick(Known closure, TaskEvent event) {
        var checklist = closure.checklist();
        if (checklist.tasks().contains(event)) {
            return unchanged();
        }
        if (closure instanceof Closed) {
            return refused(PROJECT_CLOSED);
        }
        return checklist.done().contains(itemOf(event)) && !(event instanceof SalesLessonRecorded)
                ? refused(ITEM_ALREADY_DONE)
                : accepted(event);
    }

    private static Refused<SalesClosureEvent> refused(SalesClosureRefusal reason) {
        return Decision.refused(reason);
    }
}
