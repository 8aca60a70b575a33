package io.milepost.delivery.salesclosure;

import static io.milepost.delivery.kernel.ClosingRefusal.*;
import static io.milepost.delivery.salesclosure.SalesClosure.No.*;
import static io.milepost.delivery.salesclosure.SalesClosure.SalesItem.*;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_CLOSURE;
import static io.milepost.platform.decision.Checklist.No.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.kernel.Appointed;
import io.milepost.delivery.kernel.Experience;
import io.milepost.delivery.kernel.Lesson;
import io.milepost.delivery.kernel.Papers;
import io.milepost.delivery.kernel.Team;
import io.milepost.delivery.salesclosure.SalesClosure.*;
import io.milepost.delivery.salesclosure.SalesClosureCatalogue.View;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.DocumentVersion;
import io.milepost.platform.value.Evidence;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-177 to R-184, G21: the closure of a strategic deal's sales project")
class SalesClosureTest {
    private static final ReachedRefusals REACHED =
            ReachedRefusals.without(SALES_CLOSURE, List.of(CLOSURE_CALLED_OFF, PAPERS_MISSING));
    private static final UUID ID = Scenario.ID;
    private static final UUID DOCUMENT = new UUID(7, 7);
    private static final DocumentVersion REPORT = new DocumentVersion(DOCUMENT, "SR-3", 2);
    private static final NeededDocument IN_EFFECT = new NeededDocument("summary-report", "SR-3", ID, 2, "ann");
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final List<SalesItem> SALES_ITEMS = List.of(
            PROJECT_REVIEW,
            SUMMARY_REPORT,
            LESSONS,
            PEOPLE_RELEASED,
            FINANCIAL_EVALUATION,
            QUALITY_EVALUATION,
            ARCHIVE);
    private static final RecordSalesLesson LESSON = new RecordSalesLesson(Experience.FAILURE, "meet the board sooner");
    private static final Scenario<SalesClosure, Command, Event> NOTHING =
            Scenario.of(SALES_CLOSURE).reading(new Papers(true)).recording(REACHED);
    private static final Scenario<SalesClosure, Command, Event> LOST = NOTHING.given(opened(Outcome.LOST, null));

    @Test
    @DisplayName("R-177: is opened once, however the deal ended")
    void is_opened_once() {
        NOTHING.when(new OpenSalesClosure(Outcome.WON, CONTRACT, null, null))
                .then(opened(Outcome.WON, CONTRACT))
                .when(new OpenSalesClosure(Outcome.WON, CONTRACT, null, null))
                .thenNothing()
                .when(new OpenSalesClosure(Outcome.LOST, null, null, null))
                .thenRefused(ENDED_OTHERWISE);
        NOTHING.when(new CloseSalesProject()).thenUnknown();
    }

    @Test
    @DisplayName(
            "R-188: is opened with the items that the sales process of the deal says, and not where that has no sales project")
    void has_the_items_of_its_process() {
        var open = new OpenSalesClosure(Outcome.LOST, null, "north", 4);
        var template = new SalesTemplate("north", 4, List.of(LESSONS, PROJECT_REVIEW), List.of(PROJECT_REVIEW));
        NOTHING.when(open)
                .reading(template)
                .then(new SalesClosureOpened(
                        ID, Outcome.LOST, null, "north", 4, List.of(LESSONS, PROJECT_REVIEW), List.of(PROJECT_REVIEW)));
        NOTHING.when(open).reading(SalesTemplate.of("north", 4, null)).thenNothing();
        NOTHING.when(open).thenRefused(PROCESS_UNKNOWN);
        NOTHING.when(new OpenSalesClosure(Outcome.LOST, null, "strategic", 2)).then(opened(Outcome.LOST, null));
    }

