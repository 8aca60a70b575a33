package io.milepost.opportunities.projectbudget;

import static io.milepost.opportunities.projectbudget.ProjectBudget.Category.*;
import static io.milepost.opportunities.projectbudget.ProjectBudget.No.*;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.BUDGET_EXCEEDED_NOTICE;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.BUDGET_OF;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.PROJECT_BUDGET;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.projectbudget.ProjectBudget.*;
import io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.Figures;
import io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.View;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A budget of 1,000 for travel and 500 for bidding. */
class ProjectBudgetTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(PROJECT_BUDGET);
    private static final UUID DEAL = UUID.fromString("0190c7a8-0000-7000-8000-00000000000d");
    private static final Project AUTHORIZED = new Project("kim", true, false);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final List<Line> LINES = List.of(line(TRAVEL, "1000.00"), line(BIDDING, "500.00"));
    private static final ReleaseBudget RELEASE = new ReleaseBudget(DEAL, LINES);
    private static final BudgetReleased RELEASED = new BudgetReleased(DEAL, "kim", LINES, "someone", TODAY);

    private static final Scenario<ProjectBudget, Command, Event> NOTHING =
            Scenario.of(PROJECT_BUDGET).recording(REACHED);
    private static final Scenario<ProjectBudget, Command, Event> OPEN = NOTHING.given(RELEASED);
    private static final Scenario<ProjectBudget, Command, Event> SPENT = OPEN.given(booked("T-1", "900.00"));

    @AfterAll
    static void every_refusal_was_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-061: a budget is released after a positive ATI decision alone, once for each sales project")
    void a_budget_needs_the_decision() {
        NOTHING.when(RELEASE).reading(AUTHORIZED).then(RELEASED);
        NOTHING.when(RELEASE).thenRefused(SALES_PROJECT_MISSING, "/salesProjectId");
        NOTHING.when(RELEASE).reading(new Project("kim", false, false)).thenRefused(BUDGET_BEFORE_ATI);
        NOTHING.when(RELEASE).reading(new Project("kim", true, true)).thenRefused(SALES_PROJECT_CLOSED);
        NOTHING.when(RELEASE)
                .reading(AUTHORIZED)
                .holding(BUDGET_OF + "=" + DEAL, UUID.randomUUID())
                .thenRefused(BUDGET_ALREADY_RELEASED, "/salesProjectId");
    }

    @Test
    @DisplayName("R-083: a budget has a line for each category, none negative, all in one currency")
    void a_budget_adds_up() {
        refused(List.of(), LINES_MISSING, "/lines");
        refused(List.of(line(TRAVEL, "1.00"), line(TRAVEL, "2.00")), CATEGORY_REPEATED, "/lines/1/category");
        refused(List.of(line(TRAVEL, "-0.01")), LINE_NEGATIVE, "/lines/0/amount");
        refused(
                List.of(line(TRAVEL, "1.00"), new Line(OTHER, Money.of("1.00", "EUR"))),
                CURRENCIES_MIXED,
                "/lines/1/amount/currency");
        var most = "999999999999999.99";
        refused(List.of(line(TRAVEL, most), line(OTHER, "0.01")), BUDGET_TOO_LARGE, "/lines");
        var largest = List.of(line(TRAVEL, most), line(OTHER, "0.00"));
        NOTHING.when(new ReleaseBudget(DEAL, largest))
                .reading(AUTHORIZED)
                .then(new BudgetReleased(DEAL, "kim", largest, "someone", TODAY));
    }

    @Test
    @DisplayName("R-172: an expense is booked against its category, to the last cent that is left")
    void an_expense_fits_what_is_left() {
        SPENT.when(expense("T-2", "100.00")).reading(AUTHORIZED).then(booked("T-2", "100.00"));
        SPENT.when(expense("T-2", "100.01"))
                .reading(AUTHORIZED)
                .thenRefusedOnRecord(BUDGET_EXCEEDED, exceeded(TRAVEL, "100.01", "100.00"));
        var other = new RecordExpense(OTHER, Money.of("0.01", "USD"), TODAY, "T-2", "a stamp");
        SPENT.when(other).reading(AUTHORIZED).thenRefusedOnRecord(BUDGET_EXCEEDED, exceeded(OTHER, "0.01", "0.00"));
    }

    @Test
    @DisplayName("R-172: that more was wanted than is left is on record and told, once for the same wish")
    void a_wish_beyond_the_budget_is_on_record() {
        var refused = SPENT.when(expense("T-2", "100.01"))
                .reading(AUTHORIZED)
                .thenRefusedOnRecord(BUDGET_EXCEEDED, exceeded(TRAVEL, "100.01", "100.00"))
                .when(expense("T-2", "100.01"))
                .reading(AUTHORIZED)
                .thenRefused(BUDGET_EXCEEDED, "/amount");
        assertThat(refused.state().spent(TRAVEL)).isEqualTo(SPENT.state().spent(TRAVEL));
        refused.when(expense("T-2", "200.00"))
                .reading(AUTHORIZED)
                .thenRefusedOnRecord(BUDGET_EXCEEDED, exceeded(TRAVEL, "200.00", "100.00"));
        refused.when(expense("T-2", "100.00")).reading(AUTHORIZED).then(booked("T-2", "100.00"));
        assertThat(BUDGET_EXCEEDED_NOTICE.to()).containsExactly(Addressee.OWNER, Addressee.MANAGER);
    }

    private static BudgetExceeded exceeded(Category category, String amount, String left) {
        return new BudgetExceeded(DEAL, category, Money.of(amount, "USD"), Money.of(left, "USD"), "T-2", "someone");
    }

    @Test
    @DisplayName("R-172: a receipt is booked once, in whatever spelling, and anew once it was taken back")
    void a_receipt_is_booked_once() {
        SPENT.when(expense("T-1", "900.00")).reading(AUTHORIZED).thenNothing();
        SPENT.when(expense(" t-1", "900.00")).reading(AUTHORIZED).thenRefused(RECEIPT_ALREADY_BOOKED, "/receipt");
        SPENT.when(expense("T-1", "90.00")).reading(AUTHORIZED).thenRefused(RECEIPT_ALREADY_BOOKED, "/receipt");
        var reverse = new ReverseExpense("t-1", "typing error");
        SPENT.when(reverse)
                .reading(AUTHORIZED)
                .then(new ExpenseReversed(DEAL, "t-1", "typing error"))
                .when(reverse)
                .reading(AUTHORIZED)
                .thenNothing()
                .when(expense("T-1", "1000.00"))
                .reading(AUTHORIZED)
                .then(booked("T-1", "1000.00"))
                .when(new ReverseExpense("T-1", "a second one"))
                .reading(AUTHORIZED)
                .then(new ExpenseReversed(DEAL, "T-1", "a second one"));
        SPENT.when(new ReverseExpense("T-2", "typing error"))
                .reading(AUTHORIZED)
                .thenRefused(RECEIPT_UNKNOWN, "/receipt");
        SPENT.when(new ReverseExpense("T-1", " ")).reading(AUTHORIZED).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    void an_expense_is_money_that_was_spent_for_something() {
        refused(new RecordExpense(TRAVEL, usd("0.00"), TODAY, "T", "a taxi"), EXPENSE_NOT_POSITIVE, "/amount");
        refused(new RecordExpense(TRAVEL, usd("-1.00"), TODAY, "T", "a taxi"), EXPENSE_NOT_POSITIVE, "/amount");
        refused(
                new RecordExpense(TRAVEL, Money.of("1.00", "EUR"), TODAY, "T", "a taxi"),
                BUDGET_CURRENCY_CHANGED,
                "/amount/currency");
        refused(new RecordExpense(TRAVEL, usd("1.00"), TODAY, " ", "a taxi"), TEXT_MISSING, "/receipt");
        refused(new RecordExpense(TRAVEL, usd("1.00"), TODAY, "T", ""), TEXT_MISSING, "/purpose");
        refused(new RecordExpense(TRAVEL, usd("1.00"), TODAY.plusDays(1), "T", "a taxi"), DAY_IN_FUTURE, "/incurredOn");
        refused(
                new RecordExpense(TRAVEL, usd("1.00"), TODAY.minusYears(6), "T", "a taxi"),
                DAY_IMPLAUSIBLE,
                "/incurredOn");
    }

    @Test
    void a_budget_stays_small_enough_to_be_read() {
        var most = IntStream.range(0, ProjectBudget.MOST_EXPENSES).mapToObj(i -> booked("T-" + i, "0.01"));
        var full = OPEN.given(most.toArray(Event[]::new));
        full.when(expense("T", "0.01")).reading(AUTHORIZED).thenRefused(EXPENSES_FULL);
        full.when(new ReverseExpense("T-7", "typing error"))
                .reading(AUTHORIZED)
                .then(new ExpenseReversed(DEAL, "T-7", "typing error"));
    }

    @Test
    @DisplayName("R-083: a budget is revised for a reason, in its currency, and not below what has been spent")
    void a_budget_is_revised() {
        var lower = List.of(line(TRAVEL, "900.00"));
        SPENT.when(new ReviseBudget(lower, "no bid"))
                .reading(AUTHORIZED)
                .then(new BudgetRevised(DEAL, lower, "no bid", "someone"))
                .when(new ReviseBudget(lower, "again"))
                .reading(AUTHORIZED)
                .thenNothing();
        var tooLow = List.of(line(TRAVEL, "899.99"), line(BIDDING, "500.00"));
        SPENT.when(new ReviseBudget(tooLow, "less")).reading(AUTHORIZED).thenRefused(BUDGET_BELOW_EXPENSES, "/lines");
        var without = List.of(line(BIDDING, "500.00"));
        SPENT.when(new ReviseBudget(without, "less")).reading(AUTHORIZED).thenRefused(BUDGET_BELOW_EXPENSES, "/lines");
        OPEN.when(new ReviseBudget(without, "less"))
                .reading(AUTHORIZED)
                .then(new BudgetRevised(DEAL, without, "less", "someone"));
        OPEN.when(new ReviseBudget(lower, " ")).reading(AUTHORIZED).thenRefused(REASON_MISSING, "/reason");
        var euros = List.of(new Line(TRAVEL, Money.of("1000.00", "EUR")));
        OPEN.when(new ReviseBudget(euros, "abroad"))
                .reading(AUTHORIZED)
                .thenRefused(BUDGET_CURRENCY_CHANGED, "/lines/0/amount/currency");
        OPEN.when(new ReviseBudget(List.of(), "none")).reading(AUTHORIZED).thenRefused(LINES_MISSING, "/lines");
    }

    @Test
    @DisplayName("R-172: late receipts are booked until the sales project is closed")
    void the_books_are_closed_with_the_project() {
        var closed = new Project("kim", true, true);
        OPEN.when(expense("T-1", "1.00")).reading(closed).thenRefused(SALES_PROJECT_CLOSED);
        OPEN.when(new ReviseBudget(LINES, "none")).reading(closed).thenRefused(SALES_PROJECT_CLOSED);
        SPENT.when(new ReverseExpense("T-1", "late")).reading(closed).thenRefused(SALES_PROJECT_CLOSED);
    }

    @Test
    void a_read_shows_what_is_left_of_each_category() {
        var reversed = SPENT.given(new ExpenseReversed(DEAL, "T-1", "typing error"), booked("T-1", "90.00"));
        var view = View.of(reversed.state());
        assertThat(view.total()).isEqualTo(new Figures(usd("1500.00"), usd("90.00"), usd("1410.00")));
        assertThat(view.categories().getFirst().figures())
                .isEqualTo(new Figures(usd("1000.00"), usd("90.00"), usd("910.00")));
        assertThat(view.categories().getLast().figures())
                .isEqualTo(new Figures(usd("500.00"), usd("0.00"), usd("500.00")));
        assertThat(view.expenses()).extracting(entry -> entry.reversal()).containsExactly("typing error", null);
    }

    private static void refused(List<Line> lines, Refusal why, String pointer) {
        NOTHING.when(new ReleaseBudget(DEAL, lines)).reading(AUTHORIZED).thenRefused(why, pointer);
    }

    private static void refused(RecordExpense expense, Refusal why, String pointer) {
        OPEN.when(expense).reading(AUTHORIZED).thenRefused(why, pointer);
    }

    private static RecordExpense expense(String receipt, String amount) {
        return new RecordExpense(TRAVEL, usd(amount), TODAY, receipt, "a flight");
    }

    private static ExpenseRecorded booked(String receipt, String amount) {
        return new ExpenseRecorded(DEAL, TRAVEL, usd(amount), TODAY, receipt, "a flight", "someone");
    }

    private static Line line(Category category, String amount) {
        return new Line(category, usd(amount));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
