package io.milepost.delivery.closure;

import static io.milepost.delivery.closure.Closure.ClosureItem.*;
import static io.milepost.delivery.closure.Closure.No.*;
import static io.milepost.delivery.kernel.ClosingRefusal.BOOKS_OUT;
import static io.milepost.delivery.kernel.ClosingRefusal.FINDINGS_MISSING;
import static io.milepost.delivery.kernel.ClosingRefusal.LESSON_MISSING;
import static io.milepost.delivery.kernel.ClosingRefusal.PAPERS_DESTROYED;
import static io.milepost.delivery.kernel.ClosingRefusal.PAPERS_MISSING;
import static io.milepost.platform.decision.Checklist.No.ITEM_ALREADY_WAIVED;
import static io.milepost.platform.decision.Checklist.No.PROJECT_CLOSED;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.kernel.Claims;
import io.milepost.delivery.kernel.FinancialResult;
import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Members;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.SummaryReport;
import io.milepost.delivery.kernel.Team;
import io.milepost.delivery.kernel.Unfinished;
import io.milepost.platform.decision.Checklist;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the items of a checklist are completed: by facts of elsewhere, by what people do, or waived; then it is closed. */
final class Completing {
    private Completing() {}

    static Decision<Event> open(OpenClosure open, Occasion occasion) {
        var template = occasion.read(ClosureTemplate.class).orElse(ClosureTemplate.STANDARD);
        return accepted(new ClosureOpened(
                occasion.id(),
                open.opportunityId(),
                open.accountId(),
                ClosureKind.DELIVERY_PROJECT,
                template.name(),
                template.version(),
                template.items(),
                template.waivable()));
    }

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

    /** Nobody closes it any more; what is told of elsewhere is noted all the same. */
    static Decision<Event> callOff(Closure closure, LocalDate on) {
        if (closure.calledOff()) {
            return unchanged();
        }
        return closure.checklist().isClosed()
                ? refused(PROJECT_CLOSED)
                : accepted(new ClosureCalledOff(closure.opening().contractId(), on));
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

    /**
     * Each task is done once, lessons are recorded as often as there are some. What the checklist does not ask for may be done all the same,
     * and holds nothing back.
     */
    static Decision<Event> record(Closure closure, TaskCommand task, Occasion occasion) {
        var today = occasion.today();
        var contract = closure.opening().contractId();
        var checklist = closure.checklist();
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
            case ReleasePeople(var members, var resources) ->
                Members.checkReleased(members, Team.of(occasion))
                        .then(() -> checklist.tickOnce(
                                PEOPLE_RELEASED, new PeopleReleased(contract, members, today, resources)));
            case EvaluateFinance(var revenue, var cost, var profit, var stated, var plannedCost) -> {
                var planned = stated != null ? stated : Agreed.of(occasion).value();
                var result = new FinancialResult(revenue, cost, profit, planned, plannedCost);
                yield result.check()
                        .then(() -> checklist.tickOnce(
                                FINANCIAL_EVALUATION,
                                new FinancialEvaluationDone(
                                        contract,
                                        revenue,
                                        cost,
                                        result.profit(),
                                        result.expectedProfit(),
                                        planned,
                                        plannedCost)));
            }
            case EvaluateQuality(var findings) ->
                check().text("/findings", findings, FINDINGS_MISSING)
                        .then(() ->
                                checklist.tickOnce(QUALITY_EVALUATION, new QualityEvaluationDone(contract, findings)));
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

    static Decision<Event> waive(Closure closure, ClosureItem item, String reason, Occasion occasion) {
        var contract = closure.opening().contractId();
        var checklist = closure.checklist();
        var waived =
                new ClosureItemWaived(contract, item, reason, occasion.who().name());
        if (item == DELIVERY) {
            return waiveDelivery(checklist, waived, Unfinished.of(occasion));
        }
        return checklist.items().contains(item)
                ? checklist.waive(item, reason, () -> waived)
                : refusedAt("/item", ITEM_NOT_ON_CHECKLIST);
    }

    /** What is not done of a delivery can be let go before its closing, and not in advance. */
    private static Decision<Event> waiveDelivery(
            Checklist<ClosureItem, TaskEvent> checklist, ClosureItemWaived waived, Unfinished unfinished) {
        var before = checklist.waiver(DELIVERY);
        if (before.isPresent()) {
            return before.get().reason().equals(waived.reason()) ? unchanged() : refused(ITEM_ALREADY_WAIVED);
        }
        return check().that(!checklist.isClosed(), PROJECT_CLOSED)
                .that(!unfinished.isNothing(), NOTHING_TO_WAIVE)
                .reason("/reason", waived.reason())
                .accept(() -> waived);
    }

    /** A resource in use is a release that is missing, and a book that is out is not recovered, whatever the checklist asks for. */
    static Decision<Event> close(Closure closure, Occasion occasion) {
        var opening = closure.opening();
        var contract = opening.contractId();
        var today = occasion.today();
        var checklist = closure.checklist();
        if (!checklist.isClosed()) {
            if (occasion.holderOf(Claims.ALLOCATED, contract.toString()).isPresent()) {
                return blocked(closure, refused(RESOURCES_IN_USE), PEOPLE_RELEASED, occasion);
            }
            if (occasion.holderOf(Claims.BOOK_OUT, opening.opportunityId().toString())
                    .isPresent()) {
                return blocked(closure, refused(BOOKS_OUT), REGISTER_BOOKS, occasion);
            }
            if (checklist.isDone(ARCHIVE) && !Papers.areKept(occasion, contract)) {
                return blocked(closure, refused(PAPERS_DESTROYED), ARCHIVE, occasion);
            }
            var listed = Listed.of(occasion);
            if (listed.isAllThatLacks(checklist, ARCHIVE)) {
                return blocked(closure, refused(PAPERS_MISSING, listed.said()), ARCHIVE, occasion);
            }
            var unfinished = Unfinished.of(occasion);
            if (checklist.open().isEmpty()
                    && !unfinished.isNothing()
                    && checklist.waiver(DELIVERY).isEmpty()) {
                return blocked(closure, refused(DELIVERY_UNFINISHED, unfinished.said()), DELIVERY, occasion);
            }
        }
        return once(
                closure,
                checklist.close(
                        () -> new ProjectClosed(contract, opening.opportunityId(), opening.accountId(), today),
                        open -> new ClosureBlocked(contract, open, seller(occasion))));
    }

    private static @Nullable String seller(Occasion occasion) {
        return occasion.read(SoldContract.class).map(SoldContract::owner).orElse(null);
    }

    private static Decision<Event> blocked(
            Closure closure, Decision.Refused<Event> refused, ClosureItem besides, Occasion occasion) {
        var open = Stream.concat(closure.checklist().open().stream(), Stream.of(besides))
                .distinct()
                .toList();
        return once(
                closure,
                refused.onRecord(List.of(new ClosureBlocked(closure.opening().contractId(), open, seller(occasion)))));
    }

    /** Whoever tries again while nothing has changed is refused again, and nobody is told again. */
    private static Decision<Event> once(Closure closure, Decision<Event> decision) {
        return decision instanceof Decision.Refused<Event> refused
                        && refused.events().stream()
                                .anyMatch(event -> event instanceof ClosureBlocked blocked
                                        && blocked.open().equals(closure.blockedBy()))
                ? refused.onRecord(List.of())
                : decision;
    }
}