    @Test
    @DisplayName("Review and report are the director's, the evaluation is quality assurance's")
    void each_task_is_for_whose_duty_it_is() {
        var team = new Appointed(Set.of("pia"), Set.of("fox"), Set.of("quinn"));
        var evaluated = new EvaluateSalesQuality("all gates were held");
        for (var task : List.of(new HoldReview(null, "minutes 9"), new SubmitSalesReport(DOCUMENT, "folder 3"))) {
            var asked = LOST.when(task).reading(team).reading(IN_EFFECT);
            asked.byMember("quinn").thenNotYourDuty();
            assertThat(asked.byMember("pia").decision().events()).hasSize(1);
        }
        LOST.when(evaluated).reading(team).byMember("pia").thenNotYourDuty();
        LOST.when(evaluated).reading(team).byMember("quinn").then(new SalesQualityEvaluated(ID, "all gates were held"));
    }

    @Test
    @DisplayName("G21, domain 3.5: a lost deal ends when every task is done, and not before, on record")
    void ends_when_every_task_is_done() {
        LOST.when(new CloseSalesProject())
                .thenRefusedOnRecord(ITEMS_OPEN, new SalesClosureBlocked(ID, SALES_ITEMS, null))
                .when(new HoldReview(null, "minutes 9"))
                .then(new SalesReviewHeld(ID, TODAY, "minutes 9"))
                .when(new SubmitSalesReport(DOCUMENT, null))
                .reading(IN_EFFECT)
                .then(new SalesReportSubmitted(ID, "SR-3", REPORT))
                .when(LESSON)
                .then(new SalesLessonRecorded(ID, Experience.FAILURE, "meet the board sooner"))
                .when(new ReleaseSalesTeam(List.of("kim", "ann")))
                .then(new SalesTeamReleased(ID, List.of("kim", "ann"), TODAY))
                .when(new EvaluateSalesFinance(
                        usd("0.00"), usd("900.00"), usd("5000.00"), usd("6000.00"), usd("1000.00")))
                .then(new SalesFinanceEvaluated(
                        ID, usd("0.00"), usd("900.00"), usd("-900.00"), usd("5000.00"), usd("6000.00"), usd("1000.00")))
                .when(new EvaluateSalesQuality("all gates were held"))
                .then(new SalesQualityEvaluated(ID, "all gates were held"))
                .when(new CloseSalesProject())
                .thenRefusedOnRecord(ITEMS_OPEN, new SalesClosureBlocked(ID, List.of(ARCHIVE), null))
                .when(new NoteArchive())
                .then(new SalesArchiveDone(ID))
                .when(new CloseSalesProject())
                .then(new SalesProjectClosed(ID, Outcome.LOST, null, TODAY))
                .when(new CloseSalesProject())
                .thenNothing()
                .when(new RecordSalesLesson(Experience.SUCCESS, "too late"))
                .thenRefused(PROJECT_CLOSED);
    }

    @Test
    @DisplayName("R-179: there may be many lessons, each once; every other task is done once")
    void lessons_are_many() {
        var learnt = LOST.given(new SalesLessonRecorded(ID, Experience.FAILURE, "meet the board sooner"));
        var more = learnt.when(LESSON)
                .thenNothing()
                .when(new RecordSalesLesson(Experience.SUCCESS, "the pilot convinced them"))
                .then(new SalesLessonRecorded(ID, Experience.SUCCESS, "the pilot convinced them"));
        assertThat(view(more).lessons())
                .containsExactly(
                        new Lesson(Experience.FAILURE, "meet the board sooner"),
                        new Lesson(Experience.SUCCESS, "the pilot convinced them"));
        LOST.given(new SalesReportSubmitted(ID, "folder 3", REPORT))
                .when(new SubmitSalesReport(DOCUMENT, "folder 3"))
                .reading(IN_EFFECT)
                .thenNothing()
                .when(new SubmitSalesReport(DOCUMENT, "folder 4"))
                .reading(IN_EFFECT)
                .thenRefused(ITEM_ALREADY_DONE);
    }

