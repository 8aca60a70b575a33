package io.milepost.delivery.closure;

import static io.milepost.delivery.closure.Closure.ClosureItem.*;
import static io.milepost.platform.decision.Checklist.No.*;
import static io.milepost.platform.decision.Usual.DOCUMENT_NOT_IN_EFFECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.closure.ClosureCatalogue.View;
import io.milepost.delivery.kernel.Experience;
import io.milepost.delivery.kernel.Lesson;
import io.milepost.delivery.kernel.Papers;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.DocumentVersion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R-184, decision 43: the delivery of a strategic deal asks for more before it is closed")
class StrategicClosureTest {
    private static final UUID ID = Scenario.ID;
    private static final UUID DOCUMENT = new UUID(7, 7);
    private static final DocumentVersion REPORT = new DocumentVersion(DOCUMENT, "SR-3", 2);
    private static final NeededDocument IN_EFFECT = new NeededDocument("summary-report", "SR-3", ID, 2, "ann");
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000a3");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final ExtendClosure EXTEND = new ExtendClosure();
    private static final ProjectClosed CLOSED = new ProjectClosed(ID, OPPORTUNITY, ACCOUNT, TODAY);
    private static final ClosureItemsAdded ADDED = new ClosureItemsAdded(
            ID,
            "strategic",
            1,
            List.of(HANDOVER, SUMMARY_REPORT, LESSONS, PEOPLE_RELEASED, FINANCIAL_EVALUATION, QUALITY_EVALUATION),
            List.of(SUMMARY_REPORT, FINANCIAL_EVALUATION, QUALITY_EVALUATION));
    private static final Scenario<Closure, Command, Event> STANDARD = Scenario.of(ClosureCatalogue.CLOSURE)
            .reading(new Papers(true))
            .given(new ClosureOpened(
                    ID,
                    OPPORTUNITY,
                    ACCOUNT,
                    ClosureKind.DELIVERY_PROJECT,
                    "standard",
                    1,
                    ClosureTemplate.STANDARD.items(),
                    ClosureTemplate.STANDARD.waivable()));
    private static final Scenario<Closure, Command, Event> STRATEGIC = STANDARD.given(ADDED);

    @Test
    @DisplayName("R-184, R-188: has the items that the sales process of its deal says, and nothing is added to them")
    void has_the_items_of_its_process() {
        var template = new ClosureTemplate("north", 4, List.of(SETTLEMENT, LESSONS), List.of(LESSONS));
        var opened = new ClosureOpened(
                ID,
                OPPORTUNITY,
                ACCOUNT,
                ClosureKind.DELIVERY_PROJECT,
                "north",
                4,
                List.of(SETTLEMENT, LESSONS),
                List.of(LESSONS));
        var closure = Scenario.of(ClosureCatalogue.CLOSURE)
                .when(new OpenClosure(OPPORTUNITY, ACCOUNT, "north", 4))
                .reading(template)
                .then(opened);
        closure.when(EXTEND).thenNothing();
        closure.when(new CompleteItem(HANDOVER)).thenRefused(No.ITEM_NOT_ON_CHECKLIST, "/item");
        Scenario.of(ClosureCatalogue.CLOSURE)
                .when(new OpenClosure(OPPORTUNITY, ACCOUNT, "north", 4))
                .then(new ClosureOpened(
                        ID,
                        OPPORTUNITY,
                        ACCOUNT,
                        ClosureKind.DELIVERY_PROJECT,
                        "standard",
                        1,
                        ClosureTemplate.STANDARD.items(),
                        ClosureTemplate.STANDARD.waivable()));
    }

    @Test
    void has_all_items_once() {
        STANDARD.when(EXTEND).then(ADDED).when(EXTEND).thenNothing();
        assertThat(view(STANDARD).open()).hasSize(4);
        assertThat(view(STRATEGIC).open())
                .startsWith(COMPREHENSIVE_ACCEPTANCE, SETTLEMENT, FULL_COLLECTION, ARCHIVE, HANDOVER)
                .hasSize(10);
        assertThat(view(STRATEGIC).template()).isEqualTo("strategic");
    }

