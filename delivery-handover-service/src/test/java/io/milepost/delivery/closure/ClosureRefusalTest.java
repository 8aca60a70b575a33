package io.milepost.delivery.closure;

import static io.milepost.delivery.closure.Closure.ClosureItem.ARCHIVE;
import static io.milepost.delivery.closure.Closure.ClosureItem.FULL_COLLECTION;
import static io.milepost.delivery.closure.Closure.ClosureItem.SETTLEMENT;
import static io.milepost.delivery.closure.Closure.No.*;
import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.delivery.kernel.ClosingRefusal.*;
import static io.milepost.platform.decision.Checklist.No.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.kernel.Experience;
import io.milepost.delivery.kernel.Listed;
import io.milepost.delivery.kernel.Paper;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.kernel.Team;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every reason for which a closure says no, with the standard checklist and with the strategic one. */
class ClosureRefusalTest {
    private static final ReachedRefusals REACHED =
            ReachedRefusals.without(CLOSURE, List.of(DELIVERY_UNFINISHED, NOTHING_TO_WAIVE));
    private static final UUID ANY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final Scenario<Closure, Command, Event> NOTHING =
            Scenario.of(CLOSURE).reading(new Papers(true)).recording(REACHED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("Decision 44: nothing is done to close a contract that was signed by mistake")
    void nothing_is_closed_of_a_void_contract() {
        after(after(NOTHING, new OpenClosure(ANY, ANY, null, null)), new CallOffDeliveryClosure(LocalDate.EPOCH))
                .when(new CloseProject())
                .thenRefused(CLOSURE_CALLED_OFF);
    }

    @Test
    @DisplayName("R-180: a delivery is not closed while a resource of it is in use, and what is missing is on record")
    void a_resource_in_use_holds_the_closing_back() {
        var resource = "allocatedTo=" + Scenario.ID;
        var strategic = after(after(NOTHING, new OpenClosure(ANY, ANY, null, null)), new ExtendClosure());
        strategic
                .when(new CloseProject())
                .holding(resource, ANY)
                .thenRefusedOnRecord(
                        RESOURCES_IN_USE,
                        new ClosureBlocked(
                                Scenario.ID, strategic.state().checklist().open(), null));
        var released =
                strategic.given(new PeopleReleased(Scenario.ID, List.of("max"), LocalDate.parse("2026-03-01"), null));
        var open = new ArrayList<>(released.state().checklist().open());
        open.add(ClosureItem.PEOPLE_RELEASED);
        released.when(new CloseProject())
                .holding(resource, ANY)
                .thenRefusedOnRecord(RESOURCES_IN_USE, new ClosureBlocked(Scenario.ID, open, null));
    }

    @Test
    @DisplayName("R-029, R-184: a delivery is not closed while a register book of its deal is out")
    void a_book_that_is_out_holds_the_closing_back() {
        var closure = after(NOTHING, new OpenClosure(ANY, ANY, null, null));
        var open = new ArrayList<>(closure.state().checklist().open());
        open.add(ClosureItem.REGISTER_BOOKS);
        closure.when(new CloseProject())
                .holding("bookOutFor=" + ANY, new UUID(3, 3))
                .thenRefusedOnRecord(BOOKS_OUT, new ClosureBlocked(Scenario.ID, open, null));
    }

    @Test
    @DisplayName("R-183, R-184: papers that were destroyed before the end are not filed, unless others are")
    void destroyed_papers_are_not_filed() {
        var ready = NOTHING.given(new ClosureOpened(
                        Scenario.ID, ANY, ANY, ClosureKind.DELIVERY_PROJECT, "north", 1, List.of(ARCHIVE), List.of()))
                .given(new ClosureItemDone(Scenario.ID, ARCHIVE));
        ready.when(new CloseProject())
                .reading(new Papers(false))
                .thenRefusedOnRecord(PAPERS_DESTROYED, new ClosureBlocked(Scenario.ID, List.of(ARCHIVE), null));
        ready.when(new CloseProject())
                .reading(new Papers(false))
                .holding("filedFor=" + Scenario.ID, ANY)
                .then(new ProjectClosed(Scenario.ID, ANY, ANY, LocalDate.parse("2026-03-02")));
        ready.when(new CloseProject()).then(new ProjectClosed(Scenario.ID, ANY, ANY, LocalDate.parse("2026-03-02")));
    }

    @Test
    @DisplayName("R-183: a delivery is not closed while papers of it are in no record, which the refusal lists")
    void papers_that_are_missing_hold_the_closing_back() {
        var small = NOTHING.given(new ClosureOpened(
                Scenario.ID, ANY, ANY, ClosureKind.DELIVERY_PROJECT, "north", 1, List.of(ARCHIVE), List.of(ARCHIVE)));
        var bid = new Paper(ANY, "bid", "B-7", 2);
        var lacking = new Listed(List.of(bid), List.of(bid));
        var blocked = new ClosureBlocked(Scenario.ID, List.of(ARCHIVE), null);
        var filed = small.given(new ClosureItemDone(Scenario.ID, ARCHIVE));
        for (var closure : List.of(small, filed)) {
            var attempt = closure.when(new CloseProject()).reading(lacking);
            attempt.thenRefusedOnRecord(PAPERS_MISSING, blocked);
            assertThat(((Decision.Refused<?>) attempt.decision()).detail()).isEqualTo("not filed: bid B-7 version 2");
        }
        filed.when(new CloseProject())
                .reading(new Listed(List.of(bid), List.of()))
                .then(new ProjectClosed(Scenario.ID, ANY, ANY, LocalDate.parse("2026-03-02")));
        small.given(new ClosureItemWaived(Scenario.ID, ARCHIVE, "nothing on paper", "kim"))
                .when(new CloseProject())
                .reading(lacking)
                .then(new ProjectClosed(Scenario.ID, ANY, ANY, LocalDate.parse("2026-03-02")));
        after(NOTHING, new OpenClosure(ANY, ANY, null, null))
                .when(new CloseProject())
                .reading(lacking)
                .thenRefusedOnRecord(
                        ITEMS_OPEN, new ClosureBlocked(Scenario.ID, ClosureTemplate.STANDARD.items(), null));
    }

    @Test
    @DisplayName("R-181: the revenue that was planned is the value of the contract, unless another is stated")
    void the_contract_is_the_plan_of_the_revenue() {
        var usd = Money.of("10.00", "USD");
        var strategic = after(after(NOTHING, new OpenClosure(ANY, ANY, null, null)), new ExtendClosure());
        strategic
                .when(new EvaluateFinance(usd, usd, null, null, Money.of("4.00", "USD")))
                .reading(new Agreed(usd, null, null))
                .then(new FinancialEvaluationDone(
                        Scenario.ID,
                        usd,
                        usd,
                        Money.of("0.00", "USD"),
                        Money.of("6.00", "USD"),
                        usd,
                        Money.of("4.00", "USD")));
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
        strategic.when(new ReleasePeople(List.of(), null)).thenRefused(MEMBER_MISSING, "/members");
        strategic.when(new ReleasePeople(List.of("kim", " "), null)).thenRefused(MEMBER_MISSING, "/members");
        strategic.when(new ReleasePeople(List.of("kim", "ann", "KIM"), null)).thenRefused(MEMBER_TWICE, "/members/2");
        var staffed = strategic.reading(new Team(List.of("max", "eva")));
        staffed.when(new ReleasePeople(List.of("MAX"), null)).thenRefused(MEMBERS_NOT_RELEASED, "/members");
        staffed.when(new ReleasePeople(List.of("eva", "max", "lee"), null))
                .then(new PeopleReleased(
                        Scenario.ID, List.of("eva", "max", "lee"), LocalDate.parse("2026-03-02"), null));
        strategic.when(new EvaluateFinance(usd, usd, null, null, usd)).thenRefused(PLAN_MISSING, "/plannedRevenue");
        strategic.when(new EvaluateFinance(usd, usd, null, usd, null)).thenRefused(PLAN_MISSING, "/plannedCost");
        strategic.when(new EvaluateFinance(usd, usd, usd, usd, usd)).thenRefused(PLAN_INCONSISTENT, "/plannedProfit");
        strategic
                .when(new EvaluateFinance(usd, usd, null, eur, usd))
                .thenRefused(CURRENCIES_MIXED, "/plannedRevenue/currency");
        strategic
                .when(new EvaluateFinance(usd, usd, null, usd, eur))
                .thenRefused(CURRENCIES_MIXED, "/plannedCost/currency");
        strategic.when(new EvaluateFinance(usd, usd, null, below, usd)).thenRefused(AMOUNT_NEGATIVE, "/plannedRevenue");
        strategic.when(new EvaluateFinance(usd, usd, null, usd, below)).thenRefused(AMOUNT_NEGATIVE, "/plannedCost");
        strategic.when(new EvaluateFinance(below, usd, null, usd, usd)).thenRefused(AMOUNT_NEGATIVE, "/revenue");
        strategic.when(new EvaluateFinance(usd, below, null, usd, usd)).thenRefused(AMOUNT_NEGATIVE, "/cost");
        strategic.when(new EvaluateFinance(usd, eur, null, usd, usd)).thenRefused(CURRENCIES_MIXED, "/cost/currency");
        strategic
                .when(new EvaluateFinance(usd, usd, eur, usd, usd))
                .thenRefused(CURRENCIES_MIXED, "/plannedProfit/currency");
        strategic.when(new EvaluateQuality(" ")).thenRefused(FINDINGS_MISSING, "/findings");
        strategic.when(new WaiveItem(ARCHIVE, "in a hurry")).thenRefused(ITEM_NOT_WAIVABLE, "/item");
    }

    @Test
    @DisplayName("R-184, G21: nothing is closed, waived or reopened out of order")
    void nothing_out_of_order() {
        NOTHING.when(new CloseProject()).thenUnknown();
        var open = after(NOTHING, new OpenClosure(ANY, ANY, null, null));
        open.when(new WaiveItem(ClosureItem.LESSONS, "none")).thenRefused(ITEM_NOT_ON_CHECKLIST, "/item");
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