    @Test
    @DisplayName(
            "R-178, R-186, G22: the summary report is a document in effect about this project; one of before stays")
    void a_report_is_a_document_in_effect() {
        var submit = new SubmitSalesReport(DOCUMENT, "folder 3");
        LOST.when(submit).thenRefused(DOCUMENT_NOT_IN_EFFECT, "/documentId");
        for (var other : List.of(
                new NeededDocument("summary-report", "SR-3", ID, null, null),
                new NeededDocument("summary-report", "SR-3", new UUID(1, 1), 1, "ann"),
                new NeededDocument("project-charter", "SR-3", ID, 1, "ann"))) {
            LOST.when(submit).reading(other).thenRefused(DOCUMENT_NOT_IN_EFFECT, "/documentId");
        }
        var submitted = LOST.when(submit).reading(IN_EFFECT).then(new SalesReportSubmitted(ID, "folder 3", REPORT));
        assertThat(evidence(submitted, SUMMARY_REPORT)).isEqualTo(Evidence.fact("SR-3, version 2"));
        var before = LOST.given(new SalesReportSubmitted(ID, "folder 3", null));
        assertThat(evidence(before, SUMMARY_REPORT)).isEqualTo(Evidence.word("folder 3"));
        before.when(submit).reading(IN_EFFECT).thenRefused(ITEM_ALREADY_DONE);
    }

    @Test
    void a_task_may_be_waived_for_a_reason_but_not_people_lessons_and_archive() {
        LOST.when(new WaiveSalesItem(PROJECT_REVIEW, "three people only"))
                .by("ann")
                .then(new SalesItemWaived(ID, PROJECT_REVIEW, "three people only", "ann"))
                .when(new HoldReview(TODAY.minusDays(1), null))
                .then(new SalesReviewHeld(ID, TODAY.minusDays(1), null));
        for (var item : List.of(LESSONS, PEOPLE_RELEASED, ARCHIVE)) {
            LOST.when(new WaiveSalesItem(item, "in a hurry")).thenRefused(ITEM_NOT_WAIVABLE, "/item");
        }
    }

    @Test
    @DisplayName("R-184: an item shows what it is done by: a fact, or somebody's word")
    void an_item_shows_what_it_is_done_by() {
        var done = LOST.given(new SalesArchiveDone(ID), new SalesReviewHeld(ID, TODAY, "minutes 9"));
        assertThat(evidence(done, ARCHIVE)).isEqualTo(Evidence.fact(null));
        assertThat(evidence(done, PROJECT_REVIEW)).isEqualTo(Evidence.word("minutes 9"));
        assertThat(evidence(done, LESSONS)).isNull();
    }

    private static @Nullable Evidence evidence(Scenario<SalesClosure, Command, Event> closure, SalesItem item) {
        return view(closure).items().stream()
                .filter(shown -> shown.item() == item)
                .findFirst()
                .orElseThrow()
                .evidence();
    }

    @Test
    void is_shown_with_how_it_ended() {
        assertThat(view(LOST))
                .returns("OPENED", View::status)
                .returns(Outcome.LOST, View::outcome)
                .returns(null, View::contractId)
                .returns(ID, View::opportunityId);
        assertThat(view(NOTHING.given(opened(Outcome.WON, CONTRACT))).contractId())
                .isEqualTo(CONTRACT);
    }

    @Test
    @DisplayName(
            "R-029, R-184: a sales project is not closed while a register book of its deal is out, or its papers are destroyed")
    void a_book_that_is_out_holds_the_closing_back() {
        var open = new ArrayList<>(LOST.state().checklist().open());
        open.add(REGISTER_BOOKS);
        LOST.when(new CloseSalesProject())
                .holding("bookOutFor=" + ID, new UUID(3, 3))
                .thenRefusedOnRecord(BOOKS_OUT, new SalesClosureBlocked(ID, open, null));
        open.removeAll(List.of(ARCHIVE, REGISTER_BOOKS));
        open.add(ARCHIVE);
        LOST.given(new SalesArchiveDone(ID))
                .when(new CloseSalesProject())
                .reading(new Papers(false))
                .thenRefusedOnRecord(PAPERS_DESTROYED, new SalesClosureBlocked(ID, open, null));
    }

