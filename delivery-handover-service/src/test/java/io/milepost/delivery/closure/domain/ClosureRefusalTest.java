package io.milepost.delivery.closure.domain;

import static io.milepost.delivery.closure.domain.ClosureItem.ARCHIVE;
import static io.milepost.delivery.closure.domain.ClosureItem.FULL_COLLECTION;
import static io.milepost.delivery.closure.domain.ClosureItem.SETTLEMENT;
import static io.milepost.delivery.closure.domain.ClosureRefusal.*;
import static io.milepost.delivery.kernel.TaskRefusal.*;

import io.milepost.delivery.closure.ClosureMessages;
import io.milepost.delivery.closure.domain.ClosureCommand.CloseProject;
import io.milepost.delivery.closure.domain.ClosureCommand.CompleteItem;
import io.milepost.delivery.closure.domain.ClosureCommand.EvaluateFinance;
import io.milepost.delivery.closure.domain.ClosureCommand.EvaluateQuality;
import io.milepost.delivery.closure.domain.ClosureCommand.ExtendClosure;
import io.milepost.delivery.closure.domain.ClosureCommand.OpenClosure;
import io.milepost.delivery.closure.domain.ClosureCommand.RecordLesson;
import io.milepost.delivery.closure.domain.ClosureCommand.ReleasePeople;
import io.milepost.delivery.closure.domain.ClosureCommand.SubmitSummaryReport;
import io.milepost.delivery.closure.domain.ClosureCommand.WaiveItem;
import io.milepost.delivery.kernel.Experience;
import io.milepost.delivery.kernel.TaskRefusal;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every reason for which a closure says no, with the standard checklist and with the strategic one. */
class ClosureRefusalTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(ClosureRefusal.class);
    private static final ReachedRefusals FAULTS = ReachedRefusals.of(TaskRefusal.class);
    private static final UUID ANY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final Scenario<Closure, ClosureCommand, ClosureEvent> NOTHING =
            Scenario.of(ClosureMessages.CLOSURE).recording(REACHED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
        FAULTS.assertComplete();
    }

    @Test
    @DisplayName("R-178, R-179, R-180, R-181, R-182: a task says what was done")
    void a_task_says_what_was_done() {
        var usd = Money.of("10.00", "USD");
        var below = Money.of("-0.01", "USD");
        var eur = Money.of("10.00", "EUR");
        var strategic = after(after(NOTHING, new OpenClosure(ANY, ANY)), new ExtendClosure());
        var working = strategic.recording(FAULTS);
        working.when(new SubmitSummaryReport(" ")).thenRefused(REFERENCE_MISSING, "/reference");
        working.when(new RecordLesson(Experience.SUCCESS, "")).thenRefused(LESSON_MISSING, "/text");
        working.when(new ReleasePeople(List.of())).thenRefused(MEMBER_MISSING, "/members");
        working.when(new ReleasePeople(List.of("kim", " "))).thenRefused(MEMBER_MISSING, "/members");
        working.when(new ReleasePeople(List.of("kim", "ann", "KIM"))).thenRefused(MEMBER_TWICE, "/members/2");
        working.when(new EvaluateFinance(below, usd, null)).thenRefused(AMOUNT_NEGATIVE, "/revenue");
        working.when(new EvaluateFinance(usd, below, null)).thenRefused(AMOUNT_NEGATIVE, "/cost");
        working.when(new EvaluateFinance(usd, eur, null)).thenRefused(CURRENCIES_MIXED, "/cost/currency");
        working.when(new EvaluateFinance(usd, usd, eur)).thenRefused(CURRENCIES_MIXED, "/plannedProfit/currency");
        working.when(new EvaluateQuality(" ")).thenRefused(FINDINGS_MISSING, "/findings");
        strategic.when(new WaiveItem(ARCHIVE, "in a hurry")).thenRefused(ITEM_NOT_WAIVABLE, "/item");
        after(NOTHING, new OpenClosure(ANY, ANY))
                .when(new EvaluateQuality("nobody asked"))
                .thenRefused(ITEM_NOT_ON_CHECKLIST);
    }

    @Test
    @DisplayName("R-184, G21: nothing is closed, waived or reopened out of order")
    void nothing_out_of_order() {
        NOTHING.when(new CloseProject()).thenRefused(CLOSURE_UNKNOWN);
        var open = after(NOTHING, new OpenClosure(ANY, ANY));
        open.when(new OpenClosure(ANY, ANY)).thenRefused(CLOSURE_ALREADY_OPENED);
        open.when(new WaiveItem(FULL_COLLECTION, " ")).thenRefused(REASON_MISSING, "/reason");
        var waived = after(open, new WaiveItem(FULL_COLLECTION, "carried over"));
        waived.when(new WaiveItem(FULL_COLLECTION, "another reason")).thenRefused(ITEM_ALREADY_WAIVED);
        after(open, new CompleteItem(FULL_COLLECTION))
                .when(new WaiveItem(FULL_COLLECTION, "carried over"))
                .thenRefused(ITEM_ALREADY_DONE);
        var blocked =
                (Decision.Refused<ClosureEvent>) open.when(new CloseProject()).decision();
        open.when(new CloseProject())
                .thenRefusedOnRecord(ITEMS_OPEN, blocked.events().getFirst());
        for (var item : List.of(ClosureItem.COMPREHENSIVE_ACCEPTANCE, SETTLEMENT, ARCHIVE)) {
            waived = after(waived, new CompleteItem(item));
        }
        after(waived, new CloseProject())
                .when(new CompleteItem(FULL_COLLECTION))
                .thenRefused(PROJECT_CLOSED);
    }

    private static Scenario<Closure, ClosureCommand, ClosureEvent> after(
            Scenario<Closure, ClosureCommand, ClosureEvent> before, ClosureCommand command) {
        return before.given(before.when(command).decision().events().getFirst());
    }
}