    @Test
    @DisplayName("Decision 30: an accepted handover counts, also where the deal is said to be strategic later")
    void a_handover_that_was_accepted_before_counts() {
        var early = STANDARD.when(new CompleteItem(HANDOVER))
                .then(new ClosureItemDone(ID, HANDOVER))
                .when(new CompleteItem(HANDOVER))
                .thenNothing();
        assertThat(view(early).status()).as("nobody asked for it").isEqualTo("OPENED");
        assertThat(view(early.given(ADDED)).open()).doesNotContain(HANDOVER).contains(LESSONS);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "HANDOVER",
                "SUMMARY_REPORT",
                "LESSONS",
                "PEOPLE_RELEASED",
                "FINANCIAL_EVALUATION",
                "QUALITY_EVALUATION"
            })
    @DisplayName("R-184, G21: each added item blocks it alone, on record")
    void each_added_item_blocks_it(ClosureItem open) {
        var almost = STRATEGIC;
        for (var item : ClosureItem.values()) {
            if (item != open) {
                almost = almost.given(new ClosureItemDone(ID, item));
            }
        }
        almost.when(new CloseProject())
                .thenRefusedOnRecord(ITEMS_OPEN, new ClosureBlocked(ID, List.of(open), null))
                .given(new ClosureItemDone(ID, open))
                .when(new CloseProject())
                .then(CLOSED);
    }

    @Test
    @DisplayName(
            "R-178, R-179, R-180, R-181, R-182: people do what is not told by other parts, each once, lessons as often"
                    + " as there are some")
    void people_do_their_tasks() {
        var done = STRATEGIC
                .when(new SubmitSummaryReport(DOCUMENT, null))
                .thenRefused(DOCUMENT_NOT_IN_EFFECT, "/documentId")
                .when(new SubmitSummaryReport(DOCUMENT, "folder 3"))
                .reading(IN_EFFECT)
                .then(new SummaryReportSubmitted(ID, "folder 3", REPORT))
                .when(new SubmitSummaryReport(DOCUMENT, "folder 3"))
                .reading(IN_EFFECT)
                .thenNothing()
                .when(new SubmitSummaryReport(DOCUMENT, null))
                .reading(IN_EFFECT)
                .thenRefused(ITEM_ALREADY_DONE)
                .when(new RecordLesson(Experience.FAILURE, "check the power first"))
                .then(new LessonRecorded(ID, Experience.FAILURE, "check the power first"))
                .when(new RecordLesson(Experience.SUCCESS, "train on site"))
                .then(new LessonRecorded(ID, Experience.SUCCESS, "train on site"))
                .when(new ReleasePeople(List.of("max"), null))
                .then(new PeopleReleased(ID, List.of("max"), TODAY, null))
                .when(new EvaluateFinance(usd("900.00"), usd("1000.00"), null, usd("950.00"), usd("850.00")))
                .then(new FinancialEvaluationDone(
                        ID, usd("900.00"), usd("1000.00"), usd("-100.00"), usd("100.00"), usd("950.00"), usd("850.00")))
                .when(new EvaluateQuality("two rework rounds"))
                .then(new QualityEvaluationDone(ID, "two rework rounds"));
        assertThat(view(done).open())
                .containsExactly(COMPREHENSIVE_ACCEPTANCE, SETTLEMENT, FULL_COLLECTION, ARCHIVE, HANDOVER);
        assertThat(view(done).lessons())
                .containsExactly(
                        new Lesson(Experience.FAILURE, "check the power first"),
                        new Lesson(Experience.SUCCESS, "train on site"));
        done.given(CLOSED)
                .when(new RecordLesson(Experience.SUCCESS, "too late"))
                .thenRefused(PROJECT_CLOSED);
    }

    @Test
    void a_report_may_be_waived_but_not_the_handover_the_people_and_the_lessons() {
        STRATEGIC
                .when(new WaiveItem(SUMMARY_REPORT, "one week of work"))
                .by("ann")
                .then(new ClosureItemWaived(ID, SUMMARY_REPORT, "one week of work", "ann"));
        for (var item : List.of(HANDOVER, PEOPLE_RELEASED, LESSONS)) {
            STRATEGIC.when(new WaiveItem(item, "in a hurry")).thenRefused(ITEM_NOT_WAIVABLE, "/item");
        }
    }

    @Test
    void a_project_that_was_closed_is_not_extended() {
        STANDARD.given(CLOSED).when(EXTEND).thenRefused(PROJECT_CLOSED);
        STRATEGIC.given(CLOSED).when(EXTEND).thenNothing();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static View view(Scenario<Closure, Command, Event> closure) {
        return View.of(closure.state());
    }
}
