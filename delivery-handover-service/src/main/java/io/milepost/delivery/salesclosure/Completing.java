package io.milepost.delivery.salesclosure;

import static io.milepost.delivery.kernel.ClosingRefusal.BOOKS_OUT;
import static io.milepost.delivery.kernel.ClosingRefusal.FINDINGS_MISSING;
import static io.milepost.delivery.kernel.ClosingRefusal.LESSON_MISSING;
import static io.milepost.delivery.kernel.ClosingRefusal.PAPERS_DESTROYED;
import static io.milepost.delivery.kernel.ClosingRefusal.PAPERS_MISSING;
import static io.milepost.delivery.salesclosure.SalesClosure.No.*;
import static io.milepost.delivery.salesclosure.SalesClosure.SalesItem.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.delivery.kernel.Appointed;
import io.milepost.delivery.kernel.Claims;
import io.milepost.delivery.kernel.FinancialResult;
import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Members;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.kernel.SummaryReport;
import io.milepost.delivery.kernel.Team;
import io.milepost.delivery.salesclosure.SalesClosure.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Evidence;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the items of a sales project are completed: by what people do and by the archive, or waived; then it is closed. */
final class Completing {
    private Completing() {}

    /** A project is given up before its deal ends, and then it has ended already; any other two ends contradict each other. */
    static Decision<Event> again(SalesClosureOpened opening, OpenSalesClosure open) {
        var same = opening.outcome() == open.outcome() && Objects.equals(opening.contractId(), open.contractId());
        return same || opening.outcome() == Outcome.TERMINATED || open.outcome() == Outcome.TERMINATED
                ? unchanged()
                : refused(ENDED_OTHERWISE);
    }

    /** Facts are noted all the same. */
    static Decision<Event> afterReopening(SalesClosure closure, Command command, Occasion occasion) {
        return switch (command) {
            case OpenSalesClosure open -> SalesClosure.open(open, occasion);
            case NoteArchive _ -> noteArchive(closure);
            case CallOffClosure _ -> unchanged();
            case ConfirmContract _, TaskCommand _, WaiveSalesItem _, CloseSalesProject _ -> refused(CLOSURE_CALLED_OFF);
        };
    }

    /** Also after the close: that the contract's delivery needs more items does not depend on this project. */
    static Decision<Event> confirm(SalesClosure closure, UUID contractId) {
        if (!contractId.equals(closure.opening().contractId())) {
            return refusedAt("/contractId", CONTRACT_FOREIGN);
        }
        return closure.confirmed()
                ? unchanged()
                : accepted(new SalesContractConfirmed(closure.opening().opportunityId(), contractId));
    }

    static Decision<Event> noteArchive(SalesClosure closure) {
        return closure.checklist().isDone(ARCHIVE)
                ? unchanged()
                : accepted(new SalesArchiveDone(closure.opening().opportunityId()));
    }

    /** Each task is done once, lessons are recorded as often as there are some. */
    static Decision<Event> record(SalesClosure closure, TaskCommand task, Occasion occasion) {
        var today = occasion.today();
        var deal = closure.opening().opportunityId();
        var checklist = closure.checklist();
        return switch (task) {
            case HoldReview(var heldOn, var minutes) -> {
                var on = Objects.requireNonNullElse(heldOn, today);
                yield check().that(!on.isAfter(today), "/heldOn", HELD_IN_FUTURE)
                        .within(NEAR, "/heldOn", on, today)
                        .then(() -> checklist.tickOnce(PROJECT_REVIEW, new SalesReviewHeld(deal, on, minutes)));
            }
            case SubmitSalesReport(var document, var reference) ->
                SummaryReport.needed(
                        document,
                        reference,
                        occasion,
                        report -> checklist.tickOnce(
                                SUMMARY_REPORT, new SalesReportSubmitted(deal, report.reference(), report.document())));
            case RecordSalesLesson(var experience, var text) ->
                check().text("/text", text, LESSON_MISSING)
                        .then(() -> checklist.tick(new SalesLessonRecorded(deal, experience, text)));
            case ReleaseSalesTeam(var members) ->
                Members.checkReleased(members, Team.of(occasion))
                        .then(() -> checklist.tickOnce(PEOPLE_RELEASED, new SalesTeamReleased(deal, members, today)));
            case EvaluateSalesFinance(var revenue, var cost, var profit, var planned, var plannedCost) -> {
                var result = new FinancialResult(revenue, cost, profit, planned, plannedCost);
                yield result.check()
                        .then(() -> checklist.tickOnce(
                                FINANCIAL_EVALUATION,
                                new SalesFinanceEvaluated(
                                        deal,
                                        revenue,
                                        cost,
                                        result.profit(),
                                        result.expectedProfit(),
                                        planned,
                                        plannedCost)));
            }
            case EvaluateSalesQuality(var findings) ->
                check().text("/findings", findings, FINDINGS_MISSING)
                        .then(() -> checklist.tickOnce(QUALITY_EVALUATION, new SalesQualityEvaluated(deal, findings)));
        };
    }

