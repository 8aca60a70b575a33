package io.milepost.delivery.closure;

import static io.milepost.delivery.closure.Closure.ClosureItem.ARCHIVE;
import static io.milepost.delivery.closure.Closure.ClosureItem.FULL_COLLECTION;
import static io.milepost.delivery.closure.Closure.ClosureItem.SETTLEMENT;
import static io.milepost.delivery.closure.Closure.No.*;
import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.delivery.kernel.ClosingRefusal.*;
import static io.milepost.platform.decision.Checklist.No.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.kernel.Experience;
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
    private static final ReachedRefusals REACHED = ReachedRefusals.of(CLOSURE);
    private static final UUID ANY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final Scenario<Closure, Command, Event> NOTHING =
            Scenario.of(CLOSURE).recording(REACHED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-178, R-179, R-180, R-181, R-182: a task says what was done")
    void a_task_says_what_was_done() {
        var usd = Money.of("10.00", "USD");
        var below = Money.of("-0.01", "USD");
        var eur = Money.of("10.00", "EUR");
        var strategic = after(after(NOTHING, new OpenClosure(ANY, ANY, null, null)), new ExtendClosure());
        strategic.when(new SubmitSummaryReport(ANY, "folder 3")).thenRefused(DOCUMENT_NOT_IN_EFFECT, "/documentId");
        strategic.when(new SubmitSummaryReport(null, " ")).thenRefused(REFERENCE_MISSING, "/reference");
        strategic.when(new RecordLesson(Experience.SUCCESS, "")).thenRefused(LESSON_MISSING, "/text");
        strategic.when(new ReleasePeople(List.of())).thenRefused(MEMBER_MISSING, "/members");
        strategic.when(new ReleasePeople(List.of("kim", " "))).thenRefused(MEMBER_MISSING, "/members");
        strategic.when(new ReleasePeople(List.of("kim", "ann", "KIM"))).thenRefused(MEMBER_TWICE, "/members/2");
        strategic.when(new EvaluateFinance(below, usd, null)).thenRefused(AMOUNT_NEGATIVE, "/revenue");
        strategic.when(new EvaluateFinance(usd, below, null)).thenRefused(AMOUNT_NEGATIVE, "/cost");
        strategic.when(new EvaluateFinance(usd, eur, null)).thenRefused(CURRENCIES_MIXED, "/cost/currency");
        strategic.when(new EvaluateFinance(usd, usd, eur)).thenRefused(CURRENCIES_MIXED, "/plannedProfit/currency");
        strategic.when(new EvaluateQuality(" ")).thenRefused(FINDINGS_MISSING, "/findings");
        strategic.when(new WaiveItem(ARCHIVE, "in a hurry")).thenRefused(ITEM_NOT_WAIVABLE, "/item");
        after(NOTHING, new OpenClosure(ANY, ANY, null, null))
                .when(new EvaluateQuality("nobody asked"))
                .thenRefused(ITEM_NOT_ON_CHECKLIST);
    }

    @Test
    @DisplayName("R-184, G21: nothing is closed, waived or reopened out of order")
    void nothing_out_of_order() {
        NOTHING.when(new CloseProject()).thenUnknown();
        var open = after(NOTHING, new OpenClosure(ANY, ANY, null, null));
        open.when(new OpenClosure(ANY, ANY, null, null)).thenTaken();
        open.when(new WaiveItem(FULL_COLLECTION, " ")).thenRefused(REASON_MISSING, "/reason");
        var waived = after(open, new WaiveItem(FULL_COLLECTION, "carried over"));
        waived.when(new WaiveItem(FULL_COLLECTION, "another reason")).thenRefused(ITEM_ALREADY_WAIVED);
        after(open, new CompleteItem(FULL_COLLECTION))
                .when(new WaiveItem(FULL_COLLECTION, "carried over"))
                .thenRefused(ITEM_ALREADY_DONE);
        var blocked = (Decision.Refused<Event>) open.when(new CloseProject()).decision();
        open.when(new CloseProject())
                .thenRefusedOnRecord(ITEMS_OPEN, blocked.events().getFirst());
        for (var item : List.of(ClosureItem.COMPREHENSIVE_ACCEPTANCE, SETTLEMENT, ARCHIVE)) {
            waived = after(waived, new CompleteItem(item));
        }
        after(waived, new CloseProject())
                .when(new CompleteItem(FULL_COLLECTION))
                .thenRefused(PROJECT_CLOSED);
    }

    private static Scenario<Closure, Command, Event> after(Scenario<Closure, Command, Event> before, Record command) {
        return before.given(before.when(command).decision().events().getFirst());
    }
}
