package io.milepost.delivery.closure;

import static io.milepost.delivery.closure.Closure.ClosureItem.ARCHIVE;
import static io.milepost.delivery.closure.Closure.ClosureItem.COMPREHENSIVE_ACCEPTANCE;
import static io.milepost.delivery.closure.Closure.ClosureItem.FULL_COLLECTION;
import static io.milepost.delivery.closure.Closure.ClosureItem.SETTLEMENT;
import static io.milepost.delivery.closure.Closure.No.*;
import static io.milepost.platform.decision.Checklist.No.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.closure.ClosureCatalogue.ItemView;
import io.milepost.delivery.closure.ClosureCatalogue.View;
import io.milepost.delivery.kernel.Experience;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.DocumentVersion;
import io.milepost.platform.value.Evidence;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosureTest {
    private static final UUID CONTRACT = Scenario.ID;
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000a3");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final WaiveItem CARRY_OVER = new WaiveItem(FULL_COLLECTION, "carried over to the service contract");
    private static final ClosureItemWaived CARRIED_OVER =
            new ClosureItemWaived(CONTRACT, FULL_COLLECTION, CARRY_OVER.reason(), "kim");
    private static final ProjectClosed CLOSED = new ProjectClosed(CONTRACT, OPPORTUNITY, ACCOUNT, TODAY);
    private static final Scenario<Closure, Command, Event> NOTHING =
            Scenario.of(ClosureCatalogue.CLOSURE).reading(new Papers(true));
    private static final Scenario<Closure, Command, Event> OPENED =
            NOTHING.given(opened(ClosureTemplate.STANDARD.items(), List.of(FULL_COLLECTION)));

    @Test
    @DisplayName("Decision 43: opened once, with the checklist of the standard template")
    void is_opened_once_with_the_checklist_of_its_template() {
        NOTHING.when(new CloseProject()).thenUnknown();
        NOTHING.when(new OpenClosure(OPPORTUNITY, ACCOUNT, null, null))
                .then(new ClosureOpened(
                        CONTRACT,
                        OPPORTUNITY,
                        ACCOUNT,
                        ClosureKind.DELIVERY_PROJECT,
                        "standard",
                        1,
                        List.of(COMPREHENSIVE_ACCEPTANCE, SETTLEMENT, FULL_COLLECTION, ARCHIVE),
                        List.of(FULL_COLLECTION)))
                .when(new OpenClosure(OPPORTUNITY, ACCOUNT, null, null))
                .thenTaken();
    }

    @Test
    @DisplayName(
            "Decision 44: a contract that was signed by mistake has nothing to close, and one that is closed stays so")
    void a_void_contract_has_nothing_to_close() {
        var callOff = new CallOffDeliveryClosure(TODAY);
        var over = OPENED.given(done(ARCHIVE))
                .when(callOff)
                .unbound()
                .then(new ClosureCalledOff(CONTRACT, TODAY))
                .when(callOff)
                .unbound()
                .thenNothing();
        var view = View.of(over.state());
        assertThat(view.status()).isEqualTo("CALLED_OFF");
        assertThat(view.open()).isEmpty();
        over.when(new CloseProject()).thenRefused(CLOSURE_CALLED_OFF);
        over.when(CARRY_OVER).thenRefused(CLOSURE_CALLED_OFF);
        over.when(new RecordLesson(Experience.SUCCESS, "ask twice")).thenRefused(CLOSURE_CALLED_OFF);
        over.when(new CompleteItem(FULL_COLLECTION)).unbound().then(done(FULL_COLLECTION));
        OPENED.given(CLOSED).when(callOff).unbound().thenRefused(PROJECT_CLOSED);
    }

    @Test
    @DisplayName("R-184, G21: a project closes when every item is done, whatever the order, and then stays closed")
    void closes_when_every_item_is_done() {
        OPENED.when(new CompleteItem(ARCHIVE))
                .then(done(ARCHIVE))
                .when(new CompleteItem(ARCHIVE))
                .thenNothing()
                .when(new CompleteItem(FULL_COLLECTION))
                .then(done(FULL_COLLECTION))
                .when(new CompleteItem(COMPREHENSIVE_ACCEPTANCE))
                .then(done(COMPREHENSIVE_ACCEPTANCE))
                .when(new CompleteItem(SETTLEMENT))
                .then(done(SETTLEMENT))
                .when(new CloseProject())
                .then(CLOSED)
                .when(new CloseProject())
                .thenNothing()
                .when(new CompleteItem(SETTLEMENT))
                .thenNothing();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPREHENSIVE_ACCEPTANCE", "SETTLEMENT", "FULL_COLLECTION", "ARCHIVE"})
    @DisplayName("R-184, G21: each item alone blocks the closure, on record")
    void every_single_item_blocks_the_closure(ClosureItem open) {
        var almost = OPENED;
        for (var item : EnumSet.complementOf(EnumSet.of(open))) {
            almost = almost.given(done(item));
        }
        almost.when(new CloseProject())
                .thenRefusedOnRecord(ITEMS_OPEN, new ClosureBlocked(CONTRACT, List.of(open), null))
                .when(new CompleteItem(open))
                .then(done(open))
                .when(new CloseProject())
                .then(CLOSED);
    }

    @Test
    @DisplayName("G21: what is open is named in the order of the checklist, and is on record once until that changes")
    void a_blocked_closure_names_all_that_is_open() {
        var blocked = new ClosureBlocked(CONTRACT, List.of(COMPREHENSIVE_ACCEPTANCE, SETTLEMENT, ARCHIVE), null);
        OPENED.given(CARRIED_OVER)
                .when(new CloseProject())
                .thenRefusedOnRecord(ITEMS_OPEN, blocked)
                .when(new CloseProject())
                .thenRefused(ITEMS_OPEN)
                .given(done(SETTLEMENT))
                .when(new CloseProject())
                .thenRefusedOnRecord(
                        ITEMS_OPEN, new ClosureBlocked(CONTRACT, List.of(COMPREHENSIVE_ACCEPTANCE, ARCHIVE), null));
        OPENED.given(CARRIED_OVER)
                .when(new CloseProject())
                .reading(new SoldContract(ACCOUNT, "kim", null))
                .thenRefusedOnRecord(
                        ITEMS_OPEN,
                        new ClosureBlocked(CONTRACT, List.of(COMPREHENSIVE_ACCEPTANCE, SETTLEMENT, ARCHIVE), "kim"));
    }

    @Test
    @DisplayName("R-184, G21: open receivables are carried over by an approver with a reason")
    void open_receivables_are_carried_over() {
        OPENED.when(CARRY_OVER)
                .by("kim")
                .then(CARRIED_OVER)
                .when(CARRY_OVER)
                .by("ann")
                .thenNothing()
                .when(new WaiveItem(FULL_COLLECTION, "another reason"))
                .thenRefused(ITEM_ALREADY_WAIVED)
                .given(done(COMPREHENSIVE_ACCEPTANCE), done(SETTLEMENT), done(ARCHIVE))
                .when(new CloseProject())
                .then(CLOSED)
                .when(new CompleteItem(FULL_COLLECTION))
                .thenRefused(PROJECT_CLOSED);
    }

    @Test
    void what_is_done_after_all_needs_no_waiver() {
        var collected = OPENED.given(CARRIED_OVER)
                .when(new CompleteItem(FULL_COLLECTION))
                .then(done(FULL_COLLECTION));
        assertThat(view(collected).items())
                .contains(new ItemView(FULL_COLLECTION, "DONE", null, null, Evidence.fact(null)));
        collected.when(CARRY_OVER).thenRefused(ITEM_ALREADY_DONE);
    }

    @Test
    void a_waiver_has_a_reason() {
        OPENED.when(new WaiveItem(FULL_COLLECTION, " ")).thenRefused(REASON_MISSING, "/reason");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPREHENSIVE_ACCEPTANCE", "SETTLEMENT", "ARCHIVE"})
    @DisplayName("Domain 3.4: a project does not close without acceptance, settlement and archive")
    void the_template_says_what_nobody_may_waive(ClosureItem item) {
        OPENED.when(new WaiveItem(item, "in a hurry")).thenRefused(ITEM_NOT_WAIVABLE, "/item");
    }

    @Test
    @DisplayName("R-188: a closure asks for no more than the template that it was opened with")
    void asks_for_no_more_than_its_template() {
        var small = NOTHING.given(opened(List.of(ARCHIVE), List.of()));
        small.when(new CompleteItem(SETTLEMENT)).thenRefused(ITEM_NOT_ON_CHECKLIST, "/item");
        small.when(CARRY_OVER).thenRefused(ITEM_NOT_ON_CHECKLIST, "/item");
        small.when(new ReopenCollection()).thenRefused(ITEM_NOT_ON_CHECKLIST);
        small.given(done(ARCHIVE)).when(new CloseProject()).then(CLOSED);
    }

    @Test
    @DisplayName("R-178 to R-182: report, lessons, release and evaluations are recorded under every template, and hold"
            + " nothing back where it asks for none")
    void what_is_not_asked_for_may_be_done() {
        var usd = Money.of("10.00", "USD");
        var report = new NeededDocument("summary-report", "SR-3", CONTRACT, 2, "ann");
        var done = OPENED.when(new SubmitSummaryReport(OPPORTUNITY, null))
                .reading(report)
                .then(new SummaryReportSubmitted(CONTRACT, "SR-3", new DocumentVersion(OPPORTUNITY, "SR-3", 2)))
                .when(new RecordLesson(Experience.SUCCESS, "ask early"))
                .then(new LessonRecorded(CONTRACT, Experience.SUCCESS, "ask early"))
                .when(new ReleasePeople(List.of("max"), null))
                .then(new PeopleReleased(CONTRACT, List.of("max"), TODAY, null))
                .when(new EvaluateFinance(usd, usd, null, usd, usd))
                .then(new FinancialEvaluationDone(
                        CONTRACT, usd, usd, Money.of("0.00", "USD"), Money.of("0.00", "USD"), usd, usd))
                .when(new EvaluateQuality("fine"))
                .then(new QualityEvaluationDone(CONTRACT, "fine"))
                .when(new EvaluateQuality("better"))
                .thenRefused(ITEM_ALREADY_DONE);
        assertThat(view(done).open()).isEqualTo(view(OPENED).open());
        assertThat(view(done).items()).extracting(ItemView::item).contains(ClosureItem.QUALITY_EVALUATION);
        assertThat(view(OPENED).items()).extracting(ItemView::item).doesNotContain(ClosureItem.QUALITY_EVALUATION);
        done.given(done(COMPREHENSIVE_ACCEPTANCE), done(SETTLEMENT), done(ARCHIVE), done(FULL_COLLECTION), CLOSED)
                .when(new EvaluateQuality("too late"))
                .thenRefused(PROJECT_CLOSED);
    }

    @Test
    @DisplayName("R-142, decision 44: collected money that went back opens its item again, and it may be done or waived"
            + " again")
    void a_collection_is_reopened() {
        var ready =
                OPENED.given(done(COMPREHENSIVE_ACCEPTANCE), done(SETTLEMENT), done(ARCHIVE), done(FULL_COLLECTION));
        assertThat(view(ready).status()).isEqualTo("READY");
        var reopened = ready.when(new ReopenCollection())
                .then(new ClosureItemReopened(CONTRACT, FULL_COLLECTION))
                .when(new ReopenCollection())
                .thenNothing();
        assertThat(view(reopened).status()).isEqualTo("ITEMS_OPEN");
        assertThat(view(reopened).open()).containsExactly(FULL_COLLECTION);
        reopened.when(new CloseProject())
                .thenRefusedOnRecord(ITEMS_OPEN, new ClosureBlocked(CONTRACT, List.of(FULL_COLLECTION), null));
        reopened.when(CARRY_OVER).by("kim").then(CARRIED_OVER);
        reopened.when(new CompleteItem(FULL_COLLECTION))
                .then(done(FULL_COLLECTION))
                .when(new CloseProject())
                .then(CLOSED);
        OPENED.when(new ReopenCollection()).thenNothing();
    }

    @Test
    @DisplayName(
            "R-142, R-184: a closed project stays closed, and its history says what came up and how it was settled")
    void a_collection_is_reopened_after_the_close() {
        var closed = OPENED.given(
                        done(COMPREHENSIVE_ACCEPTANCE), done(SETTLEMENT), done(ARCHIVE), done(FULL_COLLECTION))
                .given(CLOSED);
        var reopened = closed.when(new ReopenCollection())
                .then(new ClosureItemReopenedAfterClose(CONTRACT, FULL_COLLECTION))
                .when(new ReopenCollection())
                .thenNothing();
        assertThat(view(reopened).status()).isEqualTo("CLOSED");
        assertThat(view(reopened).open()).containsExactly(FULL_COLLECTION);
        reopened.when(CARRY_OVER).by("kim").then(CARRIED_OVER);
        var again = reopened.when(new CompleteItem(FULL_COLLECTION)).then(done(FULL_COLLECTION));
        assertThat(view(again).status()).isEqualTo("CLOSED");
        assertThat(view(again).open()).isEmpty();
        var waived =
                OPENED.given(CARRIED_OVER, done(COMPREHENSIVE_ACCEPTANCE), done(SETTLEMENT), done(ARCHIVE), CLOSED);
        waived.when(new ReopenCollection()).thenNothing();
    }

    @Test
    void shows_its_status_and_that_of_each_item() {
        assertThat(view(OPENED).status()).isEqualTo("OPENED");
        var some = OPENED.given(done(ARCHIVE), CARRIED_OVER);
        assertThat(view(some).status()).isEqualTo("ITEMS_OPEN");
        assertThat(view(some).open()).containsExactly(COMPREHENSIVE_ACCEPTANCE, SETTLEMENT);
        assertThat(view(some).items())
                .containsExactly(
                        new ItemView(COMPREHENSIVE_ACCEPTANCE, "OPEN", null, null, null),
                        new ItemView(SETTLEMENT, "OPEN", null, null, null),
                        new ItemView(FULL_COLLECTION, "WAIVED", CARRY_OVER.reason(), "kim", null),
                        new ItemView(ARCHIVE, "DONE", null, null, Evidence.fact(null)));
        var ready = some.given(done(COMPREHENSIVE_ACCEPTANCE), done(SETTLEMENT));
        assertThat(view(ready).status()).isEqualTo("READY");
        assertThat(view(ready.given(CLOSED)).status()).isEqualTo("CLOSED");
        assertThat(view(ready.given(CLOSED)).closedOn()).isEqualTo(TODAY);
    }

    private static ClosureOpened opened(List<ClosureItem> items, List<ClosureItem> waivable) {
        return new ClosureOpened(
                CONTRACT, OPPORTUNITY, ACCOUNT, ClosureKind.DELIVERY_PROJECT, "standard", 1, items, waivable);
    }

    private static ClosureItemDone done(ClosureItem item) {
        return new ClosureItemDone(CONTRACT, item);
    }

    private static View view(Scenario<Closure, Command, Event> closure) {
        return View.of(closure.state());
    }
}
