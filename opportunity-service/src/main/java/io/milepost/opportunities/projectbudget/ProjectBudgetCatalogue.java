package io.milepost.opportunities.projectbudget;

import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.opportunities.projectbudget.ProjectBudget.*;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The project budget's commands and events. That a sales project has only one is claimed by the tag {@code budgetOf=}. */
public final class ProjectBudgetCatalogue {
    static final String BUDGET_OF = "budgetOf";

    public static final Catalogue<ProjectBudget, Command, Event> PROJECT_BUDGET = Catalogue.of(
                    "project-budget", "project-budgets", ProjectBudget.DECIDER)
            .creates(ReleaseBudget.class, Spending::release, SALES_MANAGER, SPONSOR)
            .claims(
                    ReleaseBudget.class,
                    BUDGET_OF,
                    (_, _, release) -> List.of(release.salesProjectId().toString()))
            .reads(
                    ReleaseBudget.class,
                    () -> SALES_PROJECT,
                    (_, release) -> release.salesProjectId(),
                    Project.class,
                    ProjectBudgetCatalogue::project)
            .command(ReviseBudget.class, SALES_MANAGER, SPONSOR)
            .reads(
                    ReviseBudget.class,
                    () -> SALES_PROJECT,
                    (budget, _) -> projectOf(budget),
                    Project.class,
                    ProjectBudgetCatalogue::project)
            .command(RecordExpense.class, SALES_REP, SALES_MANAGER, FINANCE)
            .reads(
                    RecordExpense.class,
                    () -> SALES_PROJECT,
                    (budget, _) -> projectOf(budget),
                    Project.class,
                    ProjectBudgetCatalogue::project)
            .command(ReverseExpense.class, SALES_MANAGER, FINANCE)
            .reads(
                    ReverseExpense.class,
                    () -> SALES_PROJECT,
                    (budget, _) -> projectOf(budget),
                    Project.class,
                    ProjectBudgetCatalogue::project)
            .event(BudgetReleased.class, "project-budget.released", 1)
            .tags(
                    BudgetReleased.class,
                    released ->
                            Set.of(new Tag(BUDGET_OF, released.salesProjectId().toString())))
            .event(BudgetRevised.class, "project-budget.revised", 1)
            .event(ExpenseRecorded.class, "project-budget.expense-recorded", 1)
            .event(ExpenseReversed.class, "project-budget.expense-reversed", 1)
            .event(BudgetExceeded.class, "project-budget.exceeded", 1)
            .rootedBy(Event::salesProjectId)
            .ownedBy(budget -> budget.released().owner())
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE, CURRENCIES_MIXED)
            .view(View.class, View::of);

    /** Whose project it is, and the manager, are told that more was wanted than there is. */
    public static final NoticeRule<BudgetExceeded> BUDGET_EXCEEDED_NOTICE = notice("budget-exceeded")
            .on(PROJECT_BUDGET, BudgetExceeded.class)
            .about(wish -> wish.category().name())
            .to(OWNER, MANAGER);

    private ProjectBudgetCatalogue() {}

    private static @Nullable UUID projectOf(@Nullable ProjectBudget budget) {
        return Objects.requireNonNull(budget).salesProject();
    }

    private static Project project(SalesProject project) {
        return new Project(project.proposed().owner(), project.isAuthorized(), project instanceof SalesProject.Closed);
    }

    /**
     * What a read shows.
     *
     * @param status RELEASED, the only one so far
     * @param categories on which money may be spent, or has been
     */
    public record View(
            String status,
            UUID salesProjectId,
            String owner,
            Figures total,
            List<OfCategory> categories,
            List<Entry> expenses) {
        public View {
            categories = List.copyOf(categories);
            expenses = List.copyOf(expenses);
        }

        static View of(ProjectBudget budget) {
            var categories = Arrays.stream(Category.values())
                    .filter(category -> budget.lines().stream().anyMatch(line -> line.category() == category))
                    .map(category -> new OfCategory(
                            category, Figures.of(budget.limit(budget.lines(), category), budget.spent(category))))
                    .toList();
            var spent = categories.stream()
                    .map(category -> category.figures().spent())
                    .reduce(Money::plus)
                    .orElseThrow();
            return new View(
                    "RELEASED",
                    budget.salesProject(),
                    budget.released().owner(),
                    Figures.of(ProjectBudget.total(budget.lines()), spent),
                    categories,
                    budget.expenses().stream().map(Entry::of).toList());
        }
    }

    /** What may be spent, has been, and is left. */
    public record Figures(Money budget, Money spent, Money left) {
        static Figures of(Money budget, Money spent) {
            return new Figures(budget, spent, budget.minus(spent));
        }
    }

    public record OfCategory(Category category, Figures figures) {}

    /**
     * One expense.
     *
     * @param reversal why it was taken back, where it was
     */
    public record Entry(
            Category category,
            Money amount,
            LocalDate incurredOn,
            String receipt,
            String purpose,
            String recordedBy,
            @Nullable String reversal) {
        static Entry of(Expense expense) {
            var recorded = expense.recorded();
            return new Entry(
                    recorded.category(),
                    recorded.amount(),
                    recorded.incurredOn(),
                    recorded.receipt(),
                    recorded.purpose(),
                    recorded.recordedBy(),
                    expense.reversal());
        }
    }
}