    @Test
    @DisplayName("R-178, R-179, R-180, R-181, R-182: a task says what was done")
    void a_task_says_what_was_done() {
        var usd = usd("10.00");
        var eur = Money.of("10.00", "EUR");
        LOST.when(new HoldReview(TODAY.plusDays(1), null)).thenRefused(HELD_IN_FUTURE, "/heldOn");
        LOST.when(new HoldReview(TODAY.minusYears(5).minusDays(1), null)).thenRefused(DAY_IMPLAUSIBLE, "/heldOn");
        LOST.when(new HoldReview(TODAY.minusYears(5), null)).then(new SalesReviewHeld(ID, TODAY.minusYears(5), null));
        LOST.when(new SubmitSalesReport(null, " ")).thenRefused(REFERENCE_MISSING, "/reference");
        LOST.when(new RecordSalesLesson(Experience.SUCCESS, "")).thenRefused(LESSON_MISSING, "/text");
        LOST.when(new ReleaseSalesTeam(List.of())).thenRefused(MEMBER_MISSING, "/members");
        LOST.when(new ReleaseSalesTeam(List.of("kim", " "))).thenRefused(MEMBER_MISSING, "/members");
        LOST.when(new ReleaseSalesTeam(List.of("kim", "Kim"))).thenRefused(MEMBER_TWICE, "/members/1");
        LOST.reading(new Team(List.of("kim", "ann")))
                .when(new ReleaseSalesTeam(List.of("kim")))
                .thenRefused(MEMBERS_NOT_RELEASED, "/members");
        LOST.when(new EvaluateSalesFinance(usd, usd, null, null, null)).thenRefused(PLAN_MISSING, "/plannedRevenue");
        LOST.when(new EvaluateSalesFinance(usd, usd, usd, usd, usd)).thenRefused(PLAN_INCONSISTENT, "/plannedProfit");
        LOST.when(new EvaluateSalesFinance(usd("-0.01"), usd, null, usd, usd)).thenRefused(AMOUNT_NEGATIVE, "/revenue");
        LOST.when(new EvaluateSalesFinance(usd, usd("-0.01"), null, usd, usd)).thenRefused(AMOUNT_NEGATIVE, "/cost");
        LOST.when(new EvaluateSalesFinance(usd, eur, null, usd, usd)).thenRefused(CURRENCIES_MIXED, "/cost/currency");
        LOST.when(new EvaluateSalesFinance(usd, usd, eur, usd, usd))
                .thenRefused(CURRENCIES_MIXED, "/plannedProfit/currency");
        LOST.when(new EvaluateSalesQuality(" ")).thenRefused(FINDINGS_MISSING, "/findings");
        LOST.when(new WaiveSalesItem(PROJECT_REVIEW, " ")).thenRefused(REASON_MISSING, "/reason");
        LOST.given(new SalesItemWaived(ID, PROJECT_REVIEW, "three people only", "ann"))
                .when(new WaiveSalesItem(PROJECT_REVIEW, "three people only"))
                .thenNothing()
                .when(new WaiveSalesItem(PROJECT_REVIEW, "no room"))
                .thenRefused(ITEM_ALREADY_WAIVED);
        LOST.given(new SalesQualityEvaluated(ID, "fine"))
                .when(new WaiveSalesItem(QUALITY_EVALUATION, "no time"))
                .thenRefused(ITEM_ALREADY_DONE);
    }

    @Test
    @DisplayName("ADR 0017: the contract that it was won by is confirmed once, also after the close, and no other is")
    void its_contract_is_confirmed() {
        var won = NOTHING.given(opened(Outcome.WON, CONTRACT));
        for (var closure : List.of(won, won.given(new SalesProjectClosed(ID, Outcome.WON, CONTRACT, TODAY)))) {
            closure.when(new ConfirmContract(CONTRACT))
                    .then(new SalesContractConfirmed(ID, CONTRACT))
                    .when(new ConfirmContract(CONTRACT))
                    .thenNothing();
        }
        won.when(new ConfirmContract(ID)).thenRefused(CONTRACT_FOREIGN, "/contractId");
        LOST.when(new ConfirmContract(CONTRACT)).thenRefused(CONTRACT_FOREIGN, "/contractId");
    }

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    private static SalesClosureOpened opened(Outcome outcome, @Nullable UUID contract) {
        return new SalesClosureOpened(
                ID,
                outcome,
                contract,
                "strategic",
                1,
                SALES_ITEMS,
                List.of(PROJECT_REVIEW, SUMMARY_REPORT, FINANCIAL_EVALUATION, QUALITY_EVALUATION));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static View view(Scenario<SalesClosure, Command, Event> closure) {
        return View.of(closure.state());
    }
}