    static SalesItem itemOf(TaskEvent event) {
        return switch (event) {
            case SalesReviewHeld _ -> PROJECT_REVIEW;
            case SalesReportSubmitted _ -> SUMMARY_REPORT;
            case SalesLessonRecorded _ -> LESSONS;
            case SalesTeamReleased _ -> PEOPLE_RELEASED;
            case SalesFinanceEvaluated _ -> FINANCIAL_EVALUATION;
            case SalesQualityEvaluated _ -> QUALITY_EVALUATION;
        };
    }

    static Evidence evidence(TaskEvent event) {
        return switch (event) {
            case SalesReportSubmitted(var _, var reference, var document) ->
                SummaryReport.evidence(reference, document);
            case SalesReviewHeld(var _, var _, var minutes) -> Evidence.word(minutes);
            case SalesLessonRecorded _, SalesTeamReleased _, SalesFinanceEvaluated _, SalesQualityEvaluated _ ->
                Evidence.word(null);
        };
    }

    static Decision<Event> waive(SalesClosure closure, SalesItem item, String reason, String actor) {
        var deal = closure.opening().opportunityId();
        return closure.checklist().waive(item, reason, () -> new SalesItemWaived(deal, item, reason, actor));
    }

    /** A book that is out is not recovered, whatever the checklist asks for. */
    static Decision<Event> close(SalesClosure closure, Occasion occasion) {
        var opening = closure.opening();
        var today = occasion.today();
        var deal = opening.opportunityId();
        if (!closure.checklist().isClosed()) {
            if (occasion.holderOf(Claims.BOOK_OUT, deal.toString()).isPresent()) {
                return blocked(closure, refused(BOOKS_OUT), REGISTER_BOOKS, occasion);
            }
            if (closure.checklist().isDone(ARCHIVE) && !Papers.areKept(occasion, deal)) {
                return blocked(closure, refused(PAPERS_DESTROYED), ARCHIVE, occasion);
            }
            var listed = Listed.of(occasion);
            if (listed.isAllThatLacks(closure.checklist(), ARCHIVE)) {
                return blocked(closure, refused(PAPERS_MISSING, listed.said()), ARCHIVE, occasion);
            }
        }
        return once(
                closure,
                closure.checklist()
                        .close(
                                () -> new SalesProjectClosed(deal, opening.outcome(), opening.contractId(), today),
                                open -> new SalesClosureBlocked(deal, open, director(occasion))));
    }

    private static @Nullable String director(Occasion occasion) {
        return Appointed.directors(occasion).stream().sorted().findFirst().orElse(null);
    }

    private static Decision<Event> blocked(
            SalesClosure closure, Decision.Refused<Event> refused, SalesItem besides, Occasion occasion) {
        var deal = closure.opening().opportunityId();
        var open = Stream.concat(closure.checklist().open().stream(), Stream.of(besides))
                .distinct()
                .toList();
        return once(closure, refused.onRecord(List.of(new SalesClosureBlocked(deal, open, director(occasion)))));
    }

    /** Whoever tries again while nothing has changed is refused again, and nobody is told again. */
    private static Decision<Event> once(SalesClosure closure, Decision<Event> decision) {
        return decision instanceof Decision.Refused<Event> refused
                        && refused.events().stream()
                                .anyMatch(event -> event instanceof SalesClosureBlocked blocked
                                        && blocked.open().equals(closure.blockedBy()))
                ? refused.onRecord(List.of())
                : decision;
    }

    static SalesClosure evolve(SalesClosure closure, Event event) {
        var list = closure.checklist();
        return switch (event) {
            case SalesClosureOpened again -> again(closure, again);
            case SalesClosureBlocked blocked ->
                new SalesClosure(closure.opening(), list, closure.confirmed(), closure.calledOff(), blocked.open());
            case SalesClosureCalledOff _ ->
                new SalesClosure(closure.opening(), list, closure.confirmed(), true, closure.blockedBy());
            case SalesContractConfirmed _ ->
                new SalesClosure(closure.opening(), list, true, closure.calledOff(), closure.blockedBy());
            case SalesArchiveDone _ -> closure.with(list.withDone(ARCHIVE, Evidence.fact(null)));
            case TaskEvent task -> closure.with(list.withDone(itemOf(task), evidence(task), task));
            case SalesItemWaived(var _, var item, var reason, var by) ->
                closure.with(list.withWaived(item, reason, by));
            case SalesProjectClosed closed -> closure.with(list.withClosed(closed.closedOn()));
        };
    }

    /** Papers that are filed stay filed; all else is done for each end. */
    private static SalesClosure again(SalesClosure closure, SalesClosureOpened next) {
        var fresh = SalesClosure.begin(next);
        return closure.checklist()
                .evidence(ARCHIVE)
                .map(filed -> fresh.with(fresh.checklist().withDone(ARCHIVE, filed)))
                .orElse(fresh);
    }
}
